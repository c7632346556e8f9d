// Reloads a page of the preview when another version of the site has been built, and shows
// the report of a build that failed below the page. Never part of the published site.

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const shown = script.dataset.version;
const address = (/** @type {string} */ name) => new URL(name, script.src).href;

/** @typedef {{ version: string, title: string, report: string }} Status */

/** @type {EventSource | null} */
let source = null;

/** The page that stands in for the site before its first good build. */
const statusPage = () => document.querySelector(".preview-status");

const panel = () => document.querySelector(".preview-report");

const addPanel = () => {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = address("reload.css");
  document.head.append(sheet);
  const details = document.createElement("details");
  details.className = "preview-report";
  details.open = true;
  details.setAttribute("role", "status");
  details.append(document.createElement("summary"), document.createElement("pre"));
  document.body.append(details);
  return details;
};

/** @param {Status} status */
const showReport = ({ title, report }) => {
  const place = statusPage() ?? panel() ?? addPanel();
  place.querySelector("h1, summary")?.replaceChildren(title);
  place.querySelector("pre")?.replaceChildren(report);
};

/** @param {MessageEvent<string>} event */
const receive = (event) => {
  /** @type {Status} */
  const status = JSON.parse(event.data);
  if (status.version !== shown) location.reload();
  else if (status.title) showReport(status);
  else panel()?.remove();
};

// A browser opens six connections to one server at most: a page that nobody looks at gives
// its own back, or the seventh open page would never load.
const follow = () => {
  source?.close();
  source = null;
  if (document.visibilityState !== "visible") return;
  source = new EventSource(address("events"));
  source.addEventListener("message", receive);
};

document.addEventListener("visibilitychange", follow);
follow();

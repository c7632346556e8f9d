// Reloads a page of the preview when it has become another one, and shows below the page what
// the last build found. Never part of the published site.

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const { digest, version } = script.dataset;
const address = (/** @type {string} */ name) => new URL(name, script.src).href;
// Remembered while this tab is open: each good build loads the page anew.
const CLOSED = "preview-closed";
const OPENED = "preview-opened";

/**
 * @typedef {{ version: string, failed: boolean, title: string, findings: string[] }} Status
 * @typedef {{ label: string, details: string, close: string }} Words
 */

/** @type {EventSource | null} */
let source = null;

/** What the panel tells; once closed, it stays closed until there is something else to tell. */
let telling = "";

/** The page that stands in for the site before its first good build. */
const statusPage = () => document.querySelector(".preview-status");

const panel = () => document.querySelector(".preview-report");

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {(string | Node)[]} content
 */
const element = (name, ...content) => {
  const made = document.createElement(name);
  made.append(...content);
  return made;
};

const addStyles = () => {
  const sheet = element("link");
  sheet.rel = "stylesheet";
  sheet.href = address("reload.css");
  document.head.append(sheet);
};

/** @param {Words} words */
const addPanel = (words) => {
  const title = element("p");
  title.setAttribute("role", "status");
  const list = element("ol");
  list.className = "preview-findings";
  const summary = element("summary", words.details);
  const details = element("details", summary, list);
  summary.onclick = () => sessionStorage.setItem(OPENED, details.open ? "no" : "yes");
  const close = element("button", words.close);
  close.type = "button";
  const made = element("section", title, close, details);
  made.className = "preview-report";
  made.lang = "vi";
  // It scrolls, so it must be reachable by keyboard.
  made.tabIndex = 0;
  made.setAttribute("aria-label", words.label);
  close.onclick = () => {
    sessionStorage.setItem(CLOSED, telling);
    made.remove();
  };
  addStyles();
  document.body.append(made);
  return made;
};

/** @param {Status & Words} status */
const showPanel = (status) => {
  telling = JSON.stringify([status.title, status.findings]);
  if (sessionStorage.getItem(CLOSED) === telling) {
    panel()?.remove();
    return;
  }
  const place = panel() ?? addPanel(status);
  const open = status.failed || sessionStorage.getItem(OPENED) === "yes";
  place.classList.toggle("is-failed", status.failed);
  place.querySelector("details")?.toggleAttribute("open", open);
  fill(place, status);
};

/**
 * @param {Element} place
 * @param {Status} status
 */
const fill = (place, { title, findings }) => {
  place.querySelector("h1, [role=status]")?.replaceChildren(title);
  const items = findings.map((text) => element("li", text));
  place.querySelector(".preview-findings")?.replaceChildren(...items);
};

/** Whether this page is served with other bytes now: most saves change a few pages. */
const isOther = async () => {
  const { headers } = await fetch(location.href, { method: "HEAD", cache: "no-store" });
  return headers.get("ETag") !== `"${digest}"`;
};

/** @param {MessageEvent<string>} event */
const receive = async (event) => {
  /** @type {Status & Words} */
  const status = JSON.parse(event.data);
  const page = statusPage();
  if (status.version !== version && (await isOther())) location.reload();
  else if (page) fill(page, status);
  else if (status.title) showPanel(status);
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

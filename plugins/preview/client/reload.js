// Reloads a page of the preview when another version of the site has been built, and shows
// the report of a build that failed below the page. Never part of the published site.

const script = document.currentScript;
const shown = script.dataset.version;
let source = null;

/** Below the page, not over its text. */
const panel = () => {
  const existing = document.querySelector(".preview-report");
  if (existing) return existing;
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("reload.css", script.src).href;
  document.head.append(sheet);
  const details = document.createElement("details");
  details.className = "preview-report";
  details.open = true;
  details.setAttribute("role", "status");
  details.append(document.createElement("summary"), document.createElement("pre"));
  document.body.append(details);
  return details;
};

const showReport = ({ title, report }) => {
  const details = panel();
  details.querySelector("summary").textContent = title;
  details.querySelector("pre").textContent = report;
};

const receive = (event) => {
  const status = JSON.parse(event.data);
  if (status.version !== shown) {
    location.reload();
  } else if (!status.title) {
    document.querySelector(".preview-report")?.remove();
  } else if (document.querySelector(".preview-status")) {
    document.querySelector(".preview-status h1").textContent = status.title;
    document.querySelector(".preview-status pre").textContent = status.report;
  } else {
    showReport(status);
  }
};

// A browser opens six connections to one server at most: a page that nobody looks at gives
// its own back, or the seventh open page would never load.
const follow = () => {
  source?.close();
  source = null;
  if (document.visibilityState !== "visible") return;
  source = new EventSource(new URL("events", script.src));
  source.addEventListener("message", receive);
};

document.addEventListener("visibilitychange", follow);
follow();

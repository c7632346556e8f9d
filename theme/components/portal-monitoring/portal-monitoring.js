// Lays down the queue in which the monitoring system's own script, which comes after this one, looks
// for its orders. Names and orders are the system's; where a page is not monitored, nothing happens.

const script = document.querySelector("script[data-site-id]");
if (script instanceof HTMLScriptElement) {
  const orders = [
    ["trackPageView"],
    ["enableLinkTracking"],
    ["setTrackerUrl", new URL("/tracking", script.src).href],
    ["setSiteId", script.dataset.siteId],
  ];
  Object.assign(window, { _govaq: orders });
}

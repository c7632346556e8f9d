// Lays down the queue in which the monitoring system's own script, which comes after this one, looks
// for its orders. Names and orders are the system's; where a page is not monitored, nothing happens.

const script = document.querySelector('script[src*="/gov-tracking."]');
if (script instanceof HTMLScriptElement) {
  const address = new URL(script.src);
  const orders = [
    ["trackPageView"],
    ["enableLinkTracking"],
    ["setTrackerUrl", `${address.origin}/tracking`],
    // Behind the address of the script, where it is short and is not sent.
    ["setSiteId", address.hash.slice(1)],
  ];
  Object.assign(window, { _govaq: orders });
}

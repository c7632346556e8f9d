// Adds the two ways of sharing that need a script: the clipboard, and the device's own list of
// applications (on phones Zalo is one of them). Nothing calls out before it is pressed.

class ShareLinks extends HTMLElement {
  connectedCallback() {
    const list = this.querySelector("ul");
    const buttons = this.querySelector("template")?.content.cloneNode(true);
    if (!list || !(buttons instanceof DocumentFragment)) return;
    this.#offer(buttons, "copy", "clipboard" in navigator, () => this.#copy());
    this.#offer(buttons, "share", "share" in navigator, () => this.#share());
    list.append(buttons);
    this.hidden = !list.children.length;
  }

  /**
   * @param {DocumentFragment} buttons
   * @param {string} action
   * @param {boolean} possible
   * @param {() => Promise<void>} act
   */
  #offer(buttons, action, possible, act) {
    const button = buttons.querySelector(`[data-action="${action}"]`);
    if (possible) button?.addEventListener("click", act);
    else button?.closest("li")?.remove();
  }

  async #copy() {
    await navigator.clipboard.writeText(pageAddress());
    const done = this.querySelector("[data-done]");
    if (done instanceof HTMLElement) done.textContent = done.dataset.done ?? "";
  }

  async #share() {
    try {
      await navigator.share({ title: document.title, url: pageAddress() });
    } catch (error) {
      // The reader closed the list again.
      if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
    }
  }
}

/** The public address where the page knows one, else the one it was opened at. */
function pageAddress() {
  const canonical = document.querySelector('link[rel="canonical"]');
  if (canonical instanceof HTMLLinkElement) return canonical.href;
  return location.origin + location.pathname;
}

customElements.define("share-links", ShareLinks);

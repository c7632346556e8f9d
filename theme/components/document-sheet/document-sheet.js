// Copies the address of a clause or a point when its number is pressed. Without this script the
// number is a plain link to its place, and its address stands in the browser's own bar.

class DocumentSheet extends HTMLElement {
  connectedCallback() {
    const template = this.querySelector("template");
    if (!template || !("clipboard" in navigator) || this.querySelector("[role=status]")) return;
    if (!this.querySelector(".clause__number, .point__letter")) return;
    template.after(template.content.cloneNode(true));
    this.addEventListener("click", (event) => {
      if (!(event.target instanceof Element)) return;
      const mark = event.target.closest(".clause__number, .point__letter");
      if (mark instanceof HTMLAnchorElement) this.#copy(mark);
    });
  }

  /**
   * The link still leads where it leads: the address bar and the page show what was copied.
   * @param {HTMLAnchorElement} mark
   */
  async #copy(mark) {
    const canonical = document.querySelector('link[rel="canonical"]');
    const page =
      canonical instanceof HTMLLinkElement ? canonical.href : location.origin + location.pathname;
    await navigator.clipboard.writeText(page + mark.hash);
    const done = this.querySelector("[role=status]");
    if (!(done instanceof HTMLElement)) return;
    done.textContent = (done.dataset.done ?? "").replace("{place}", mark.ariaLabel ?? "");
  }
}

customElements.define("document-sheet", DocumentSheet);

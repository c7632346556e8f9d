// Filters the abbreviations of the site while somebody types, with marks or without. The box is
// made here, so that it is never there without what it does.

class GlossaryIndex extends HTMLElement {
  connectedCallback() {
    const template = this.querySelector("template");
    if (!template || this.querySelector("input")) return;
    template.after(template.content.cloneNode(true));
    const input = this.querySelector("input");
    input?.addEventListener("input", () => this.#show(input.value));
    input?.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      input.value = "";
      this.#show("");
    });
  }

  /** @param {string} wanted */
  #show(wanted) {
    let found = 0;
    for (const entry of this.querySelectorAll("dl > div")) {
      if (!(entry instanceof HTMLElement)) continue;
      entry.hidden = !matches(entry, wanted);
      if (!entry.hidden) found += 1;
    }
    const letters = this.querySelectorAll("nav li");
    this.querySelectorAll("section").forEach((section, place) => {
      section.hidden = !section.querySelector("dl > div:not([hidden])");
      letters[place]?.toggleAttribute("hidden", section.hidden);
    });
    this.#tell(wanted, found);
  }

  /**
   * Waits until the typing rests, so that speech says one number and not one a letter.
   * @param {string} wanted
   * @param {number} found
   */
  #tell(wanted, found) {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      const status = this.querySelector("[role=status]");
      if (!(status instanceof HTMLElement)) return;
      const { found: some = "", none = "" } = status.dataset;
      const words = found ? some.replace("{count}", String(found)) : none;
      status.textContent = wanted.trim() ? words : "";
    }, 400);
  }

  #waiting = 0;
}

/**
 * Whether the short form or a meaning holds what was typed; a short form also without its signs.
 * @param {HTMLElement} entry
 * @param {string} wanted
 */
function matches(entry, wanted) {
  const words = composed(wanted);
  // Who types marks means them.
  const plain = words === unmarked(words) ? unmarked : composed;
  const [form = "", ...meanings] = Array.from(
    entry.querySelectorAll("dt, dd:not([class])"),
    ({ textContent }) => plain(textContent ?? ""),
  );
  return (
    form.includes(words) ||
    bare(form).includes(bare(words) || words) ||
    meanings.some((meaning) => meaning.includes(words))
  );
}

/** @param {string} text */
function composed(text) {
  return text.normalize("NFC").toLowerCase().trim();
}

/** @param {string} text */
function unmarked(text) {
  // The stroke of d is no mark to Unicode.
  return composed(text).normalize("NFD").replace(/\p{M}/gu, "").replaceAll("\u0111", "d");
}

/** @param {string} text */
function bare(text) {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

customElements.define("glossary-index", GlossaryIndex);

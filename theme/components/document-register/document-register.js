// Filters and sorts the official documents of the site. The form is made here, and the register is
// read when somebody opens it: whoever only reads the newest documents does not load the others.

/** @typedef {{type: string, number: string, title: string, issuer: string, date: string | null, validity: string, url: string}} Entry */

const AT_ONCE = 100;
const KEYS = /** @type {const} */ (["type", "year", "issuer", "validity"]);
const collator = new Intl.Collator("vi", { numeric: true });

class DocumentRegister extends HTMLElement {
  connectedCallback() {
    const template = this.querySelector("template");
    if (!template || this.querySelector("details")) return;
    template.after(template.content.cloneNode(true));
    this.addEventListener("input", () => this.#show());
    this.querySelector("details")?.addEventListener("toggle", () => this.#read(), { once: true });
  }

  async #read() {
    try {
      const answer = await fetch(this.dataset.src ?? "");
      if (!answer.ok) throw new TypeError(answer.statusText);
      this.#entries = await answer.json();
    } catch (error) {
      // The network, or what came was no register; anything else is a fault of this script.
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
      this.#tell(this.#words("failed"));
      return;
    }
    for (const key of KEYS) this.#offer(key);
    this.#show();
  }

  /** @param {(typeof KEYS)[number]} key */
  #offer(key) {
    const values = [...new Set(this.#entries.map((entry) => this.#valueOf(entry, key)))];
    values.sort(collator.compare);
    if (key === "year") values.reverse();
    this.querySelector(`select[name="${key}"]`)?.append(...values.map((each) => new Option(each)));
  }

  #show() {
    /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */
    const controls = this.querySelectorAll("input, select");
    const wanted = Object.fromEntries(Array.from(controls, ({ name, value }) => [name, value]));
    const words = unmarked(wanted.text ?? "");
    const found = this.#entries.filter(
      (entry) =>
        KEYS.every((key) => !wanted[key] || this.#valueOf(entry, key) === wanted[key]) &&
        unmarked(`${entry.number} ${entry.title}`).includes(words),
    );
    found.sort(ORDERS[wanted.order ?? "newest"]);
    const shown = found.slice(0, AT_ONCE);
    this.querySelector("ol")?.replaceChildren(...shown.map((entry) => this.#item(entry)));
    const sentence = found.length > AT_ONCE ? "shown" : found.length ? "found" : "none";
    this.#tell(
      this.#words(sentence)
        .replace("{count}", String(found.length))
        .replace("{shown}", String(AT_ONCE)),
    );
  }

  /** @param {Entry} entry */
  #item(entry) {
    const item = document.createElement("li");
    item.className = "document-register__item";
    const link = document.createElement("a");
    link.className = "document-register__link";
    link.href = entry.url;
    link.textContent = entry.title;
    const facts = document.createElement("span");
    facts.className = "document-register__facts";
    const day = entry.date?.split("-").reverse().join("/") ?? "";
    // What nobody knows says nothing without its name, so it is left out here.
    facts.textContent = [entry.type, entry.number, entry.issuer, day, entry.validity]
      .filter((fact) => fact && fact !== this.#words("unknown"))
      .join(" · ");
    item.append(link, facts);
    return item;
  }

  /**
   * @param {Entry} entry
   * @param {(typeof KEYS)[number]} key
   */
  #valueOf(entry, key) {
    return key === "year" ? (entry.date?.slice(0, 4) ?? this.#words("unknown")) : entry[key];
  }

  /** @param {string} name */
  #words(name) {
    const status = this.querySelector("[role=status]");
    return (status instanceof HTMLElement && status.dataset[name]) || "";
  }

  /**
   * Waits until the typing rests, so that speech says one sentence and not one a letter.
   * @param {string} sentence
   */
  #tell(sentence) {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      const status = this.querySelector("[role=status]");
      if (status) status.textContent = sentence;
    }, 400);
  }

  /** @type {Entry[]} */
  #entries = [];
  #waiting = 0;
}

/** @type {Record<string, (a: Entry, b: Entry) => number>} */
const ORDERS = {
  // Dates that nobody knows come last in both directions.
  newest: (a, b) => collator.compare(b.date ?? "", a.date ?? ""),
  oldest: (a, b) => collator.compare(a.date ?? "9", b.date ?? "9"),
  by_number: (a, b) => collator.compare(a.number, b.number),
  by_title: (a, b) => collator.compare(a.title, b.title),
};

/** @param {string} text */
function unmarked(text) {
  const plain = text.normalize("NFD").toLowerCase().replace(/\p{M}/gu, "");
  // The stroke of d is no mark to Unicode.
  return plain.trim().replaceAll("\u0111", "d");
}

customElements.define("document-register", DocumentRegister);

// Follows a recording in the text: marks the sentence and the word, goes from sentence to
// sentence, keeps speed and place. The elements of the page are never touched. Nothing is loaded
// before the recording is; without this script the player alone remains.

// As WITHIN_WORDS in plugins/read_aloud/blocks.py: what does not interrupt a run of text.
const WITHIN_WORDS = new Set("A ABBR B CODE EM I MARK SPAN STRONG SUB SUP TIME".split(" "));
const FILES = new URL("../../../../", import.meta.url);
export const SPEED = "read-aloud-speed.1";
const PLACE = `read-aloud-place.1 ${location.pathname}`;

/** @typedef {{ block: number, start: number, end: number, begins: number, words: number[] }} Sentence */
/** @typedef {{ text: Text, start: number }[]} Block the pieces of a run, and where each begins */

class ReadAloud extends HTMLElement {
  /** @type {Sentence[]} */
  #sentences = [];
  /** @type {Block[]} */
  #blocks = [];
  #current = -1;
  #follows = false;
  #isOpen = false;

  connectedCallback() {
    const audio = this.querySelector("audio");
    if (!audio) return;
    audio.addEventListener("play", () => this.#open(audio), { once: true });
    audio.addEventListener("ratechange", () => keep(SPEED, `${audio.playbackRate}`));
    audio.addEventListener("pause", () => keep(PLACE, `${audio.currentTime}`));
    audio.addEventListener("ended", () => this.#end());
    // Who goes to another page has heard enough, also where the browser keeps this one.
    addEventListener("pagehide", () => audio.pause());
  }

  /** @param {HTMLAudioElement} audio */
  async #open(audio) {
    audio.playbackRate = Number(kept(SPEED)) || 1;
    audio.currentTime = Number(kept(PLACE)) || 0;
    addStyle();
    const [rows, labels] = await Promise.all([
      load(new URL(audio.src.replace(/mp3$/, "json"))),
      loadLabels(),
    ]);
    if (!rows || !labels) return;
    this.#sentences = rows.map(sentenceOf);
    this.#blocks = blocksOf(roots());
    this.#isOpen = true;
    this.append(this.#controls(audio, labels));
    offerKeys(audio, this.#step.bind(this));
    const show = () => {
      this.#show(audio.currentTime * 1000);
      if (!audio.paused) requestAnimationFrame(show);
    };
    audio.addEventListener("play", show);
    audio.addEventListener("seeked", () => this.#show(audio.currentTime * 1000));
    show();
  }

  /**
   * @param {HTMLAudioElement} audio
   * @param {Record<string, string>} labels
   */
  #controls(audio, labels) {
    const controls = document.createElement("div");
    controls.className = "read-aloud__controls";
    controls.append(
      button(labels.previous, () => this.#step(audio, -1)),
      button(labels.next, () => this.#step(audio, 1)),
      button(labels.from_here, () => this.#startHere(audio)),
      choice(labels.follow, (checked) => {
        this.#follows = checked;
      }),
    );
    return controls;
  }

  /**
   * @param {HTMLAudioElement} audio
   * @param {number} by
   */
  #step(audio, by) {
    const last = this.#sentences.length - 1;
    const sentence = this.#sentences[Math.min(Math.max(this.#current + by, 0), last)];
    if (sentence) audio.currentTime = sentence.begins / 1000;
  }

  /**
   * Reads on from the selected words, or from the first sentence that is to be seen.
   * @param {HTMLAudioElement} audio
   */
  #startHere(audio) {
    const sentence = this.#sentences[firstHere(this.#sentences, this.#blocks)];
    if (!sentence) return;
    audio.currentTime = sentence.begins / 1000;
    audio.play();
  }

  /** @param {number} time in milliseconds */
  #show(time) {
    if (!this.#isOpen) return;
    const current = this.#sentences.filter((each) => each.begins <= time).length - 1;
    const sentence = this.#sentences[current];
    if (!sentence) return;
    const { block, start, end, begins, words } = sentence;
    if (current !== this.#current) {
      this.#current = current;
      const range = rangeOf(this.#blocks, block, start, end);
      mark("read-aloud-sentence", range);
      if (this.#follows && range) scrollTo(range);
    }
    let word = 0;
    while (word + 5 < words.length && begins + (words[word + 5] ?? 0) <= time) word += 3;
    const from = start + (words[word] ?? 0);
    const to = start + (words[word + 1] ?? 0);
    mark("read-aloud-word", rangeOf(this.#blocks, block, from, to));
  }

  #end() {
    this.#current = -1;
    keep(PLACE, "0");
    mark("read-aloud-sentence", null);
    mark("read-aloud-word", null);
  }
}

/** @param {any} row */
function sentenceOf([block, start, end, begins, words]) {
  return { block, start, end, begins, words };
}

/**
 * Which sentence holds the selected words, or is the first to be seen; -1 for none.
 * @param {{ block: number, start: number, end: number }[]} sentences
 * @param {Block[]} blocks
 */
export function firstHere(sentences, blocks) {
  const selection = getSelection();
  const chosen = selection && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  return sentences.findIndex(({ block, start, end }) => {
    const range = rangeOf(blocks, block, start, end);
    if (!range) return false;
    if (!chosen) return range.getBoundingClientRect().top >= 0;
    return chosen.compareBoundaryPoints(Range.END_TO_START, range) < 0;
  });
}

/**
 * A stretch of a block.
 * @param {Block[]} blocks
 * @param {number} number
 * @param {number} start
 * @param {number} end
 */
export function rangeOf(blocks, number, start, end) {
  const block = blocks[number] ?? [];
  const first = block.filter((piece) => piece.start <= start).at(-1);
  const last = block.filter((piece) => piece.start < end).at(-1);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.text, Math.min(start - first.start, first.text.length));
  range.setEnd(last.text, Math.min(end - last.start, last.text.length));
  return range;
}

/** The elements whose text is read, in the order of the page. */
export function roots() {
  return document.querySelectorAll("h1, .page-header__facts time, .prose");
}

/**
 * The runs of text that nothing interrupts, empty ones left out, as plugins/read_aloud/blocks.py
 * finds them.
 * @param {Iterable<Element>} elements
 */
export function blocksOf(elements) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {Block} */
  let run = [];
  let length = 0;
  const end = () => {
    if (run.some(({ text }) => text.data.trim())) blocks.push(run);
    run = [];
    length = 0;
  };
  /** @param {Node} node */
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child instanceof Text) {
        run.push({ text: child, start: length });
        length += child.length;
      } else if (child instanceof Element && !child.matches("[hidden], [popover]")) {
        const interrupts = !WITHIN_WORDS.has(child.tagName);
        if (interrupts) end();
        walk(child);
        if (interrupts) end();
      }
    }
  };
  for (const element of elements) {
    end();
    walk(element);
    end();
  }
  return blocks;
}

/**
 * @param {string} name
 * @param {Range | null} range
 */
export function mark(name, range) {
  if (!("highlights" in CSS)) return;
  if (range) CSS.highlights.set(name, new Highlight(range));
  else CSS.highlights.delete(name);
}

/** @param {Range} range */
export function scrollTo(range) {
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const behavior = still ? "instant" : "smooth";
  scrollBy({ top: top - innerHeight / 3, behavior });
}

/**
 * @param {string | undefined} label
 * @param {() => void} press
 */
export function button(label, press) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "read-aloud__button";
  element.textContent = label ?? "";
  element.addEventListener("click", press);
  return element;
}

/**
 * @param {string | undefined} label
 * @param {(checked: boolean) => void} choose
 */
export function choice(label, choose) {
  const element = document.createElement("label");
  const box = document.createElement("input");
  element.className = "read-aloud__choice";
  box.type = "checkbox";
  box.addEventListener("change", () => choose(box.checked));
  element.append(box, label ?? "");
  return element;
}

/**
 * The keys of telephones, headphones and keyboards that are made for sound.
 * @param {HTMLAudioElement} audio
 * @param {(audio: HTMLAudioElement, by: number) => void} step
 */
function offerKeys(audio, step) {
  if (!("mediaSession" in navigator)) return;
  const title = document.querySelector("h1")?.textContent?.trim() ?? document.title;
  navigator.mediaSession.metadata = new MediaMetadata({ title, artist: location.hostname });
  navigator.mediaSession.setActionHandler("previoustrack", () => step(audio, -1));
  navigator.mediaSession.setActionHandler("nexttrack", () => step(audio, 1));
}

export function addStyle() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = `${new URL("../../listening.css", import.meta.url)}`;
  document.head.append(link);
}

/** What the controls say. */
export function loadLabels() {
  return load(new URL("doc-bai/nhan.json", FILES));
}

/** @param {URL} address */
export async function load(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // The player works without.
  }
}

/**
 * @param {string} key
 * @param {string} value
 */
export function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is switched off: speed and place hold for this page.
  }
}

/** @param {string} key */
export function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

customElements.define("read-aloud", ReadAloud);

// Reads a page aloud by a Vietnamese voice of the browser. One utterance a sentence, so that no
// voice stops in the middle of a long text; "pause" is to stop and to begin the sentence again,
// because on Android a pause cancels. What is said comes from the build, loaded when asked for.

import {
  addStyle,
  blocksOf,
  button,
  choice,
  firstHere,
  keep,
  kept,
  load,
  loadLabels,
  mark,
  rangeOf,
  roots,
  SPEED,
  scrollTo,
} from "../read-aloud/read-aloud.js";

const AGREED = "read-aloud-remote.1";
const PLACE = `read-aloud-sentence.1 ${location.pathname}`;
// Android writes vi_VN.
const IN_VIETNAMESE = /^vi(?:[-_]|$)/i;
const SPEEDS = [0.75, 1, 1.25, 1.5, 2];
// A voice that has fallen silent without a word is given up: slow ones say ten letters a second.
const LETTERS_A_SECOND = 5;
const PATIENCE = 8;

/** @typedef {{ block: number, start: number, end: number, spoken: string, parted: number[] }} Sentence */

class BrowserVoice extends HTMLElement {
  /** @type {Sentence[]} */
  #sentences = [];
  /** @type {ReturnType<typeof blocksOf>} */
  #blocks = [];
  /** @type {Record<string, string>} */
  #labels = {};
  /** @type {SpeechSynthesisVoice | undefined} */
  #voice;
  /** @type {SpeechSynthesisUtterance | undefined} kept, because a forgotten one never ends */
  #utterance;
  #current = 0;
  #turn = 0;
  #timer = 0;
  #speed = Number(kept(SPEED)) || 1;
  #speaks = false;
  #follows = false;
  #playLabel = "";

  connectedCallback() {
    const play = this.querySelector("button");
    if (!play || !("speechSynthesis" in window)) return;
    this.#playLabel = play.textContent ?? "";
    this.#current = Number(kept(PLACE)) || 0;
    play.addEventListener("click", () => this.#press());
    this.#look();
    // Voices may come late, or leave.
    speechSynthesis.addEventListener?.("voiceschanged", () => this.#look());
    addEventListener("pagehide", () => this.#stop());
  }

  /** Shows the control where there is a voice, one of this device before all others. */
  #look() {
    const voices = speechSynthesis.getVoices().filter(({ lang }) => IN_VIETNAMESE.test(lang));
    this.#voice = voices.find((voice) => voice.localService) ?? voices[0];
    if (this.#voice && this.hasAttribute("hidden")) addStyle();
    this.toggleAttribute("hidden", !this.#voice);
  }

  async #press() {
    if (this.#speaks) {
      this.#stop();
      return;
    }
    if (!(await this.#open())) return;
    if (this.#voice?.localService || kept(AGREED)) this.#speak(this.#current);
    else this.#ask();
  }

  /** Loads what is to be said, once, and gives whether it is there. */
  async #open() {
    if (this.#sentences.length) return true;
    const address = new URL(this.dataset.words ?? "", location.href);
    const [rows, labels] = await Promise.all([load(address), loadLabels()]);
    if (!rows || !labels || this.#sentences.length) return false;
    this.#labels = labels;
    this.#sentences = rows.map(sentenceOf);
    this.#blocks = blocksOf(roots());
    this.querySelector("div")?.append(...this.#controls());
    return true;
  }

  #controls() {
    const { previous, next, from_here, follow, speed } = this.#labels;
    return [
      button(previous, () => this.#go(this.#current - 1)),
      button(next, () => this.#go(this.#current + 1)),
      button(from_here, () => this.#speakHere()),
      this.#speeds(speed),
      choice(follow, (checked) => {
        this.#follows = checked;
      }),
    ].map(styled);
  }

  /** @param {string | undefined} label */
  #speeds(label) {
    const element = document.createElement("label");
    const select = document.createElement("select");
    for (const speed of SPEEDS) {
      const text = speed.toLocaleString("vi");
      select.append(new Option(text, `${speed}`, false, speed === this.#speed));
    }
    select.addEventListener("change", () => {
      this.#speed = Number(select.value);
      keep(SPEED, select.value);
      if (this.#speaks) this.#speak(this.#current);
    });
    element.append(`${label} `, select);
    return element;
  }

  /** Says once that the text leaves the device, and speaks when that is agreed to. */
  #ask() {
    if (this.querySelector(".browser-voice__notice")) return;
    const notice = document.createElement("div");
    const words = document.createElement("p");
    notice.className = "browser-voice__notice";
    words.textContent = this.#labels.remote ?? "";
    const agree = button(this.#labels.agree, () => {
      keep(AGREED, "1");
      this.#close(notice);
      this.#speak(this.#current);
    });
    const refuse = button(this.#labels.refuse, () => this.#close(notice));
    const answers = document.createElement("div");
    answers.className = "browser-voice__controls";
    answers.append(styled(agree), styled(refuse));
    notice.append(words, answers);
    this.append(notice);
    agree.focus();
  }

  /** @param {HTMLElement} notice */
  #close(notice) {
    notice.remove();
    this.querySelector("button")?.focus();
  }

  /** @param {number} number */
  #go(number) {
    const last = this.#sentences.length - 1;
    this.#current = Math.min(Math.max(number, 0), last);
    if (this.#speaks) this.#speak(this.#current);
    else this.#show();
  }

  #speakHere() {
    const here = firstHere(this.#sentences, this.#blocks);
    if (here < 0) return;
    this.#current = here;
    if (!this.#speaks) this.#press();
    else this.#speak(here);
  }

  /** @param {number} number */
  #speak(number) {
    const sentence = this.#sentences[number];
    this.#hush();
    if (!sentence || !this.#voice) {
      this.#end();
      return;
    }
    this.#speaks = true;
    this.#current = number;
    this.#name(this.#labels.pause);
    this.#show();
    this.#utterance = this.#utteranceOf(sentence, this.#turn, this.#voice);
    const seconds = sentence.spoken.length / LETTERS_A_SECOND / this.#speed + PATIENCE;
    const turn = this.#turn;
    this.#timer = setTimeout(() => this.#next(turn), seconds * 1000);
    speechSynthesis.speak(this.#utterance);
  }

  /**
   * @param {Sentence} sentence
   * @param {number} turn
   * @param {SpeechSynthesisVoice} voice
   */
  #utteranceOf(sentence, turn, voice) {
    const utterance = new SpeechSynthesisUtterance(sentence.spoken);
    utterance.voice = voice;
    utterance.lang = "vi-VN";
    utterance.rate = this.#speed;
    utterance.addEventListener("end", () => this.#next(turn));
    utterance.addEventListener("error", () => {
      if (turn === this.#turn) this.#stop();
    });
    utterance.addEventListener("boundary", ({ charIndex }) => {
      if (turn === this.#turn) this.#showWord(sentence, charIndex);
    });
    return utterance;
  }

  /** @param {number} turn whose end this is; that of an older one means nothing any more */
  #next(turn) {
    if (turn === this.#turn) this.#speak(this.#current + 1);
  }

  /** Silence; the sentence is remembered. */
  #stop() {
    if (!this.#speaks) return;
    this.#hush();
    this.#speaks = false;
    this.#name(this.#playLabel);
    keep(PLACE, `${this.#current}`);
  }

  #hush() {
    this.#turn += 1;
    clearTimeout(this.#timer);
    if (speechSynthesis.speaking || speechSynthesis.pending) speechSynthesis.cancel();
  }

  #end() {
    this.#current = 0;
    this.#stop();
    mark("read-aloud-sentence", null);
    mark("read-aloud-word", null);
  }

  /** @param {string | undefined} label */
  #name(label) {
    const play = this.querySelector("button");
    if (play) play.textContent = label ?? "";
  }

  #show() {
    const sentence = this.#sentences[this.#current];
    if (!sentence) return;
    const range = rangeOf(this.#blocks, sentence.block, sentence.start, sentence.end);
    mark("read-aloud-sentence", range);
    mark("read-aloud-word", null);
    if (this.#follows && range) scrollTo(range);
  }

  /**
   * @param {Sentence} sentence
   * @param {number} place in what is said
   */
  #showWord({ block, start, end, parted }, place) {
    let [from, to, spoken] = [0, 0, 0];
    for (let entry = 0; entry < parted.length && (parted[entry + 2] ?? 0) <= place; entry += 4) {
      [from, to] = [parted[entry] ?? 0, parted[entry + 1] ?? 0];
      spoken = parted[entry + 3] ?? 0;
    }
    if (place >= spoken) {
      from = to + place - spoken;
      const text = `${rangeOf(this.#blocks, block, start + from, end)}`;
      to = from + (text.match(/^\S*/)?.[0].length ?? 0);
    }
    mark("read-aloud-word", rangeOf(this.#blocks, block, start + from, start + to));
  }
}

/** @param {any} row */
function sentenceOf([block, start, end, spoken, parted]) {
  return { block, start, end, spoken, parted };
}

/**
 * @template {HTMLElement} Control
 * @param {Control} control
 */
function styled(control) {
  control.className = "browser-voice__button";
  return control;
}

customElements.define("browser-voice", BrowserVoice);

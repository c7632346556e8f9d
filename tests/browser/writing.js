// How a page is written and marked up: what readers by ear, by keyboard or in other languages
// trip over. Each probe names the faults it finds; `probes.js` calls it.

import { CONTROLS, described, isShown, shownTexts } from "./probes.js";

const BLOCKS =
  "p, li, dd, dt, td, th, figcaption, h1, h2, h3, h4, h5, h6, summary, legend, label, div";
// What begins a line where somebody typed a list instead of marking one up.
const MARKER = /^\s*([-–—•*+·▪]|\d{1,2}[.)]|[a-zđ]\))\s+\S/;
const NO_NAMES = new Set([
  ...["xem thêm", "xem", "tại đây", "ở đây", "đây", "chi tiết", "xem chi tiết", "đọc tiếp"],
  ...["click here", "here", "more", "read more", "link", "liên kết"],
]);
const NO_PICTURES = new Set([
  ...["ảnh", "hình", "hình ảnh", "ảnh minh họa", "ảnh minh hoạ", "hình minh họa", "minh họa"],
  ...["image", "photo", "picture", "img", "logo", "untitled"],
]);
const FILE_NAME =
  /\.(jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$|^\S*[_]\S*$|^(img|dsc|image|anh|hinh)?[-_ ]*\d+$/i;
// The shape of every Vietnamese syllable, its marks taken off.
const SYLLABLE = new RegExp(
  "^(ngh?|nh|ch|gh?|gi|kh?|ph|qu|th?|tr|[bcdhlmnprsvx])?" +
    "(a[iouy]?|eo?|eu|i(a|eu?|u)?|o(a[iy]?|e|i|o)?|u(a|ay|e|i|o[iu]?|u|y(a|e|u)?)?|y(eu?)?)" +
    "(ch?|m|ng?|nh|p|t)?$",
);
const SURELY_VIETNAMESE = /[ăđơưạảãấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỷỹỵ]/i;

export const words = (/** @type {Element} */ element) =>
  (element.textContent ?? "").replace(/\s+/g, " ").trim();

/** All elements that are shown and match, within the page. */
export function shown(/** @type {string} */ selector) {
  return [...document.querySelectorAll(selector)].filter(isShown);
}

/** Blocks with words of their own: no block lies inside them. */
export function textBlocks(/** @type {string} */ selector = BLOCKS) {
  return shown(selector).filter((block) => words(block) && !block.querySelector(BLOCKS));
}

/** The name by which a control is called; a placeholder is none. */
function nameOf(/** @type {Element} */ control) {
  const ids = (control.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const pictures = [...control.querySelectorAll("img[alt]")].map((img) => img.getAttribute("alt"));
  const names = [
    ids.map((id) => document.getElementById(id)?.textContent).join(" "),
    control.getAttribute("aria-label"),
    control instanceof HTMLInputElement && /submit|reset|button/.test(control.type)
      ? control.value
      : "",
    control instanceof HTMLInputElement && control.type === "image" ? control.alt : "",
    "labels" in control ? [...(control.labels ?? [])].map(words).join(" ") : "",
    `${words(control)} ${pictures.join(" ")}`,
    control.getAttribute("title"),
  ];
  return (names.find((name) => name?.trim()) ?? "").replace(/\s+/g, " ").trim();
}

export function wrongLanguage() {
  const marked = [document.documentElement, ...document.querySelectorAll("[lang]")];
  return [...new Set(marked)]
    .filter((element) => !/^vi\b/i.test(element.getAttribute("lang") ?? ""))
    .filter((element) => {
      const own = ownTexts(element).join(" ").split(/\s+/);
      return own.filter((word) => SURELY_VIETNAMESE.test(word)).length > 2;
    })
    .map((element) => `lang="${element.getAttribute("lang") ?? ""}": ${described(element)}`);
}

/** The texts that are in the language of the element itself. */
function ownTexts(/** @type {Element} */ element) {
  return shownTexts()
    .filter((text) => text.element.closest("[lang]") === element || !text.element.closest("[lang]"))
    .filter((text) => element.contains(text.element))
    .map((text) => text.element.textContent ?? "");
}

/** Three words or more in English or French that nothing marks as such; names are exempt. */
export function unmarkedLanguage() {
  return textBlocks().flatMap((block) => {
    const runs = vietnameseText(block).split(/[.;:()“”"!?|/]+|\p{Extended_Pictographic}/u);
    return runs.flatMap(foreignRuns).map((run) => `"${run}" in ${described(block)}`);
  });
}

/** The text of a block without what stands in another language. */
function vietnameseText(/** @type {Element} */ block) {
  const copy = /** @type {Element} */ (block.cloneNode(true));
  for (const part of copy.querySelectorAll('[lang]:not([lang|="vi"]), [hidden], code'))
    part.remove();
  return block.closest("[lang]")?.matches('[lang|="vi"]') ? words(copy) : "";
}

/** Runs of words that are not Vietnamese, enough of them surely so; the last token ends a run. */
function foreignRuns(/** @type {string} */ sentence) {
  const found = [];
  /** @type {string[]} */
  let run = [];
  for (const token of [...sentence.split(/[\s–]+/).filter(Boolean), "đ"]) {
    if (languageOf(token) !== "Vietnamese") {
      run.push(token);
      continue;
    }
    if (isForeign(run)) found.push(run.join(" "));
    run = [];
  }
  return found;
}

/** Three surely foreign words that make half of a run, or two of three; names are exempt. */
function isForeign(/** @type {string[]} */ run) {
  const foreign = run.filter((token) => languageOf(token) === "foreign");
  const isName = foreign.every((token) => /^\P{L}*\p{Lu}/u.test(token));
  const isShort =
    run.length === 3 &&
    foreign.length === 2 &&
    !run.slice(0, -1).some((token) => token.endsWith(","));
  return !isName && (isShort || (foreign.length > 2 && foreign.length >= run.length / 2));
}

/** A word without marks that could be Vietnamese may stand in a foreign run, as may `axe-core`. */
function languageOf(/** @type {string} */ token) {
  const word = token.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "").toLowerCase();
  if (SURELY_VIETNAMESE.test(word)) return "Vietnamese";
  if (!/^[\p{L}’']+$/u.test(word) || token === token.toUpperCase()) return "neither";
  const bare = word.normalize("NFD").replace(/\p{M}/gu, "");
  if (!SYLLABLE.test(bare)) return "foreign";
  return bare === word ? "neither" : "Vietnamese";
}

export function poorAlternatives() {
  return [...document.images].filter(isShown).flatMap((image) => {
    const alternative = image.getAttribute("alt")?.trim();
    const caption = image.closest("figure")?.querySelector("figcaption");
    const faults = [
      [alternative === undefined, "none"],
      [alternative === "" && caption, "empty beside a caption"],
      [alternative && caption && same(alternative, words(caption)), "the caption again"],
      [FILE_NAME.test(alternative ?? ""), "a file name"],
      [NO_PICTURES.has((alternative ?? "").toLowerCase()), "says nothing"],
      [(alternative ?? "").length > 150, "too long"],
    ];
    return faults
      .filter(([is]) => is)
      .map(([, fault]) => `${fault}: ${image.outerHTML.slice(0, 90)}`);
  });
}

function same(/** @type {string} */ one, /** @type {string} */ other) {
  const plain = (/** @type {string} */ text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, " ")
      .trim();
  return plain(one) === plain(other);
}

/** Meanings that only a mouse brings up. */
export function titledAbbreviations() {
  return shown("abbr[title]").map(described);
}

export function fakeHeadings() {
  const elsewhere = "header, nav, footer, aside, form, li, figure, table, blockquote, address";
  return textBlocks("p, div")
    .filter((block) => {
      const text = words(block);
      const next = block.nextElementSibling;
      if (text.length > 100 || /[.,;:!?…)]$/.test(text) || block.closest(elsewhere)) return false;
      return next?.matches("p, ul, ol, figure") && (isWhollyBold(block) || isLarge(block, next));
    })
    .map(described);
}

function isWhollyBold(/** @type {Element} */ block) {
  const texts = shownTexts().filter(({ element }) => block.contains(element));
  return texts.every(({ element }) => Number(getComputedStyle(element).fontWeight) >= 600);
}

function isLarge(/** @type {Element} */ block, /** @type {Element} */ next) {
  const size = (/** @type {Element} */ each) => Number.parseFloat(getComputedStyle(each).fontSize);
  return size(block.firstElementChild ?? block) >= 1.15 * size(next) && next.matches("p");
}

/** Lines that begin like items of a list, two of them together, in no list. */
export function fakeLists() {
  const blocks = shown("p, div").filter((block) => !block.querySelector(BLOCKS));
  const typed = blocks.filter((block) => {
    const next = block.nextElementSibling;
    return MARKER.test(words(block)) && next?.matches("p, div") && MARKER.test(words(next));
  });
  const broken = blocks.filter((block) => {
    if (!block.querySelector("br")) return false;
    return (
      /** @type {HTMLElement} */ (block).innerText.split("\n").filter((line) => MARKER.test(line))
        .length > 1
    );
  });
  return [...typed, ...broken].map(described);
}

/** The same letter or number twice in one list: "d)" where "đ)" is meant. */
export function doubledMarkers() {
  return shown("ol, ul").flatMap((list) => {
    const markers = [...list.children].map(
      (item) => words(item).match(/^(?:[a-zđ]|\d{1,2})[.)]/i)?.[0],
    );
    const doubles = markers.filter((marker, place) => marker && markers.indexOf(marker) < place);
    return doubles.map((marker) => `${marker} in ${described(list)}`);
  });
}

export function deadLinks() {
  return shown("a[href^='#']")
    .filter(
      (link) =>
        !document.getElementById(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? "")),
    )
    .map(described);
}

export function doubledIds() {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) < place))];
}

export function brokenHeadings() {
  // Some headings are there for the ear alone.
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((heading) =>
    heading.checkVisibility(),
  );
  const level = (/** @type {Element | undefined} */ heading) => Number(heading?.localName[1] ?? 0);
  const titles = headings.filter((heading) => level(heading) === 1);
  return [
    ...(titles.length === 1 ? [] : [`${titles.length} of the first level`]),
    ...headings
      .filter((each, place) => level(each) > level(headings[place - 1]) + 1)
      .map(described),
    ...headings
      .filter((heading) => !nameOf(heading))
      .map((heading) => `empty: ${described(heading)}`),
  ];
}

export function vagueLinks() {
  return shown("a[href]")
    .filter((link) =>
      NO_NAMES.has(
        nameOf(link)
          .toLowerCase()
          .replace(/[\s.…»>]+$/u, ""),
      ),
    )
    .map(described);
}

/** Links that are called alike and lead to different pages. */
export function ambiguousLinks() {
  const places = new Map();
  const found = new Set();
  for (const link of /** @type {HTMLAnchorElement[]} */ (shown("a[href]:not([href^='#'])"))) {
    const name = nameOf(link).toLowerCase();
    const place = places.get(name) ?? link.href;
    if (place !== link.href) found.add(described(link));
    places.set(name, place);
  }
  return [...found];
}

export function namelessControls() {
  const named = `${CONTROLS}, iframe, [role=button], [role=link], [role=checkbox], [tabindex="0"]`;
  return shown(named)
    .filter((control) => !nameOf(control))
    .map((control) => control.outerHTML.slice(0, 90));
}

/** Who speaks the words that stand on a control must reach it (WCAG 2.5.3). */
export function unspokenLabels() {
  return shown("[aria-label]")
    .filter((control) => control.matches(CONTROLS) && words(control))
    .filter((control) => !nameOf(control).toLowerCase().includes(words(control).toLowerCase()))
    .map(described);
}

/** Letters set apart by spaces are spoken one by one; rows of signs are read out or are noise. */
export function drawnText() {
  const drawn = /(?:^|\s)(?:\p{L} ){3,}\p{L}(?=\s|$)|([-_=*.~·–—])\1{3,}|[\uE000-\uF8FF]/u;
  return textBlocks()
    .filter((block) => drawn.test(words(block)))
    .map(described);
}

/** Lines kept apart by two breaks: paragraphs only to the eye. */
export function fakeParagraphs() {
  return shown("br")
    .filter(
      (line) =>
        line.nextElementSibling?.localName === "br" && !line.nextSibling?.textContent?.trim(),
    )
    .map((line) => described(line.parentElement ?? line));
}

/** Words that only the style sheet holds: not found, not copied, not always spoken. */
export function wordsOfStyle() {
  return shown("body *").flatMap((element) =>
    ["::before", "::after"]
      .map((part) => getComputedStyle(element, part).content)
      .filter((content) => /^"[^"]*\p{L}{2}/u.test(content))
      .map((content) => `${content} of ${described(element)}`),
  );
}

export function headerlessTables() {
  return shown("table")
    .filter((table) => !table.querySelector("th"))
    .map(described);
}

export function movingParts() {
  const endless = document
    .getAnimations()
    .filter((each) => each.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY);
  const targets = endless.map((each) => /** @type {KeyframeEffect} */ (each.effect).target);
  const moving = document.querySelectorAll(
    "marquee, blink, [autoplay], meta[http-equiv=refresh i]",
  );
  return [...targets, ...moving].map((each) => (each ? each.outerHTML.slice(0, 90) : ""));
}

/** What changes the reader's place or keys unasked. */
export function surprises() {
  return shown("[accesskey], [autofocus], a[target=_blank], [contenteditable]").map((element) =>
    element.outerHTML.slice(0, 90),
  );
}

/** Whatever answers to a press and is no control: with a handler, or a hand as its pointer. */
export function fakeControls() {
  const real = `${CONTROLS}, label, [role]`;
  return shown("body *")
    .filter((element) => !element.closest(real) && !element.querySelector(CONTROLS))
    .filter((element) => {
      const points = getComputedStyle(element).cursor === "pointer";
      const listens = typeof getEventListeners === "function" && getEventListeners(element).click;
      return points || listens || /** @type {HTMLElement} */ (element).onclick;
    })
    .map(described);
}

// What readers meet, measured on the page itself: each probe names the faults it finds.
// The browser is given `writing.js` and this file as one text, without imports and exports.

import {
  ambiguousLinks,
  brokenHeadings,
  deadLinks,
  doubledIds,
  doubledMarkers,
  drawnText,
  fakeControls,
  fakeHeadings,
  fakeLists,
  fakeParagraphs,
  headerlessTables,
  movingParts,
  namelessControls,
  poorAlternatives,
  shown,
  surprises,
  textBlocks,
  titledAbbreviations,
  unmarkedLanguage,
  unspokenLabels,
  vagueLinks,
  words,
  wordsOfStyle,
  wrongLanguage,
} from "./writing.js";

export const CONTROLS = "a[href], button, input, select, textarea, summary";
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

/** @param {Element} element */
export function described(element) {
  const name = element.className ? `.${element.className}` : "";
  return `${element.localName}${name} "${words(element).slice(0, 40)}"`;
}

/** Shown to the eye; what stands there for speech alone is cut down to nothing on purpose. */
export function isShown(/** @type {Element} */ element) {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  for (const each of lineage(element)) {
    if (getComputedStyle(each).clipPath === "inset(50%)") return false;
  }
  return true;
}

/** The element and its ancestors. */
function* lineage(/** @type {Element | null} */ element) {
  for (let each = element; each; each = each.parentElement) yield each;
}

/** Every piece of text that is shown, with the boxes of its lines. */
export function shownTexts() {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent?.trim() || !element || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    texts.push({ element, boxes: [...range.getClientRects()].filter((box) => box.width > 1) });
  }
  return texts;
}

function overlap(/** @type {DOMRect} */ a, /** @type {DOMRect} */ b) {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.min(width, height);
}

/** Titles as short as can be: what answers to a press only because its words fill two lines. */
function shortenLinks() {
  for (const link of document.querySelectorAll("a")) {
    if (!isInSentence(link) && !link.children.length) link.textContent = "Văn bản";
  }
}

function openDetails() {
  for (const details of document.querySelectorAll("details")) details.open = true;
}

/** WCAG 1.4.12: the reader's own spacing. */
function spaceText() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(TEXT_SPACING);
  document.adoptedStyleSheets = [sheet];
}

function sidewaysScroll() {
  const { scrollWidth } = document.documentElement;
  if (scrollWidth <= innerWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter(
    (element) => isShown(element) && element.getBoundingClientRect().right > innerWidth + 1,
  );
  return [`${scrollWidth} px wide`, ...wide.map(described)];
}

/** Text that a box cuts off, that begins outside the page or lies under other text. */
function hiddenText() {
  const texts = shownTexts();
  return [
    ...texts.filter(isCutOff).map(({ element }) => `cut: ${described(element)}`),
    ...doubled(texts),
  ];
}

function isCutOff(/** @type {{ element: Element, boxes: DOMRect[] }} */ { element, boxes }) {
  for (const each of lineage(element)) {
    const { overflowX, overflowY } = getComputedStyle(each);
    if (/auto|scroll/.test(overflowX + overflowY)) return false; // can be reached
    if (!/hidden|clip/.test(overflowX + overflowY)) continue;
    const around = each.getBoundingClientRect();
    const isInside = (/** @type {DOMRect} */ box) =>
      box.left >= around.left - 1 &&
      box.right <= around.right + 1 &&
      box.top >= around.top - 1 &&
      box.bottom <= around.bottom + 1;
    if (!boxes.every(isInside)) return true;
  }
  return boxes.some((box) => box.left < -1 && box.bottom > 0);
}

function doubled(/** @type {{ element: Element, boxes: DOMRect[] }[]} */ texts) {
  const lines = texts
    .flatMap(({ element, boxes }) => boxes.map((box) => ({ element, box })))
    .sort((a, b) => a.box.top - b.box.top);
  const found = new Set();
  lines.forEach((line, index) => {
    for (const other of lines.slice(index + 1)) {
      if (other.box.top >= line.box.bottom) break;
      if (overlap(line.box, other.box) > 2) {
        found.add(`over each other: ${described(line.element)}, ${described(other.element)}`);
      }
    }
  });
  return [...found];
}

/** The area that answers to a press: a label answers for its control, a card for its link. */
function target(/** @type {Element} */ control) {
  if (control instanceof HTMLInputElement && control.labels?.[0]) {
    return control.labels[0].getBoundingClientRect();
  }
  const { position, top, right, bottom, left } = getComputedStyle(control, "::after");
  const fills =
    position === "absolute" && [top, right, bottom, left].every((edge) => edge === "0px");
  if (fills && control instanceof HTMLElement && control.offsetParent) {
    return control.offsetParent.getBoundingClientRect();
  }
  return control.getBoundingClientRect();
}

/** A link among the words of a sentence: its height is that of the line (WCAG 2.5.5). */
function isInSentence(/** @type {Element} */ control) {
  if (getComputedStyle(control).display !== "inline") return false;
  for (const each of lineage(control)) {
    const around = [...(each.parentElement?.childNodes ?? [])];
    if (around.some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())) {
      return true;
    }
    if (getComputedStyle(each).display !== "inline") return false;
  }
  return false;
}

function shownControls() {
  return [...document.querySelectorAll(CONTROLS)].filter(
    (control) => isShown(control) && control.getBoundingClientRect().bottom > 0,
  );
}

function smallTargets(/** @type {number} */ limit) {
  return shownControls()
    .filter((control) => !isInSentence(control))
    .map((control) => ({ control, box: target(control) }))
    .filter(({ box }) => Math.min(box.width, box.height) < limit - 0.5)
    .map(
      ({ control, box }) =>
        `${Math.round(box.width)} x ${Math.round(box.height)}: ${described(control)}`,
    );
}

function overlappingTargets() {
  const targets = shownControls()
    .filter((control) => !isInSentence(control))
    .map((control) => ({ control, box: target(control) }));
  return targets.flatMap((one, index) =>
    targets
      .slice(index + 1)
      .filter((other) => overlap(one.box, other.box) > 1)
      .map((other) => `${described(one.control)} and ${described(other.control)}`),
  );
}

/** @returns {[number, number, number, number]} red, green, blue of 255, and opacity of 1 */
function channels(/** @type {string} */ colour) {
  const found = colour.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/);
  if (!found) throw new Error(`A colour in a form that is not foreseen: ${colour}`);
  return [Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4] ?? 1)];
}

/** The colour that lies behind an element's text; nothing on the site is half transparent. */
function ground(/** @type {Element | null} */ element) {
  for (const each of lineage(element)) {
    const [red, green, blue, opacity] = channels(getComputedStyle(each).backgroundColor);
    if (opacity === 1) return [red, green, blue];
    if (opacity > 0) throw new Error(`Half transparent: ${described(each)}`);
  }
  return [255, 255, 255];
}

/** WCAG's relative luminance. */
function luminance(/** @type {number[]} */ colour) {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(/** @type {number[]} */ one, /** @type {number[]} */ other) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function faintTexts(/** @type {number} */ limit) {
  const found = shownTexts().flatMap(({ element }) => {
    const ink = channels(getComputedStyle(element).color).slice(0, 3);
    const ratio = contrast(ink, ground(element));
    return ratio < limit ? [`${ratio.toFixed(2)}: ${described(element)}`] : [];
  });
  return [...new Set(found)];
}

/** The ring of the control that has the focus; a card's link draws it around the card. */
function ring(/** @type {Element} */ control) {
  const own = getComputedStyle(control);
  return own.outlineStyle === "none" ? getComputedStyle(control, "::after") : own;
}

/** The control that has the focus: its place in the page, and what is wrong with how it shows. */
function focusStop() {
  const control = document.activeElement;
  if (!control || control === document.body) return null;
  const faults = [...ringFaults(control), ...coverFaults(control)];
  return {
    place: [...document.querySelectorAll("*")].indexOf(control),
    name: described(control),
    part: control.closest("accessibility-toolbar, .prose, [class^=site]")?.classList[0] ?? "",
    faults: faults.map((fault) => `${fault}: ${described(control)}`),
  };
}

function ringFaults(/** @type {Element} */ control) {
  const { outlineStyle, outlineWidth, outlineColor } = ring(control);
  if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) return ["no ring"];
  const ratio = contrast(channels(outlineColor).slice(0, 3), ground(control.parentElement));
  return ratio < 4.5 ? [`ring of ${ratio.toFixed(2)}`] : [];
}

/** Looks at the middle of every line box, and at points near its ends, that are in the window. */
function coverFaults(/** @type {Element} */ control) {
  const points = [...control.getClientRects()]
    .flatMap(({ left, right, top, bottom }) => {
      const middle = (top + bottom) / 2;
      return [left + 2, (left + right) / 2, right - 2].map((x) => ({ x, y: middle }));
    })
    .filter(({ x, y }) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  if (!points.length) return ["outside the window"];
  const covers = points
    .map(({ x, y }) => document.elementFromPoint(x, y))
    .filter((top) => top && !control.contains(top) && !top.contains(control));
  return covers.map((top) => `covered by ${top ? described(top) : "nothing"}`);
}

/** Even edges on both sides tear holes into lines (WCAG 1.4.8). */
function justifiedText() {
  return textBlocks()
    .filter((block) => getComputedStyle(block).textAlign === "justify")
    .map(described);
}

/** The words that are shown, without those that wait for a switch. */
function readable(/** @type {Element} */ block) {
  return /** @type {HTMLElement} */ (block).innerText.trim();
}

/** Running text below one and a half lines, or wider than its readers can follow (WCAG 1.4.8). */
function crampedText() {
  return textBlocks("p, li, dd").flatMap((block) => {
    const { lineHeight, fontSize } = getComputedStyle(block);
    const leading = Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    const lines = block.getBoundingClientRect().height / Number.parseFloat(lineHeight);
    const across = readable(block).length / Math.max(1, Math.round(lines));
    if (readable(block).length < 80 || lines < 2) return [];
    if (leading < 1.45) return [`lines of ${leading.toFixed(2)}: ${described(block)}`];
    return lines > 2.5 && across > 95 ? [`${Math.round(across)} letters: ${described(block)}`] : [];
  });
}

function tinyTexts() {
  return shownTexts()
    .filter(({ element }) => Number.parseFloat(getComputedStyle(element).fontSize) < 13)
    .map(({ element }) => described(element));
}

/** Text that stays small when readers ask their browser for large letters. */
function unyieldingText() {
  const root = document.documentElement;
  const size = (/** @type {Element} */ each) => Number.parseFloat(getComputedStyle(each).fontSize);
  const texts = shownTexts().map(({ element }) => ({ element, before: size(element) }));
  root.style.setProperty("font-size", "200%", "important");
  const rigid = texts.filter(({ element, before }) => size(element) < 1.3 * before);
  root.style.removeProperty("font-size");
  return [...new Set(rigid.map(({ element }) => described(element)))];
}

/** What stays in the window while the rest scrolls, and takes more than a quarter of it. */
function tallStickies() {
  return shown("body *")
    .filter((element) => /fixed|sticky/.test(getComputedStyle(element).position))
    .filter((element) => element.getBoundingClientRect().height > innerHeight / 4)
    .filter((element) => element.getBoundingClientRect().width > innerWidth / 2)
    .filter((element) => !element.matches(":popover-open"))
    .map(described);
}

/** Boxes with words that the eye meets in another order than the ear. */
function shuffledBoxes() {
  return shown("body *")
    .filter((element) => {
      const { display, flexDirection, flexWrap } = getComputedStyle(element);
      const spoken = [...element.children].filter((child) => isShown(child) && words(child));
      if (!/flex|grid/.test(display) || spoken.length < 2) return false;
      if (/flex/.test(display) && /reverse/.test(flexDirection + flexWrap)) return true;
      const orders = spoken.map((child) => Number(getComputedStyle(child).order));
      return orders.some((order, place) => order < (orders[place - 1] ?? order));
    })
    .map(described);
}

/** Links among words that only their colour tells apart. */
function linksByColour() {
  return shown("a[href]")
    .filter((link) => isInSentence(link) && words(link) && link.closest("p, li, dd, td"))
    .filter((link) => {
      const { textDecorationLine, borderBlockEndStyle, backgroundImage } = getComputedStyle(link);
      return (
        textDecorationLine === "none" &&
        borderBlockEndStyle === "none" &&
        backgroundImage === "none"
      );
    })
    .map(described);
}

/** Fields whose edge cannot be told from what lies around them. */
function faintEdges() {
  const fields =
    "input:not([type=radio], [type=checkbox], [type=hidden], [type=range], [type=submit], [type=button]), select, textarea";
  return shown(fields).flatMap((field) => {
    const { borderTopColor, borderTopStyle, backgroundColor } = getComputedStyle(field);
    const around = ground(field.parentElement);
    const edge = borderTopStyle === "none" ? around : channels(borderTopColor).slice(0, 3);
    const inner =
      channels(backgroundColor)[3] === 1 ? channels(backgroundColor).slice(0, 3) : around;
    const ratio = Math.max(contrast(edge, around), contrast(inner, around));
    return ratio < 3 ? [`${ratio.toFixed(2)}: ${described(field)}`] : [];
  });
}

/** What readers' own colours, or their wish to take text along, do not reach. */
function stubbornParts() {
  return shown("body *")
    .filter((element) => {
      const { forcedColorAdjust, userSelect } = getComputedStyle(element);
      return (forcedColorAdjust === "none" || userSelect === "none") && words(element);
    })
    .map(described);
}

/** Nothing scrolls although there is more than the window shows. */
function lockedPage() {
  const { scrollHeight } = document.documentElement;
  const locked = [document.documentElement, document.body].some((element) =>
    /hidden|clip/.test(getComputedStyle(element).overflowY),
  );
  return locked && document.body.scrollHeight > innerHeight + 1 ? [`${scrollHeight} px high`] : [];
}

/** Text alone grows, as browsers can make it: by a factor, or up to a smallest size in pixels. */
function zoomText(/** @type {{ factor?: number, least?: number }} */ { factor = 1, least = 0 }) {
  const texts = [document.documentElement, ...document.body.querySelectorAll("*")];
  const sizes = texts.map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  texts.forEach((element, place) => {
    const size = Math.max(least, factor * (sizes[place] ?? 0));
    if (element instanceof HTMLElement)
      element.style.setProperty("font-size", `${size}px`, "important");
  });
}

/** Take back what `zoomText` and `spaceText` did. */
function restoreText() {
  document.adoptedStyleSheets = [];
  for (const element of document.querySelectorAll("[style]")) {
    if (element instanceof HTMLElement && element.style.getPropertyPriority("font-size")) {
      element.style.removeProperty("font-size");
    }
  }
}

/** From now on, write down where each press of the Tab key leads. */
function followFocus() {
  const stops = [];
  globalThis.focusStops = stops;
  addEventListener("keyup", ({ key }) => key === "Tab" && stops.push(focusStop()), true);
  return shownControls().length;
}

/** What is wrong with the way that `followFocus` saw. */
function focusFaults() {
  const stops = globalThis.focusStops;
  // The way ends where the focus leaves the page, or is back at its first stop.
  const end = stops.findIndex((stop, index) => !stop || (index && stop.place === stops[0].place));
  const way = end < 0 ? stops : stops.slice(0, end);
  const all = [...document.querySelectorAll("*")];
  const reached = new Set(way.map(({ place }) => all[place]));
  const unreached = shownControls().filter((control) => !isReached(control, reached));
  const turns = way.filter(({ place }, index) => index > 0 && place < way[index - 1].place);
  return {
    hiddenFocus: way.flatMap(({ faults }) => faults),
    focusOrder: turns.map(({ name }) => name),
    unreachedControls: unreached.map(described),
  };
}

/** Of radio buttons that belong together, one is a stop. */
function isReached(/** @type {Element} */ control, /** @type {Set<Element>} */ reached) {
  if (reached.has(control) || control.matches(":disabled")) return true;
  if (!(control instanceof HTMLInputElement) || control.type !== "radio") return false;
  return [...reached].some(
    (each) => each instanceof HTMLInputElement && each.name === control.name,
  );
}

/**
 * Headings whose lines, set in the given words, would touch: ink taller than the line. Both are
 * measured in em; ink is counted in whole pixels, and above 256 of them more coarsely.
 */
function touchingLines(/** @type {string} */ words) {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) throw new Error("no canvas");
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, .site-masthead__name")];
  return headings.filter(isShown).flatMap((heading) => {
    const { fontWeight, fontSize, fontFamily, lineHeight } = getComputedStyle(heading);
    pen.font = `${fontWeight} 250px ${fontFamily}`;
    const { actualBoundingBoxAscent, actualBoundingBoxDescent } = pen.measureText(words);
    const ink = (actualBoundingBoxAscent + actualBoundingBoxDescent) / 250;
    const line = Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    return ink > line ? [`${ink.toFixed(3)} in ${line.toFixed(3)}: ${described(heading)}`] : [];
  });
}

/** The families of the site's own font that have arrived and are used. */
function loadedFonts() {
  return [...document.fonts]
    .filter((font) => font.status === "loaded")
    .map((font) => `${font.family.replaceAll('"', "")} ${font.weight}`)
    .sort();
}

/** Call a probe by its name. */
export const probe = ([name, argument]) =>
  ({
    openDetails,
    shortenLinks,
    spaceText,
    sidewaysScroll,
    hiddenText,
    smallTargets,
    overlappingTargets,
    faintTexts,
    focusStop,
    touchingLines,
    loadedFonts,
    justifiedText,
    crampedText,
    tinyTexts,
    unyieldingText,
    tallStickies,
    shuffledBoxes,
    linksByColour,
    faintEdges,
    stubbornParts,
    lockedPage,
    zoomText,
    restoreText,
    followFocus,
    focusFaults,
    wrongLanguage,
    unmarkedLanguage,
    poorAlternatives,
    titledAbbreviations,
    fakeHeadings,
    fakeLists,
    doubledMarkers,
    deadLinks,
    doubledIds,
    brokenHeadings,
    vagueLinks,
    ambiguousLinks,
    namelessControls,
    unspokenLabels,
    drawnText,
    fakeParagraphs,
    wordsOfStyle,
    headerlessTables,
    movingParts,
    surprises,
    fakeControls,
  })[name](argument);

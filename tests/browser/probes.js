// What readers meet, measured on the page itself: each probe names the faults it finds.
// The text of this file is one expression to the browser: a function that calls a probe by name.

const CONTROLS = "a[href], button, input, select, textarea, summary";
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

/** @param {Element} element */
function described(element) {
  const name = element.className ? `.${element.className}` : "";
  return `${element.localName}${name} "${(element.textContent ?? "").trim().slice(0, 40)}"`;
}

/** Shown to the eye; what stands there for speech alone is cut down to nothing on purpose. */
function isShown(/** @type {Element} */ element) {
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
function shownTexts() {
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

([name, argument]) =>
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
  })[name](argument);

// Offers the meaning of an abbreviation at its first use, in a popover that it opens there.
// Without this script, or in a browser without popovers (Chrome 109), a link to the list stays.

const list = document.querySelector("details.glossary-terms");
if (list instanceof HTMLDetailsElement) {
  // Not every browser prints what is closed, or opens it for a link to something inside.
  const open = () => {
    list.open = true;
  };
  addEventListener("beforeprint", open);
  for (const link of document.querySelectorAll(".prose abbr > a")) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    const toList = "popover" in link ? offerMeaning(link, list.dataset.entry ?? "") : link;
    toList.addEventListener("click", open);
  }
}

/**
 * Makes a link open the meaning where it stands; the way to the list goes along.
 * @param {HTMLAnchorElement} link
 * @param {string} label
 * @returns {HTMLAnchorElement} the link to the list
 */
function offerMeaning(link, label) {
  const entry = link.hash.slice(1);
  const meaning = document.createElement("span");
  const toList = document.createElement("a");
  toList.href = link.hash;
  toList.append(label);
  toList.addEventListener("click", () => meaning.hidePopover());
  meaning.className = "glossary-terms__meaning";
  meaning.popover = "auto";
  meaning.append(document.getElementById(entry)?.textContent ?? "", toList);
  link.after(meaning);
  // By role only: a real button is a box, and browsers find no phrase across its borders.
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
  // Speech says the meaning with the word, before anything is opened.
  link.setAttribute("aria-describedby", entry);
  actAsButton(link, meaning);
  return toList;
}

/**
 * @param {HTMLAnchorElement} link
 * @param {HTMLElement} meaning
 */
function actAsButton(link, meaning) {
  const isOpen = () => meaning.matches(":popover-open");
  let wasOpen = false;
  /** @param {Event} event */
  const toggle = (event) => {
    event.preventDefault();
    if (wasOpen || isOpen()) meaning.hidePopover();
    else meaning.showPopover();
    wasOpen = false;
  };
  // The press that closes it comes before the click that would open it again.
  link.addEventListener("pointerdown", () => {
    wasOpen = isOpen();
  });
  link.addEventListener("click", toggle);
  link.addEventListener("keydown", (event) => {
    if (event.key === " ") toggle(event);
  });
  meaning.addEventListener("beforetoggle", (event) => {
    link.setAttribute("aria-expanded", String(event.newState === "open"));
  });
}

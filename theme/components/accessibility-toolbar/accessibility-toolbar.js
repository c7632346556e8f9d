// Keeps the reader's choices. Without this script the controls act on the present page by
// `:has(:checked)`; with it they are stored, and `preferences.js` puts them on every page.

// The same key as in preferences.js, which cannot be imported: it has to block the page.
const KEY = "reading-preferences.1";
const root = document.documentElement;

class AccessibilityToolbar extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    const show = () => showChoices(form);
    show();
    form.addEventListener("change", ({ target }) => {
      takeChoices(form);
      keepChoices();
      // Where the text has grown, the control may have left the window.
      if (target instanceof Element) target.scrollIntoView({ block: "nearest" });
    });
    form.addEventListener("reset", () => {
      forgetChoices();
      keepChoices();
    });
    // preferences.js listens to the same events, and began to first.
    addEventListener("storage", show);
    addEventListener("pageshow", show);
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLInputElement[]}
 */
function inputs(form) {
  return Array.from(form.querySelectorAll("input"));
}

/**
 * Brings the controls in step with the attributes of the page.
 * @param {HTMLFormElement} form
 */
function showChoices(form) {
  for (const input of inputs(form)) {
    const chosen = root.getAttribute(`data-${input.name}`);
    input.checked = chosen === null ? input.defaultChecked : input.value === chosen;
  }
}

/**
 * Brings the attributes of the page in step with the controls; those of choices that have no
 * control on this page stay.
 * @param {HTMLFormElement} form
 */
function takeChoices(form) {
  for (const input of inputs(form)) {
    const attribute = `data-${input.name}`;
    if (input.checked && !input.defaultChecked) root.setAttribute(attribute, input.value);
    else if (input.checked || input.type === "checkbox") root.removeAttribute(attribute);
  }
}

/** The names of the attributes that say what was chosen. */
function chosenAttributes() {
  return root.getAttributeNames().filter((name) => name.startsWith("data-"));
}

function forgetChoices() {
  for (const attribute of chosenAttributes()) root.removeAttribute(attribute);
}

/** Stores what the attributes of the page say. */
function keepChoices() {
  const chosen = chosenAttributes().map((name) => [
    name.slice("data-".length),
    root.getAttribute(name),
  ]);
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(chosen)));
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
}

customElements.define("accessibility-toolbar", AccessibilityToolbar);

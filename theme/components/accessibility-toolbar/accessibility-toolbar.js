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
    form.addEventListener("change", () => keepChoices(form));
    // The controls have their first values again only after the event.
    form.addEventListener("reset", () => setTimeout(() => keepChoices(form)));
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
 * Brings the attributes of the page and the store in step with the controls.
 * @param {HTMLFormElement} form
 */
function keepChoices(form) {
  const chosen = Object.fromEntries(
    inputs(form)
      .filter((input) => input.checked && !input.defaultChecked)
      .map((input) => [input.name, input.value]),
  );
  for (const { name } of inputs(form)) {
    const value = chosen[name];
    if (value) root.setAttribute(`data-${name}`, value);
    else root.removeAttribute(`data-${name}`);
  }
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
}

customElements.define("accessibility-toolbar", AccessibilityToolbar);

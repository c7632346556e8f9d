// Blocks the page on purpose, so that it is never painted in the wrong mode: see README.md.
(() => {
  const CHOICES = {
    "text-size": ["125", "150", "200"],
    contrast: ["light", "dark", "high-light", "high-dark"],
    spacing: ["wide"],
    font: ["plain"],
    abbreviations: ["long"],
  };
  const root = document.documentElement;
  const KEY = "reading-preferences.1";

  const apply = () => {
    let chosen;
    try {
      chosen = JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
    } catch {
      return;
    }
    for (const [name, values] of Object.entries(CHOICES)) {
      if (values.includes(chosen[name])) root.setAttribute(`data-${name}`, chosen[name]);
      else root.removeAttribute(`data-${name}`);
    }
  };

  apply();
  addEventListener("storage", apply);
  addEventListener("pageshow", (event) => event.persisted && apply());
})();

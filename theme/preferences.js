// Puts the reader's stored choices on <html> before anything is painted: it blocks the page on
// purpose, so it stays tiny. The toolbar writes what is read here; the lists are the same as its
// options, and a test compares them. The default of each choice is no attribute at all.
(() => {
  const KEY = "reading-preferences.1";
  const CHOICES = {
    "text-size": ["125", "150", "200"],
    contrast: ["light", "dark", "high-light", "high-dark"],
    abbreviations: ["long"],
  };

  /** @returns {Record<string, unknown> | null} null where nothing readable is stored */
  const stored = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? "{}");
    } catch {
      return null; // storage is switched off, or somebody else wrote into it
    }
  };

  const apply = () => {
    const chosen = stored();
    if (!chosen) return;
    for (const [name, values] of Object.entries(CHOICES)) {
      const value = chosen[name];
      if (typeof value === "string" && values.includes(value)) {
        document.documentElement.setAttribute(`data-${name}`, value);
      } else {
        document.documentElement.removeAttribute(`data-${name}`);
      }
    }
  };

  apply();
  // Another tab changed a choice; a page came back from the back-forward cache.
  addEventListener("storage", apply);
  addEventListener("pageshow", (event) => event.persisted && apply());
})();

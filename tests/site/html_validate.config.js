// The rules by which html-validate judges written pages: all that it recommends, and those about
// accessibility and whole documents. Its style of writing is set to ours; nothing else is.

export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    "doctype-style": ["error", { style: "lowercase" }],
    // Templates write `hidden`, the sanitiser `hidden=""`: the same to every browser.
    "attribute-empty-style": "off",
    // Hashes guard against others' servers; every file of ours comes from the page's own.
    "require-sri": ["error", { target: "crossorigin" }],
  },
};

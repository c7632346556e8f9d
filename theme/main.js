// The components that behave; each works without its script, or shows nothing.
import "./components/accessibility-toolbar/accessibility-toolbar.js";
import "./components/document-register/document-register.js";
import "./components/document-sheet/document-sheet.js";
import "./components/glossary-index/glossary-index.js";
import "./components/glossary-terms/glossary-terms.js";
import "./components/portal-monitoring/portal-monitoring.js";
import "./components/read-aloud/read-aloud.js";
import "./components/share-links/share-links.js";

// Only pages without a recording have it.
if (document.querySelector("browser-voice")) {
  import("./components/browser-voice/browser-voice.js");
}

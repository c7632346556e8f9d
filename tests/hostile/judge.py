"""Another judge than the gate's own: html5ever, the parser of a browser, inside nh3."""

import re

import nh3

_ELEMENTS = """a abbr animate applet article aside audio base bgsound body button div embed form
    frame frameset h1 h2 h3 h4 h5 h6 iframe image img input isindex li link main marquee math meta
    nav object p picture portal script section select set source span style svg td template
    textarea th track ul use video"""
_SCHEMES = """about blob chrome data feed file filesystem http https intent jar javascript
    livescript mailto mocha ms-word tel vbscript view-source x"""
_NEVER = re.compile(
    r"<(applet|base|bgsound|embed|frame|frameset|iframe|isindex|marquee|math|object|portal|style"
    r"|svg|audio|video|track)\b"
)
_SCRIPT = re.compile(r"<script\b[^>]*>")
_OWN_SCRIPT = re.compile(r'<script[^>]* (?:src="/giao-dien/[^"]*"|type="application/ld\+json")')
_LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping"}
_LINK_SCHEME = re.compile(
    r"[\x00-\x20]*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.\s-]*:", re.IGNORECASE
)


def active_in(page: str) -> list[str]:
    """What a browser's parser sees in a page that could run or load what is not the site's."""
    found: list[str] = []

    def look(element: str, attribute: str, value: str) -> str:
        if _is_active(element, attribute, value):
            found.append(f"{element} {attribute}={value}")
        return value

    seen = nh3.clean(
        page,
        tags=set(_ELEMENTS.split()),
        clean_content_tags=set(),
        generic_attribute_prefixes={""},
        attribute_filter=look,
        url_schemes=set(_SCHEMES.split()),
        link_rel=None,
    )
    found += [match[0] for match in _NEVER.finditer(seen)]
    found += [tag for tag in _SCRIPT.findall(seen) if not _OWN_SCRIPT.match(tag)]
    return found


def _is_active(element: str, attribute: str, value: str) -> bool:
    if attribute.startswith("on") or attribute in {"style", "srcdoc"}:
        return True
    if attribute == "http-equiv":
        return value != "Content-Security-Policy"
    if attribute in _LOADING:
        return re.match(r"/(?![/\\])", value) is None
    if attribute == "href" and element == "link":
        return value.startswith("//")
    return attribute in {"href", "xlink:href"} and _LINK_SCHEME.match(value) is not None

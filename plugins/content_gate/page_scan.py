"""Whether anything in the written site could act in a browser: the last look at every file.

Why enumerating tags is enough. An HTML parser begins a tag, a comment or a declaration at
a raw `<` and nowhere else, in whatever state it is. Every raw `<` of a page must begin one
token of a narrow grammar: lower-case names, values in double quotes without `<`, a closing
`>`. Such a token cannot hold the beginning of another, and comments, CDATA and elements
that change how the rest is read (`svg`, `plaintext`, `iframe`…) are not in the grammar. So
what a browser sees is a subset of the tokens looked at here, however the page nests; our
templates and the sanitiser write nothing else, and what does not fit is refused unread.
Pages repeat their tokens, so each is judged once in a build.
"""

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from lxml import etree
from msgspec import Struct, field

from plugins.core.portal_monitoring import PortalMonitoring, read_portal_monitoring
from plugins.core.site import Site


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ASSETS = "giao-dien/"
_TOKEN = re.compile(r'<[^<>"]*(?:"[^"<]*"[^<>"]*)*>?')
_TAG = re.compile(
    r'<(?P<name>[a-z][a-z0-9-]*)(?P<rest>(?:\s+[a-z][a-z0-9:-]*(?:="[^"<]*")?)*)\s*/?>'
)
_END_TAG = re.compile(r"</[a-z][a-z0-9-]*>")
_ATTRIBUTE = re.compile(r'([a-z][a-z0-9:-]*)(?:="([^"]*)")?')
_JSON_LD_TAG = '<script type="application/ld+json">'
_JSON_LD = re.compile(rf"{re.escape(_JSON_LD_TAG)}([^<]*)</script>")
# Another encoding could spell `<` with other bytes (HTML: the first 1024 bytes decide).
_ENCODING = '<meta charset="utf-8">'
_ENCODING_WITHIN = 1024
_ELEMENTS = _words(
    """a abbr address article aside audio b bdi bdo blockquote body br button caption cite code col
    colgroup data datalist dd del details dfn dialog div dl dt em fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i img input ins kbd label legend
    li link main mark menu meta meter nav noscript ol optgroup option output p picture pre
    progress q s samp script search section select small source span strong sub summary sup
    table tbody td template textarea tfoot th thead time title tr u ul var wbr"""
)
_INERT = _words(
    """abbr alt as async autocomplete autofocus cellpadding charset checked class color cols
    colspan content controls crossorigin datetime decoding defer dir disabled download enctype
    enterkeyhint fetchpriority for form headers height hidden hreflang http-equiv id inert
    inputmode integrity itemid itemprop itemref itemscope itemtype kind label lang list loading
    max maxlength media method min minlength multiple name nonce novalidate open pattern
    placeholder popover popovertarget preload property readonly referrerpolicy rel required reversed
    role rows rowspan scope selected shape size sizes span spellcheck start step tabindex
    target title translate type value width wrap"""
)
_INERT_PREFIXES = ("aria-", "data-")
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
# Browsers drop some blanks and controls from addresses; dropping them all hides no scheme.
_BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufeff]")
_NOT_IN_OWN = re.compile(r"[\\\x00-\x1f]")
# How a page at an old address leads on: to an own address, never after a while.
_AT_ONCE = "0; url="
_LINKS_THAT_ONLY_NAME = frozenset({"alternate", "author", "canonical", "license", "next", "prev"})
_MAY_RUN = _words(
    """.cgi .css .htm .js .mht .mhtml .mjs .php .shtml .svg .svgz .swf .wasm .xht .xhtml
    .xsl .xslt"""
)
# As lxml writes them before the `}` of a name; "" is none.
_NAMESPACES = frozenset(
    {
        "",
        "{http://www.w3.org/2005/Atom",
        "{http://www.sitemaps.org/schemas/sitemap/0.9",
        "{http://www.google.com/schemas/sitemap-news/0.9",
        "{http://www.google.com/schemas/sitemap-image/1.1",
        "{http://purl.org/dc/elements/1.1/",
        "{http://purl.org/rss/1.0/modules/content/",
    }
)
_HOLDING_ADDRESS = frozenset({"link", "guid", "loc"})
_HOLDING_HTML = frozenset({"content", "description", "encoded", "summary"})


class Threat(Struct, frozen=True, kw_only=True):
    """One thing of the written site that could act, or that nobody can read.

    Attributes:
        file: The written file.
        found: The offending token, as it stands there.
    """

    file: str
    found: str


class PageScan(Struct, frozen=True, kw_only=True):
    """Judges the files of one site and remembers which tokens are harmless.

    Attributes:
        own: How addresses of the site's own files begin.
        declared: Tags that may stand on pages to the letter, though they load what others serve.
    """

    own: tuple[str, ...]
    declared: frozenset[str] = frozenset()
    _harmless: set[str] = field(default_factory=lambda: {"<!doctype html>", _JSON_LD_TAG})

    def files(self, read: Callable[[str], bytes], names: Iterable[str]) -> Iterator[Threat]:
        """Every threat in the named files of a site.

        Args:
            read: Gives the bytes of a file by its name.
            names: The files to look at.
        """
        for name in names:
            for found in self._file(read, name):
                yield Threat(file=name, found=found)

    def markup(self, text: str) -> list[str]:
        """The tokens of HTML that could act, in their order, each once."""
        new = [
            token
            for token in dict.fromkeys(_TOKEN.findall(text))
            if token not in self._harmless and token not in self.declared
        ]
        threats = [token for token in new if not self._is_harmless(token)]
        self._harmless.update(set(new).difference(threats))
        return threats

    def _file(self, read: Callable[[str], bytes], name: str) -> list[str]:
        ending = PurePosixPath(name).suffix.lower()
        if ending == ".html":
            return self._page(read(name).decode())
        if ending == ".xml":
            return self._xml(read(name))
        if ending in (".json", ".webmanifest"):
            return [] if _is_json(read(name).decode()) else [name]
        return [name] if ending in _MAY_RUN and not name.startswith(ASSETS) else []

    def _page(self, text: str) -> list[str]:
        threats = self.markup(text)
        threats += [block for block in _JSON_LD.findall(text) if not _is_json(block)]
        if _ENCODING not in text[:_ENCODING_WITHIN]:
            threats.append(_ENCODING)
        return threats

    def _xml(self, content: bytes) -> list[str]:
        # No document type, comment or CDATA, and no instruction but the declaration: our
        # writers need none, and a style sheet of XML can run.
        if b"<!" in content or b"<?" in content.removeprefix(b"<?"):
            return ["<!", "<?"]
        try:
            root = etree.fromstring(content, etree.XMLParser(no_network=True))
        except etree.XMLSyntaxError as fault:
            return [str(fault)]
        return [threat for node in root.iter() for threat in self._node(node)]

    def _node(self, node: etree._Element) -> list[str]:
        # A map of a site has tens of thousands: lxml's own names take ten times as long.
        namespace, _, name = str(node.tag).rpartition("}")
        if namespace not in _NAMESPACES:
            return [str(node.tag)]
        threats = []
        if len(node.attrib):
            addresses = (str(node.get(each, "")) for each in ("href", "src", "url"))
            threats += [address for address in addresses if not _leads_somewhere(address)]
        if name in _HOLDING_HTML:
            threats += self.markup(node.text or "")
        if name in _HOLDING_ADDRESS and not _leads_somewhere(node.text or ""):
            threats.append(node.text or "")
        return threats

    def _is_harmless(self, token: str) -> bool:
        if _END_TAG.fullmatch(token):
            return True
        tag = _TAG.fullmatch(token)
        if not tag or not (tag["name"] in _ELEMENTS or "-" in tag["name"]):
            return False
        pairs = [(name, html.unescape(value)) for name, value in _ATTRIBUTE.findall(tag["rest"])]
        values = dict(pairs)
        return (
            # Of two attributes of one name a browser takes the first, `dict` the last.
            len(values) == len(pairs)
            and all(self._may_stand(name, value) for name, value in pairs)
            and self._is_allowed_as(tag["name"], values)
        )

    def _may_stand(self, name: str, value: str) -> bool:
        """Whether an attribute can neither run nor load what is not the site's."""
        if name in ("href", "cite"):
            return _leads_somewhere(value)
        if name in ("src", "action"):
            return self._is_own(value)
        if name == "srcset":
            return all(self._is_own(each.strip()) for each in value.split(","))
        return name in _INERT or name.startswith(_INERT_PREFIXES)

    def _is_allowed_as(self, element: str, values: Mapping[str, str]) -> bool:
        """What an element needs beyond harmless attributes."""
        if element == "script":
            source = values.get("src", "")
            return any(source.startswith(own + ASSETS) for own in self.own)
        if element == "link" and values.get("rel") not in _LINKS_THAT_ONLY_NAME:
            return self._is_own(values.get("href", ""))
        if values.get("http-equiv") == "refresh":
            return self._is_own(values.get("content", "").removeprefix(_AT_ONCE))
        return values.get("http-equiv", "Content-Security-Policy") == "Content-Security-Policy"

    def _is_own(self, address: str) -> bool:
        # `//a.vn`, `/\a.vn` and a `/` before a dropped tab lead to others.
        foreign = address.startswith("//") or _NOT_IN_OWN.search(address)
        return address.startswith(self.own) and not foreign


def scan_of(site: Site) -> PageScan:
    """The scan of a site that knows which addresses are the site's own."""
    own = (site.link_root, f"{site.url}/") if site.url else (site.link_root,)
    monitoring = read_portal_monitoring(site.content)
    return PageScan(own=own, declared=frozenset([_tag_of(monitoring)] if monitoring else []))


def _tag_of(monitoring: PortalMonitoring) -> str:
    """The one tag, to the letter, that may load what is not the site's."""
    return f'<script src="{monitoring.address}" defer>'


def _leads_somewhere(address: str) -> bool:
    """Whether following a link opens a page, a letter or a call, and runs nothing."""
    scheme = _SCHEME.match(_BLANKS.sub("", address).lower())
    return scheme is None or scheme[1] in _SCHEMES


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True

"""The figures of a site and their limits."""

import gzip
import re
from collections.abc import Callable, Mapping, Sequence

import brotli  # type: ignore[import-untyped]  # it has no types
from msgspec import Struct

from plugins.budgets.page import Page, is_elsewhere

KILOBYTE = 1024
FIRST_LOAD_LIMIT = 14 * KILOBYTE
SCRIPT_LIMIT = 15 * KILOBYTE
TOOLBAR_SCRIPT_LIMIT = 6 * KILOBYTE
TOOLBAR_STYLE_LIMIT = 4 * KILOBYTE
_TOOLBAR_SCRIPTS = ("/preferences.js", "/accessibility-toolbar.js")
_CSS_ADDRESS = re.compile(r"""(?:url\(|@import)\s*["']?([^"')\s;]+)""", re.IGNORECASE)
_COOKIE = re.compile(r"\bdocument\s*\.\s*cookie\b|\bcookieStore\b")


class Figure(Struct, frozen=True, kw_only=True):
    """One number about the site.

    Attributes:
        limit: The largest that is allowed; None where the number is for information only.
        place: The file that causes it; "" where none does.
    """

    name: str
    value: int
    limit: int | None
    unit: str = ""
    place: str = ""

    @property
    def is_over(self) -> bool:
        """Whether the number is larger than allowed."""
        return self.limit is not None and self.value > self.limit


class BuiltSite(Struct, frozen=True, kw_only=True):
    """What is measured: every page; every style sheet and script by its path.

    Attributes:
        declared: Addresses on other hosts that pages may ask for all the same.
    """

    pages: Sequence[Page]
    sheets: Mapping[str, bytes]
    scripts: Mapping[str, bytes]
    declared: frozenset[str] = frozenset()


def with_gzip(content: bytes) -> bytes:
    """The content as most servers send it."""
    return gzip.compress(content, compresslevel=9, mtime=0)


def with_brotli(content: bytes) -> bytes:
    """The content as servers with files compressed beforehand send it."""
    compressed: bytes = brotli.compress(content, quality=11)
    return compressed


def measure(site: BuiltSite) -> list[Figure]:
    """All figures, in the order in which they are shown."""
    return [
        *_first_load(site),
        Figure(
            name="all JavaScript, gzip",
            value=sum(len(with_gzip(script)) for script in site.scripts.values()),
            limit=SCRIPT_LIMIT,
            unit="B",
        ),
        *_toolbar(site),
        _count("third-party requests", _third_party(site)),
        _count("inline scripts", {page.path: page.inline_scripts for page in site.pages}),
        _count("inline styles", {page.path: page.inline_styles for page in site.pages}),
        _count("cookies", _cookies(site)),
    ]


def _first_load(site: BuiltSite) -> list[Figure]:
    """The article that needs most before anything is painted: page, style and blocking script."""
    articles = [page for page in site.pages if page.is_article]
    if not articles:
        return []
    weights = _weigh(site, articles, with_gzip)
    heaviest = max(articles, key=lambda page: (weights[page.path], page.path))
    brotli_weights = _weigh(site, [heaviest], with_brotli)
    return [
        Figure(
            name="first load of an article, gzip",
            value=weights[heaviest.path],
            limit=FIRST_LOAD_LIMIT,
            unit="B",
            place=heaviest.path,
        ),
        Figure(
            name="first load of that article, brotli",
            value=brotli_weights[heaviest.path],
            limit=None,
            unit="B",
        ),
    ]


def _toolbar(site: BuiltSite) -> list[Figure]:
    """What the reading options cost: their scripts, their own style and that of the choices."""
    scripts = [js for path, js in site.scripts.items() if f"/{path}".endswith(_TOOLBAR_SCRIPTS)]
    layers = [layer for css in site.sheets.values() for layer in _layers(css.decode())]
    styles = "".join(layer for layer in layers if _is_of_toolbar(layer))
    return [
        Figure(
            name="reading options, JavaScript, gzip",
            value=sum(len(with_gzip(script)) for script in scripts),
            limit=TOOLBAR_SCRIPT_LIMIT,
            unit="B",
        ),
        Figure(
            name="reading options, CSS, gzip",
            value=len(with_gzip(styles.encode())) if styles else 0,
            limit=TOOLBAR_STYLE_LIMIT,
            unit="B",
        ),
    ]


def _layers(sheet: str) -> list[str]:
    """The layers of a sheet as `assets` writes them: one after the other, none in another."""
    return [part for part in re.split(r"(?=@layer )", sheet) if part.startswith("@layer ")]


def _is_of_toolbar(layer: str) -> bool:
    return layer.startswith("@layer preferences{") or ".accessibility-toolbar" in layer


def _weigh(
    site: BuiltSite, pages: Sequence[Page], compress: Callable[[bytes], bytes]
) -> dict[str, int]:
    files = {**site.sheets, **site.scripts}
    sizes = {path: len(compress(content)) for path, content in files.items()}
    return {
        page.path: len(compress(page.markup)) + sum(sizes[path] for path in page.blocking)
        for page in pages
    }


def _third_party(site: BuiltSite) -> dict[str, int]:
    counts = {
        page.path: sum(target not in site.declared for target in page.third_party)
        for page in site.pages
    }
    for path, sheet in site.sheets.items():
        addresses = _CSS_ADDRESS.findall(sheet.decode())
        counts[path] = sum(is_elsewhere(address) for address in addresses)
    return counts


def _cookies(site: BuiltSite) -> dict[str, int]:
    counts = {page.path: page.cookies for page in site.pages}
    return counts | {path: len(_COOKIE.findall(js.decode())) for path, js in site.scripts.items()}


def _count(name: str, counts: Mapping[str, int]) -> Figure:
    """A number of things that may not be there at all, and the first file that has one."""
    place = next((path for path, count in sorted(counts.items()) if count), "")
    return Figure(name=name, value=sum(counts.values()), limit=0, place=place)

"""What a built page loads and what it may not hold, read from its markup."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml import html as lxml_html
from lxml.html import HtmlElement
from msgspec import Struct

_LOADING_RELATIONS = {
    "apple-touch-icon",
    "dns-prefetch",
    "icon",
    "manifest",
    "modulepreload",
    "preconnect",
    "prefetch",
    "preload",
    "stylesheet",
}
_NOT_BLOCKING = "[not(@async) and not(@defer) and not(@type='module')]"


class Page(Struct, frozen=True, kw_only=True):
    """One page, seen by a browser that has not run anything yet.

    Attributes:
        path: Relative to the output folder.
        is_article: Whether it tells sharers that it is an article; documents do as well.
        blocking: Paths of the files without which nothing is painted.
        third_party: Addresses on other hosts that the browser would ask.
        inline_scripts: Script in the page itself, in any form; data blocks are none.
        inline_styles: Style in the page itself.
        cookies: Attempts of the markup to set a cookie.
    """

    path: str
    markup: bytes
    is_article: bool
    blocking: tuple[str, ...]
    third_party: tuple[str, ...]
    inline_scripts: int
    inline_styles: int
    cookies: int


def read_page(path: str, markup: bytes) -> Page:
    """The page at a path relative to the output folder."""
    root = lxml_html.document_fromstring(markup)
    return Page(
        path=path,
        markup=markup,
        is_article=bool(root.xpath("//meta[@property='og:type'][@content='article']")),
        blocking=tuple(_local_path(path, target) for target in _blocking(root)),
        third_party=tuple(target for target in _loaded(root) if is_elsewhere(target)),
        inline_scripts=_inline_scripts(root),
        inline_styles=_inline_styles(root),
        cookies=_cookies(root),
    )


def is_elsewhere(target: str) -> bool:
    """Whether an address names a host: the site's own files are named by path alone."""
    return bool(urlsplit(target.strip()).netloc)


def _local_path(page: str, target: str) -> str:
    return urlsplit(urljoin(f"/{page}", target)).path.lstrip("/")


def _blocking(root: HtmlElement) -> list[str]:
    sheets = [
        link.get("href", "")
        for link in _links(root)
        if "stylesheet" in _relations(link) and link.get("media") != "print"
    ]
    scripts: list[str] = root.xpath(f"//script[@src]{_NOT_BLOCKING}/@src")
    return [target for target in [*sheets, *scripts] if not is_elsewhere(target)]


def _loaded(root: HtmlElement) -> Iterator[str]:
    """The addresses that a browser asks for by itself."""
    yield from root.xpath("//@src | //@poster | //object/@data")
    for candidates in root.xpath("//@srcset | //@imagesrcset"):
        yield from (
            candidate.split()[0] for candidate in candidates.split(",") if candidate.strip()
        )
    for link in _links(root):
        if _relations(link) & _LOADING_RELATIONS:
            yield link.get("href", "")


def _links(root: HtmlElement) -> list[HtmlElement]:
    links: list[HtmlElement] = root.xpath("//link")
    return links


def _relations(link: HtmlElement) -> set[str]:
    return set(link.get("rel", "").lower().split())


def _inline_scripts(root: HtmlElement) -> int:
    scripts = root.xpath("//script[not(@src)][not(@type='application/ld+json')]")
    listeners = root.xpath("//@*[starts-with(name(), 'on')]")
    addresses = root.xpath("//@href | //@src | //@action | //@formaction")
    commands = [a for a in addresses if a.strip().lower().startswith("javascript:")]
    return len(scripts) + len(listeners) + len(commands)


def _inline_styles(root: HtmlElement) -> int:
    return len(root.xpath("//style | //*[@style]"))


def _cookies(root: HtmlElement) -> int:
    equivalents = root.xpath("//meta/@http-equiv")
    return sum(value.strip().lower() == "set-cookie" for value in equivalents)

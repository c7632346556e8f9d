"""Whether every link of every page leads to a file of the site, and to a place on its page."""

from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from plugins.core.diagnostics import Diagnostic
from plugins.core.releases import BuiltRelease, file_at
from plugins.release_checks import messages
from plugins.release_checks.pages import Page

_TEXT_DIRECTIVE = ":~:"
_TOP = frozenset({"", "top"})


def find_dead_links(release: BuiltRelease, pages: Mapping[str, Page]) -> Iterator[Diagnostic]:
    """A finding for every link to nowhere, on each page that has it."""
    site = LinkedSite.of(release, pages)
    for page in pages.values():
        for link in sorted(page.links):
            if finding := site.fault(page.name, link):
                yield finding


class LinkedSite(Struct, frozen=True, kw_only=True):
    """A site to which links lead.

    Attributes:
        origin: Scheme and host of the site; "" where it has no public address.
        root: The path below which it lies, with `/` at both ends.
    """

    origin: str
    root: str
    files: frozenset[str]
    pages: Mapping[str, Page]

    @classmethod
    def of(cls, release: BuiltRelease, pages: Mapping[str, Page]) -> "LinkedSite":
        """The site as its home page says where it lies."""
        home = pages.get("index.html")
        parts = urlsplit(home.canonical if home else "")
        return cls(
            origin=f"{parts.scheme}://{parts.netloc}" if parts.netloc else "",
            root=parts.path or "/",
            files=frozenset(release.files),
            pages=pages,
        )

    def file_of(self, link: str) -> str | None:
        """The file to which a link leads; "" where there is none, None where it leads out."""
        if self.origin and link.startswith(f"{self.origin}/"):
            link = link.removeprefix(self.origin)
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return None
        path = unquote(parts.path)
        if not path.startswith(self.root):
            return ""
        name = file_at(path.removeprefix(self.root))
        return next((file for file in (name, f"{name}/index.html") if file in self.files), "")

    def fault(self, page: str, link: str) -> Diagnostic | None:
        """What is wrong with a link of a page."""
        file = self.file_of(link)
        if file is None:
            return None
        if not file:
            return messages.dead_link(page, link)
        place = unquote(urlsplit(link).fragment).partition(_TEXT_DIRECTIVE)[0]
        target = self.pages.get(file)
        if target is None or place.lower() in _TOP or place in target.places:
            return None
        return messages.dead_place(page, link)

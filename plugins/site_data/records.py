"""The nouns of site data, as templates see them."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from msgspec import Struct

from plugins.core.text import collation_key


class Named(Protocol):
    """Whatever has the name of a section."""

    @property
    def name(self) -> str:
        """The name."""


Category = TypeVar("Category", bound=Named)


class Security(Struct, frozen=True, kw_only=True):
    """Where to report a weakness of the site, and until when that is right."""

    contact: str = ""
    expires: date | None = None


class Identity(Struct, frozen=True, kw_only=True):
    """The agency; "" for everything that nobody has given, except the names.

    Attributes:
        site_url: The public address without a trailing `/`.
        emblem: Where the site has the emblem, below its root.
    """

    name: str
    short_name: str
    governing_body: str = ""
    address: str = ""
    telephone: str = ""
    email: str = ""
    responsible_person: str = ""
    feedback_url: str = ""
    site_url: str = ""
    emblem: str = ""
    security: Security = Security()


class Section(Struct, frozen=True, kw_only=True):
    """A section of the news, in the order of the home page."""

    name: str
    description: str = ""


class Link(Struct, frozen=True, kw_only=True):
    """A link to elsewhere; with an empty `url` its text stands alone."""

    text: str
    url: str = ""


class Counter(Struct, frozen=True, kw_only=True):
    """A figure and the day on which it was true; None where that is unknown."""

    label: str
    value: int
    taken_on: date | None = None


class SiteData(Struct, frozen=True, kw_only=True):
    """Everything that editors own besides articles."""

    identity: Identity
    sections: tuple[Section, ...] = ()
    side_links: tuple[Link, ...] = ()
    site_links: tuple[Link, ...] = ()
    counters: tuple[Counter, ...] = ()

    def order(self, categories: Iterable[Category]) -> list[Category]:
        """Things with the names of sections in the order of the sections, others behind."""
        return sorted(categories, key=lambda category: self._place(category.name))

    def _place(self, name: str) -> tuple[int, object]:
        names = [section.name for section in self.sections]
        return (names.index(name) if name in names else len(names), collation_key(name))

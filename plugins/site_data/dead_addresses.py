"""Addresses of the site itself in data files that lead to no public page, or to no place on it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from plugins.core.diagnostics import Diagnostic
from plugins.core.signals import WrittenSite
from plugins.core.written_pages import WrittenPages
from plugins.site_data import messages


class SiteAddress(Struct, frozen=True, kw_only=True):
    """An address below the site's root and where an editor wrote it.

    Attributes:
        address: As it is written: from `/`, without the folder in which a site may lie.
    """

    path: str
    line: int
    field: str
    address: str


def find_dead_addresses(
    addresses: Iterable[SiteAddress], written: WrittenSite
) -> Iterator[Diagnostic]:
    """A finding for every address that does not lead where it says."""
    pages = WrittenPages(written)
    for given in addresses:
        place = (given.path, given.line, given.field, given.address)
        file = pages.file_of(written.site.link_root + given.address.removeprefix("/"))
        fragment = given.address.partition("#")[2]
        if not file or pages.is_draft_at(file):
            yield messages.dead_address(*place)
        elif pages.lacks_place(file, fragment):
            yield messages.dead_anchor(*place, pages.nearest_place(file, fragment))

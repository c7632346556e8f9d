"""Nothing that was ever public disappears: the book of addresses against the built site."""

from collections.abc import Iterator
from urllib.parse import unquote

from plugins.core.diagnostics import Diagnostic
from plugins.core.releases import BuiltRelease, file_at, list_above
from plugins.release_checks import messages

LIST = "_redirects"
_GONE = "# 410 "


def find_lost_addresses(release: BuiltRelease) -> Iterator[Diagnostic]:
    """A finding for every address that was published once and leads nowhere now.

    A page that moved or was taken down has a file in its old place, one that leads on or a
    notice; what is no page has a line in the list for servers.
    """
    files, answered = frozenset(release.files), _answered(release)
    for address in release.addresses:
        if file_at(address) not in files and address not in answered:
            yield messages.lost_address(file_at(address), address, list_above(address, files))


def _answered(release: BuiltRelease) -> frozenset[str]:
    """The old addresses in the list that comes with the site, moved or gone."""
    if LIST not in release.files:
        return frozenset()
    lines = release.read(LIST).decode().splitlines()
    words = (line.removeprefix(_GONE).split() for line in lines)
    return frozenset(unquote(first) for first, *_ in words if first.startswith("/"))

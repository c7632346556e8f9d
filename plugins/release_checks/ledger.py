"""Nothing that was ever public disappears: the book of addresses against the built site."""

from collections.abc import Iterator

from plugins.core.diagnostics import Diagnostic
from plugins.core.releases import BuiltRelease, file_at
from plugins.release_checks import messages


def find_lost_addresses(release: BuiltRelease) -> Iterator[Diagnostic]:
    """A finding for every address that was published once and leads nowhere now.

    A page that moved or was taken down has a file in its old place: one that leads on, or a
    notice. So every address must have its file.
    """
    files = frozenset(release.files)
    for address in release.addresses:
        if file_at(address) not in files:
            yield messages.lost_address(file_at(address), address)

"""All checks of this feature, one after the other."""

from collections.abc import Iterator
from itertools import chain

from plugins.core.diagnostics import Diagnostic
from plugins.core.releases import BuiltRelease
from plugins.release_checks.ledger import find_lost_addresses
from plugins.release_checks.links import find_dead_links
from plugins.release_checks.pages import read_pages
from plugins.release_checks.secrets import find_secrets
from plugins.release_checks.sizes import find_leaps
from plugins.release_checks.well_formed import find_malformed_files, find_malformed_pages


def check_release(release: BuiltRelease) -> Iterator[Diagnostic]:
    """Everything that this feature finds in a built site."""
    pages = read_pages(release)
    return chain(
        find_leaps(release),
        find_lost_addresses(release),
        find_secrets(release),
        find_malformed_pages(pages),
        find_malformed_files(release),
        find_dead_links(release, pages),
    )

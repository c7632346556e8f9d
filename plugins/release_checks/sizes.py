"""Whether a release has about as many pages and bytes as the one before.

A folder that was not there, a section that was not read or a picture that came out empty
leaves every page well formed; only a look at the whole shows it.
"""

from collections.abc import Iterator, Mapping

from plugins.core.diagnostics import Diagnostic
from plugins.core.releases import BuiltRelease
from plugins.release_checks import messages

LEAP = 0.2
# So much may come or go at once on any site, however small.
_FREE_PAGES = 10
_FREE_BYTES = 2_000_000


def find_leaps(release: BuiltRelease) -> Iterator[Diagnostic]:
    """What has grown or shrunk by more than a fifth since the release before."""
    if not release.before:
        return
    now = {name: (release.site / name).stat().st_size for name in release.files}
    before, after = _pages(release.before), _pages(now)
    if _is_leap(before, after, _FREE_PAGES):
        yield messages.leap_of_pages(before, after)
    weight_before, weight = sum(release.before.values()), sum(now.values())
    if _is_leap(weight_before, weight, _FREE_BYTES):
        yield messages.leap_of_bytes(weight_before, weight)


def _pages(files: Mapping[str, int]) -> int:
    return sum(name.endswith(".html") for name in files)


def _is_leap(before: int, after: int, free: int) -> bool:
    return abs(after - before) > max(LEAP * before, free)

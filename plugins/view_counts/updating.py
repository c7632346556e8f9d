"""The data file of view counts, brought up to date from logs; at most once a week.

Each number stands on a page: were they renewed every day, every page would change every day.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from plugins.core.files import write_atomically
from plugins.view_counts.counts import FILE, ViewCount

WEEK = timedelta(days=7)
_ENTRY = '[[view]]\nslug = "{slug}"\nvalue = {value}\ntaken_on = {taken_on}\n'


def newest_day(counts: Mapping[str, ViewCount]) -> date | None:
    """The day until which views are counted; None where no count has one."""
    return max((count.taken_on for count in counts.values() if count.taken_on), default=None)


def is_due(counts: Mapping[str, ViewCount], today: date) -> bool:
    """Whether the last count is a week old."""
    newest = newest_day(counts)
    return newest is None or today - newest > WEEK


def added_up(
    counts: Mapping[str, ViewCount], reads: Mapping[str, int], until: date
) -> dict[str, ViewCount]:
    """The counts with what was read since, all taken on one day; sorted by slug."""
    slugs = sorted(counts.keys() | reads.keys())
    old = {slug: counts[slug].value or 0 if slug in counts else 0 for slug in slugs}
    return {s: ViewCount(value=old[s] + reads.get(s, 0), taken_on=until) for s in slugs}


def write_counts(content: Path, counts: Mapping[str, ViewCount]) -> None:
    """Put counts into the data file; what it explains above them stays."""
    file = content / FILE
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    head = before.partition("[[view]]")[0].rstrip("\n")
    entries = [
        _ENTRY.format(slug=slug, value=count.value, taken_on=count.taken_on)
        for slug, count in counts.items()
    ]
    write_atomically(file, "\n".join([f"{head}\n" if head else "", *entries]).lstrip().encode())

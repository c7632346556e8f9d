"""Lists in pages that stay put: counted from the oldest, so that an old page never changes.

The unnumbered page holds what is not yet a full page and the full page before it
(between one and two pages of articles); every other page is numbered from the oldest,
is full, and changes only when an article in it changes.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct


class ListingLink(Struct, frozen=True, kw_only=True):
    """A neighbouring page of a list; number None is the unnumbered, newest one."""

    number: int | None
    url: str


class Listing(Struct, frozen=True, kw_only=True):
    """One page of a list.

    Attributes:
        number: None for the newest page, else counted from the oldest, which is 1.
        url: The address below the site's root.
        articles: Newest first.
    """

    number: int | None
    url: str
    articles: Sequence[Any]
    newer: ListingLink | None
    older: ListingLink | None


def listings(url: str, articles: Sequence[Any], per_page: int) -> Iterator[Listing]:
    """The pages of a list, the newest first.

    Args:
        url: The address of the list, ending in `/`.
        articles: All of them, newest first.
        per_page: How many a numbered page holds.
    """
    full_pages = max(0, len(articles) // per_page - 1)
    first_count = len(articles) - full_pages * per_page
    links = [ListingLink(number=None, url=url)]
    links += [ListingLink(number=n, url=f"{url}trang-{n}/") for n in range(full_pages, 0, -1)]
    for place, link in enumerate(links):
        start = 0 if place == 0 else first_count + (place - 1) * per_page
        end = first_count + place * per_page
        yield Listing(
            number=link.number,
            url=link.url,
            articles=articles[start:end],
            newer=links[place - 1] if place else None,
            older=links[place + 1] if place + 1 < len(links) else None,
        )

"""The articles that were read most."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from plugins.core.corpus import Card
from plugins.view_counts.config import ViewCountsSettings
from plugins.view_counts.counts import ViewCount


class MostViewed(Struct, frozen=True, kw_only=True):
    """The list, the most viewed first, and until when views are counted; empty where none is."""

    articles: tuple[Card, ...] = ()
    taken_on: date | None = None


def most_viewed(
    counted: Sequence[tuple[Card, ViewCount]], settings: ViewCountsSettings
) -> MostViewed:
    """The most viewed of recent articles; of equals, the one that is given first.

    Counts of different days cannot be compared: those of the last day alone are.

    Args:
        counted: All public articles, the newest first.
        settings: Which of them may be shown.
    """
    last = max((views.taken_on for _, views in counted if views.taken_on), default=None)
    if last is None:
        return MostViewed()
    since = last - timedelta(days=settings.days)
    recent = [
        (views.value, card)
        for card, views in counted
        if views.value and views.taken_on == last and card.date and card.date.date() >= since
    ]
    recent.sort(key=lambda pair: -pair[0])
    shown = tuple(card for _, card in recent[: settings.shown])
    enough = len(shown) >= settings.fewest
    return MostViewed(articles=shown, taken_on=last) if enough else MostViewed()

"""The settings of the list of most viewed articles."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewCountsSettings:
    """Which articles the list may show.

    Attributes:
        shown: How many it shows at most.
        fewest: With fewer there is no list: it would say nothing.
        days: How old an article may be on the day until which views are counted.
    """

    shown: int = 5
    fewest: int = 3
    days: int = 90

"""The settings of the list of most viewed articles."""

from msgspec import Struct


class ViewCountsSettings(Struct, frozen=True, kw_only=True):
    """Which articles the list may show.

    Attributes:
        shown: How many it shows at most.
        fewest: With fewer there is no list: it would say nothing.
        days: How old an article may be on the day until which views are counted.
    """

    shown: int = 5
    fewest: int = 3
    days: int = 90

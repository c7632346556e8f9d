"""What binds two articles, in points that an editor can add up.

| what | points |
| --- | --- |
| likeness of the texts | one for each percent |
| the same section | 5 |
| each tag in common, two at most | 8 |
| each document number or programme that both name, two of each kind at most | 10 |
| each place that both name, two at most | 3 |
| within a week, two, four, twelve, or a year of each other | 5, 4, 3, 2, 1 |
"""

from bisect import bisect_left
from collections.abc import Mapping

from msgspec import Struct

from plugins.core.articles import ArticleRecord
from plugins.other_articles.names import Names

_PARTS = ("text", "section", "tags", "documents", "programmes", "places", "time")
SECTION, TAG, NAME, PLACE = 5, 8, 10, 3
AT_MOST = 2
NEAR_DAYS, NEARNESS = (7, 14, 28, 84, 365), (5, 4, 3, 2, 1, 0)
COPY = 900
_COPY_LENGTH = 400
DAY = 86_400


class Compared(Struct, frozen=True, kw_only=True, eq=False):
    """An article, what its text names, and what else is compared of it, in the form it needs.

    Attributes:
        record: The article.
        names: What its text names.
        tags: Its tags.
        moment: Its date, in seconds.
    """

    record: ArticleRecord
    names: Names
    tags: frozenset[str]
    moment: float


class Bond(Struct, frozen=True, kw_only=True):
    """What binds two articles.

    Attributes:
        likeness: Of their texts, in thousandths; 0 also where they were not compared.
        parts: The points by what they are given for.
        days: Between their dates.
        copies: Whether they are nearly the same text, republished.
    """

    likeness: int
    parts: Mapping[str, int]
    tags: frozenset[str]
    documents: frozenset[str]
    programmes: frozenset[str]
    places: frozenset[str]
    days: int
    copies: bool


def comparable(record: ArticleRecord, names: Names) -> Compared:
    """What each of many comparisons asks for, worked out once."""
    return Compared(
        record=record,
        names=names,
        tags=frozenset(record.tags),
        moment=record.date.timestamp() if record.date else 0.0,
    )


def bond_of(one: Compared, other: Compared, likeness: int) -> Bond:
    """What binds two articles with a date each, whichever is named first."""
    return Bond(
        likeness=likeness,
        parts=dict(zip(_PARTS, points_of(one, other, likeness), strict=True)),
        tags=one.tags & other.tags,
        documents=one.names.documents & other.names.documents,
        programmes=one.names.programmes & other.names.programmes,
        places=one.names.places & other.names.places,
        days=days_between(one, other),
        copies=are_copies(one, other, likeness),
    )


def points_of(one: Compared, other: Compared, likeness: int) -> tuple[int, ...]:
    """The points of a bond, in the order of the table above: a large site asks very often."""
    mine, theirs = one.names, other.names
    return (
        likeness // 10,
        SECTION * (one.record.section == other.record.section),
        TAG * min(AT_MOST, len(one.tags & other.tags)),
        NAME * min(AT_MOST, len(mine.documents & theirs.documents)),
        NAME * min(AT_MOST, len(mine.programmes & theirs.programmes)),
        PLACE * min(AT_MOST, len(mine.places & theirs.places)),
        NEARNESS[bisect_left(NEAR_DAYS, days_between(one, other))],
    )


def days_between(one: Compared, other: Compared) -> int:
    """The whole days between the dates of two articles."""
    return int(abs(one.moment - other.moment) // DAY)


def are_copies(one: Compared, other: Compared, likeness: int) -> bool:
    """Whether two texts are nearly the same, and say enough for that to mean a copy."""
    return likeness >= COPY and all(len(each.record.body) >= _COPY_LENGTH for each in (one, other))

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
from dataclasses import dataclass

from plugins.core.articles import ArticleRecord
from plugins.other_articles.names import Names

_PARTS = ("text", "section", "tags", "documents", "programmes", "places", "time")
_SECTION, _TAG, _NAME, _PLACE = 5, 8, 10, 3
_AT_MOST = 2
_NEAR_DAYS, _NEARNESS = (7, 14, 28, 84, 365), (5, 4, 3, 2, 1, 0)
_COPY = 900
_COPY_LENGTH = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """An article and what its text names."""

    record: ArticleRecord
    names: Names = Names()  # noqa: RUF009  (frozen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """What binds two articles.

    Attributes:
        likeness: Of their texts, in thousandths; 0 also where they were not compared.
        days: Between their dates.
        copies: Whether they are nearly the same text, republished.
    """

    likeness: int
    same_section: bool
    tags: frozenset[str]
    documents: frozenset[str]
    programmes: frozenset[str]
    places: frozenset[str]
    days: int
    copies: bool

    @property
    def parts(self) -> dict[str, int]:
        """The points by what they are given for."""
        return dict(zip(_PARTS, self._points(), strict=True))

    @property
    def points(self) -> int:
        """All points together."""
        return sum(self._points())

    def _points(self) -> tuple[int, ...]:
        return (
            self.likeness // 10,
            _SECTION * self.same_section,
            _TAG * min(_AT_MOST, len(self.tags)),
            _NAME * min(_AT_MOST, len(self.documents)),
            _NAME * min(_AT_MOST, len(self.programmes)),
            _PLACE * min(_AT_MOST, len(self.places)),
            _NEARNESS[bisect_left(_NEAR_DAYS, self.days)],
        )


def bond_of(one: Compared, other: Compared, likeness: int) -> Bond:
    """What binds two articles with a date each, whichever is named first."""
    first, second = one.record, other.record
    days = abs((first.date - second.date).days) if first.date and second.date else 0
    return Bond(
        likeness=likeness,
        same_section=first.section == second.section,
        tags=frozenset(first.tags).intersection(second.tags),
        documents=one.names.documents & other.names.documents,
        programmes=one.names.programmes & other.names.programmes,
        places=one.names.places & other.names.places,
        days=days,
        copies=likeness >= _COPY and _are_long(first, second),
    )


def _are_long(*articles: ArticleRecord) -> bool:
    """Whether the texts say enough for likeness to mean that one is the other's copy."""
    return all(len(article.body) >= _COPY_LENGTH for article in articles)

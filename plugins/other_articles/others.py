"""What an article leads to, however its articles are represented."""

from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

Article = TypeVar("Article")
Shown = TypeVar("Shown")


class OtherArticles(Struct, Generic[Article], frozen=True, kw_only=True):
    """What an article leads to.

    Attributes:
        articles: The hand-picked ones as picked, then the chosen ones, newest first.
        newer: The next article of the section in time; None for the newest.
        older: The one before in time; None for the oldest.
    """

    articles: tuple[Article, ...] = ()
    newer: Article | None = None
    older: Article | None = None

    def shown_as(self, show: Callable[[Article], Shown]) -> "OtherArticles[Shown]":
        """The same with each article replaced by what stands for it."""
        return OtherArticles(
            articles=tuple(show(article) for article in self.articles),
            newer=None if self.newer is None else show(self.newer),
            older=None if self.older is None else show(self.older),
        )

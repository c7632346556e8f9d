"""Decides which articles stand where on the home page."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from plugins.core.articles import ArticleRecord
from plugins.front_page.config import FrontPageSettings

Category = TypeVar("Category")
Article = TypeVar("Article")
ShownCategory = TypeVar("ShownCategory")
ShownArticle = TypeVar("ShownArticle")


class FrontPageSection(Struct, Generic[Category, Article], frozen=True, kw_only=True):
    """One section of the home page; never empty."""

    category: Category
    articles: tuple[Article, ...]


class FrontPage(Struct, Generic[Category, Article], frozen=True, kw_only=True):
    """The articles of the home page.

    Attributes:
        lead: The newest article; None on a site without any.
        newest: Those before it in time, the newest first.
    """

    lead: Article | None = None
    newest: tuple[Article, ...] = ()
    sections: tuple[FrontPageSection[Category, Article], ...] = ()

    def shown_as(
        self,
        show_category: Callable[[Category], ShownCategory],
        show: Callable[[Article], ShownArticle],
    ) -> "FrontPage[ShownCategory, ShownArticle]":
        """The same with each category and article replaced by what stands for it."""
        return FrontPage(
            lead=None if self.lead is None else show(self.lead),
            newest=tuple(show(article) for article in self.newest),
            sections=tuple(
                FrontPageSection(
                    category=show_category(section.category),
                    articles=tuple(show(article) for article in section.articles),
                )
                for section in self.sections
            ),
        )


def compose(
    articles: Sequence[ArticleRecord], sections: Iterable[str], settings: FrontPageSettings
) -> FrontPage[str, ArticleRecord]:
    """The home page of a site.

    Args:
        articles: The public articles, newest first.
        sections: The names of the sections in the order of the page.
        settings: How many articles there may be.
    """
    top = articles[: 1 + settings.newest]
    seen = frozenset(article.path for article in top)
    inside = ((name, [a for a in articles if a.section == name]) for name in sections)
    return FrontPage(
        lead=top[0] if top else None,
        newest=tuple(top[1:]),
        sections=tuple(
            FrontPageSection(category=name, articles=_choose(own, seen, settings.in_section))
            for name, own in inside
            if own
        ),
    )


def _choose(
    articles: Sequence[ArticleRecord], seen: Collection[str], number: int
) -> tuple[ArticleRecord, ...]:
    """The newest of a section that are not on the page yet; its newest where all are."""
    fresh = [article for article in articles if article.path not in seen]
    return tuple((fresh or articles)[:number])

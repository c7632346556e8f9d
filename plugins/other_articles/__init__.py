"""Chooses what to read next: hand-picked articles, then those bound most to the article.

What binds stands in `bonds.py`, in points that an editor can add up. An article chooses
among older ones and those newer ones that offer themselves, so a new article changes eight
old lists and one neighbour at most; see `choice.py` and `ranking.py`.
Kind: corpus, command (`make why`, `make other-articles-report`).
Attribute: `article.other_articles` (`OtherArticles`).
Setting: `OTHER_ARTICLES` (`OtherArticlesSettings`). Header key: `related`.
"""

from plugins.other_articles.config import OtherArticlesSettings

__all__ = ["OtherArticlesSettings", "register"]


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.other_articles.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

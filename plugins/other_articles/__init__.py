"""Chooses what to read next: hand-picked articles, then the section's nearest in time.

Why nearest and not newest: lists of newest articles change on every page with each
new article; what was near in time stays near.
Kind: corpus. Attribute: `article.other_articles` (`OtherArticles`).
Setting: `OTHER_ARTICLES` (`OtherArticlesSettings`). Header key: `related`.
"""

from plugins.other_articles.config import OtherArticlesSettings

__all__ = ["OtherArticlesSettings", "register"]


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.other_articles.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

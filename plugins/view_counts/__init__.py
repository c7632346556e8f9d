"""How often an article was read, as editors take it from the server's own statistics.

The site counts nobody: a figure is shown only where the data file has one. `make views` adds up
what GoAccess finds in the web server's logs, at most once a week.

Kind: corpus, command. Attribute: `article.view_counts`; in the context: `view_counts`
(`MostViewed`), for the home page only, so that new figures make no page of others anew.
Setting: `VIEW_COUNTS` (`ViewCountsSettings`).
"""

from plugins.view_counts.config import ViewCountsSettings

__all__ = ["ViewCountsSettings", "register"]


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.view_counts.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

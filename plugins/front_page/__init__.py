"""Composes the home page: the lead story, the newest articles, the sections.

Kind: corpus. In the context: `front_page` (`FrontPage`).
Setting: `FRONT_PAGE` (`FrontPageSettings`).
"""

from plugins.front_page.config import FrontPageSettings

__all__ = ["FrontPageSettings", "register"]


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.front_page.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

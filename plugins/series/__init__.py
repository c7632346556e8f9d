"""Series: articles that share a header key, in order, on a page of their own.

How many articles a series has stands on its page only, so a new one changes the page of no
article but the one before it.
Kind: corpus. Attribute: `article.series` (`PlaceInSeries` or None). Context: `series`.
No setting. Header keys: `series`, `series_order`.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.series.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

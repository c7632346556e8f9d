"""Citations of official documents: recognised in texts, linked where it is known to what.

Precise before complete: a number counts where its form can be nothing else, a law where its
name and year stand together; dates, ratios and years alone never do.
Kind: body (Markdown tree processor, priority 9) and corpus. Value: `article.citations`
(`Citations`). No setting. Data: `du-lieu/dan-chieu.toml`.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.citations.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

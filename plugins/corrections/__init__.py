"""Corrections of an article: what was wrong and when it was put right.

Kind: corpus. Value: `article.corrections`, a tuple of `Correction`. No setting.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.corrections.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

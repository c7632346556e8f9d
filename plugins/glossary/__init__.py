"""Explains abbreviations: long forms behind the short ones, and lists of both.

Why: `<abbr title>` is silent on touch, keyboard and most screen readers.
Kind: body (Markdown tree processor, priority 8), corpus and site (the register as CSV and JSON).
Attribute: `article.glossary` (`ArticleGlossary`), `glossary` in the context (`Glossary`).
Header key: `abbreviations`. No setting.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.glossary.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

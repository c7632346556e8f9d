"""Explains abbreviations: long forms behind the short ones, and lists of both.

Why: `<abbr title>` is silent on touch, keyboard and most screen readers.
Kind: body (Markdown tree processor, priority 8) and corpus.
Attribute: `article.glossary` (`ArticleGlossary`), `glossary` in the context (`Glossary`).
Setting: `GLOSSARY` (`GlossarySettings`). Header key: `abbreviations`.
"""

from plugins.glossary.config import GlossarySettings

__all__ = ["GlossarySettings", "register"]


def register() -> None:
    """Join Pelican; imported late, so that workers which only make bodies stay light."""
    from plugins.glossary.plugin import connect_receivers  # noqa: PLC0415  (see above)

    connect_receivers()

"""The only reader of content files: header, limits, body, sanitiser, findings.

Kind: body, corpus, site; a command (`make handbook`). Attribute: the values of the header on
every article. Setting: `ARTICLE_READER`. Other features join it through core signals: header
keys by `header_fields_requested`, Markdown extensions by `body_extensions_requested`, checks
by `text_checks_requested`, what they take out of a text once by `extractions_requested`. It
answers `records_requested` and `trial_requested`.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.article_reader.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

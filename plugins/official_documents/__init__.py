"""Official documents: clauses and points with addresses, recipients, signature, their facts.

Numbers and letters are the text of the document: what the editor wrote stands on the page,
and only the addresses (`#khoan-2-diem-a`) are made here.

Kind: body, corpus and site (the lists, and the register as CSV and JSON). Attribute:
`article.official_documents`. Context: `official_documents`, whether there are any.
No setting.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.official_documents.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

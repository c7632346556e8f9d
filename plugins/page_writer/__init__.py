"""The only writer: staging beside the output, one owner per file, lists, feeds.

Kind: site. No setting. A build never writes into its output while it works: pages and
files are staged beside it and applied at the end, when the gate has let them through; files
that did not change are not touched.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.page_writer.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

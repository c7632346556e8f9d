"""The only writer: which pages there are, what each is made from, staging, lists, feeds.

Kind: site. Setting: `PAGE_WRITER`. Features ask for further pages by `pages_requested`. A page
is made from frozen values and cards; what an earlier build made from the same values comes
from the store. A build never writes into its output while it works: what is new is staged
beside it and applied at the end, when the gate has let it through; files that did not change
are not touched.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.page_writer.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

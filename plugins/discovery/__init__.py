"""How others find and show the site: metadata, structured data, site map, robots.txt.

Without a public address nothing may claim one: no canonical address, no site map.

Kind: corpus and site work. Context: `discovery`. No setting.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.discovery.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

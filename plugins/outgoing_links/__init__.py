"""Where links lead out of the site: only to hosts that the agency has listed.

The list is `du-lieu/may-chu.toml`, which a second person guards. Link farms, links that
nobody sees and words of gambling advertisements are found as well.

Kind: body, corpus; a command (`make links`). Setting: `OUTGOING_LINKS`.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.outgoing_links.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

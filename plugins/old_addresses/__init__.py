"""What became of addresses: redirects to where a page is now, notices where one was withdrawn.

`du-lieu/dia-chi-cu.toml` says it. Each old address has a page of its own that leads on or
tells, so that it works on every server; those that can answer 301 and 410 are told to.

Kind: corpus, site; a command (`make withdraw`). No value, no setting.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.old_addresses.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

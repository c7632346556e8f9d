"""Lets the ministry's portal monitoring (EMC) count visits, where the agency's data declare it.

What follows from that is decided in `core.portal_monitoring`; this feature tells editors what is
wrong with the declaration, and gives it to templates: the head of every page, and the page on
privacy, without which nothing is monitored.

Kind: corpus. Context: `portal_monitoring`, None where the site is not monitored. No setting.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.portal_monitoring.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

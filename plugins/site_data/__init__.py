"""What an agency says of itself and its site: identity, sections, links, counters.

Another agency adopts the site by editing `content/du-lieu/` only; a folder without these
files builds with neutral defaults and one warning.

Kind: corpus and site work. Context: `site_data`. No setting; the name of the agency
becomes Pelican's `SITENAME`, and its address `SITEURL` where nobody else gave one.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.site_data.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

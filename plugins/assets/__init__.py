"""Style sheet, scripts, fonts and pictures of the theme, in one folder named by its content.

A browser may keep such a folder for ever: a changed byte anywhere changes its name, and
the modules inside go on importing each other by relative paths.

Kind: site work. For templates: `asset("site.css")`. No setting.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.assets.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

"""The choices of the reading toolbar: sizes, spacing, font, contrasts, full forms.

The theme does the work, by style sheet and a tiny script; this feature says which choices
there are, so that toolbar, style sheet and script cannot drift apart unseen.

Kind: corpus. For templates: `accessibility_toolbar`. No setting.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.accessibility_toolbar import plugin  # noqa: PLC0415  (workers must not load Pelican)

    plugin.connect_receivers()

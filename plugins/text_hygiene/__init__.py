"""Slips, names spelt two ways and personal data in what editors wrote: found, never changed.

What a slip is stands in `slips.toml`, what personal data looks like in `personal_data.toml`.

Kind: body, corpus. Header key: `personal_data_cleared`. Setting: `TEXT_HYGIENE`.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.text_hygiene.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

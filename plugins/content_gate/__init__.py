"""The gate: collects every feature's findings, prints one report, decides the exit code.

Kind: body, corpus, site; a command (`make check`). Setting: `CONTENT_GATE`. It stands first
in `PLUGINS`, because it listens to what the others and Pelican say, and it alone decides how
a build ends.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.content_gate.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

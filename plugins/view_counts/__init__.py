"""How often an article was read, as editors take it from the server's own statistics.

The site counts nobody: a figure is shown only where an editor gave one.

Kind: corpus. Attribute: `article.view_counts`. No setting.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.view_counts import plugin

    plugin.connect_receivers()

"""Says articles aloud: the words that a voice says, and a recording of them for every article.

Why: browsers on plain computers have no Vietnamese voice, and every voice reads figures,
abbreviations and numbers of documents wrongly unless it is told what to say.
Kind: corpus, site (a recording, its times and its transcript beside each page), command.
Attribute: `article.read_aloud` (`ArticleRecording`, or None). Setting: `READ_ALOUD`.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.read_aloud.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

"""The settings of outgoing links."""

from msgspec import Struct


class OutgoingLinksSettings(Struct, frozen=True, kw_only=True):
    """How many links make a link farm.

    Attributes:
        free_links: So many outgoing links any text may have.
        words_per_link: A text may have one more for so many words.
    """

    free_links: int = 10
    words_per_link: int = 20

    def most_links(self, words: int) -> int:
        """How many outgoing links a text of so many words may have."""
        return self.free_links + words // self.words_per_link

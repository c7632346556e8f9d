"""The settings of other articles."""

from msgspec import Struct

from plugins.core.errors import ConfigError


class OtherArticlesSettings(Struct, frozen=True, kw_only=True):
    """What a site may decide about the articles named under an article.

    Attributes:
        limit: How many there are at most, hand-picked ones included.
    """

    limit: int = 6

    def __post_init__(self) -> None:
        """Refuse a limit that makes no list.

        Raises:
            ConfigError: if the limit is below 1.
        """
        if self.limit < 1:
            message = f"OTHER_ARTICLES: limit is {self.limit}, it must be 1 or more"
            raise ConfigError(message)

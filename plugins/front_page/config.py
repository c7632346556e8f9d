"""The settings of the home page."""

from msgspec import Struct

from plugins.core.errors import ConfigError


class FrontPageSettings(Struct, frozen=True, kw_only=True):
    """What a site may decide about its home page.

    Attributes:
        newest: How many articles follow the lead story at most.
        in_section: How many articles each section shows at most.
    """

    newest: int = 5
    in_section: int = 3

    def __post_init__(self) -> None:
        """Refuse numbers that cannot be met.

        Raises:
            ConfigError: if a number is negative, or a section would show nothing.
        """
        if self.newest < 0 or self.in_section < 1:
            message = (
                f"FRONT_PAGE: newest is {self.newest}, it must be 0 or more; "
                f"in_section is {self.in_section}, it must be 1 or more"
            )
            raise ConfigError(message)

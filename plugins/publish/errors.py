"""Why something was not published."""

from plugins.core.errors import SiteError


class PublishError(SiteError):
    """Nothing was published; the message, in Vietnamese, is for the person who publishes."""

    def __init__(self, message: str, exit_code: int = 1) -> None:
        """Keep the message and the exit code of the command."""
        super().__init__(message)
        self.exit_code = exit_code

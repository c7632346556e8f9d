"""Why a release was not sent."""

from plugins.core.errors import SiteError


class TargetError(SiteError):
    """The release is not live there; the message, in Vietnamese, is for the operator."""

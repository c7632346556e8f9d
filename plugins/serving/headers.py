"""What every answer says, how long it may be kept, and what type a file has."""

from collections.abc import Mapping
from types import MappingProxyType

from plugins.core.security_policy import SECURITY_POLICY_HEADER

_CLOSED = (
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), "
    "encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), hid=(), "
    "idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), "
    "publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), web-share=(self), "
    "xr-spatial-tracking=()"
)
# Two years, as browsers ask for before they list a host; for hosts below this one as well.
STRICT_TRANSPORT = "max-age=63072000; includeSubDomains"

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": f"{SECURITY_POLICY_HEADER}; upgrade-insecure-requests",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": _CLOSED,
        "Referrer-Policy": "no-referrer",
        "Strict-Transport-Security": STRICT_TRANSPORT,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
)
"""The headers of every answer, whatever its status."""

"""What every answer says, how long it may be kept, and what type a file has."""

from plugins.core.portal_monitoring import PortalMonitoring
from plugins.core.security_policy import security_policy_header

_CLOSED = (
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), "
    "encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), hid=(), "
    "idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), "
    "publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), web-share=(self), "
    "xr-spatial-tracking=()"
)
# Two years, as browsers ask for before they list a host; for hosts below this one as well.
STRICT_TRANSPORT = "max-age=63072000; includeSubDomains"


def headers_of(monitoring: PortalMonitoring | None) -> dict[str, str]:
    """The headers of every answer, whatever its status."""
    policy = f"{security_policy_header(monitoring)}; upgrade-insecure-requests"
    return {
        "Content-Security-Policy": policy,
        # The system's server does not say that others may load its script.
        "Cross-Origin-Embedder-Policy": "credentialless" if monitoring else "require-corp",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": _CLOSED,
        "Referrer-Policy": "no-referrer",
        "Strict-Transport-Security": STRICT_TRANSPORT,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }

"""What a page of the site may load and do: one policy for pages, preview, servers and tests.

Nothing but the site's own files; no inline script or style (JSON-LD is data and is not
run); see CSP Level 3. Scripts cannot turn text into markup or code, and no Trusted Types
policy may allow it to them. One exception can be declared: `core.portal_monitoring`.
"""

from plugins.core.portal_monitoring import PortalMonitoring


def security_policy(monitoring: PortalMonitoring | None) -> str:
    """The policy as it stands in a page."""
    # Whose script it is, that host decides anyway; three times the same is short in every page.
    host = f" https://{monitoring.host}" if monitoring else ""
    return (
        f"default-src 'none'; script-src 'self'{host}; connect-src 'self'{host}; "
        f"img-src 'self'{host}; style-src 'self'; font-src 'self'; media-src 'self'; "
        "form-action 'self'; base-uri 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def security_policy_header(monitoring: PortalMonitoring | None) -> str:
    """The same for a header: only there can frames be forbidden."""
    return f"{security_policy(monitoring)}; frame-ancestors 'none'"

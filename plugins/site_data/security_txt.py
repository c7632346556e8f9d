"""The file in which security researchers look for an address (RFC 9116)."""

from datetime import UTC, date, datetime, time, timedelta

from plugins.core.dates import ZONE
from plugins.core.diagnostics import Diagnostic
from plugins.site_data import messages
from plugins.site_data.records import Security

PATH = ".well-known/security.txt"
_NOTICE = timedelta(days=30)


def security_txt(security: Security, site_url: str) -> str:
    """The text of the file; "" where it cannot be right: no address of the site, no expiry."""
    if not site_url or security.expires is None:
        return ""
    return (
        f"Contact: {security.contact or f'{site_url}/lien-he/'}\n"
        f"Expires: {_end_of(security.expires):%Y-%m-%dT%H:%M:%SZ}\n"
        "Preferred-Languages: vi, en\n"
        f"Canonical: {site_url}/{PATH}\n"
    )


def check_expiry(security: Security, now: datetime, path: str, line: int) -> list[Diagnostic]:
    """What an editor must know about the day on which the contact runs out."""
    if security.expires is None:
        return [messages.contact_without_expiry(path)]
    left = _end_of(security.expires) - now
    if left <= timedelta():
        return [messages.contact_expired(path, line, security.expires)]
    if left <= _NOTICE:
        return [messages.contact_expires_soon(path, line, security.expires)]
    return []


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), ZONE).astimezone(UTC)

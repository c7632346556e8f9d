"""What must never lie on a public server: keys, passwords, sources, copies of databases.

Each pattern has a word in front that is looked for first: most files hold none of them, and
a plain search costs next to nothing.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from msgspec import Struct

from plugins.core.diagnostics import Diagnostic
from plugins.core.releases import BuiltRelease
from plugins.release_checks import messages

_SHOWN = 12
_PICTURES = (".avif", ".br", ".gif", ".gz", ".jpg", ".jpeg", ".png", ".webp", ".woff2")
_ALLOWED_HIDDEN = frozenset({".well-known"})
_NEVER_PUBLIC = re.compile(
    r"\.(?:asp|aspx|bak|cgi|conf|db|env|htaccess|htpasswd|ini|jsp|key|kdbx|log|md|old|orig|p12|pem"
    r"|pfx|php|pl|py|pyc|rb|sh|sql|sqlite3?|swp|ya?ml)\Z|~\Z",
    re.IGNORECASE,
)


class _Secret(Struct, frozen=True):
    """How a secret looks, and a word without which there is none."""

    word: bytes
    pattern: re.Pattern[bytes]


_SECRETS = tuple(
    _Secret(word, re.compile(pattern))
    for word, pattern in (
        (b"PRIVATE KEY", rb"-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----"),
        (b"PuTTY-User-Key-File", rb"PuTTY-User-Key-File-\d"),
        (b"AKIA", rb"\bAKIA[0-9A-Z]{16}\b"),
        (b"ASIA", rb"\bASIA[0-9A-Z]{16}\b"),
        (b"aws_secret", rb"aws_secret_access_key\W{1,4}[A-Za-z0-9/+]{40}"),
        (b"AIza", rb"\bAIza[0-9A-Za-z_-]{35}\b"),
        (b"gh", rb"\bgh[pousr]_[0-9A-Za-z]{36,}\b"),
        (b"github_pat_", rb"\bgithub_pat_[0-9A-Za-z_]{22,}\b"),
        (b"glpat-", rb"\bglpat-[0-9A-Za-z_-]{20,}"),
        (b"xox", rb"\bxox[abeprs]-[0-9A-Za-z-]{10,}"),
        (b"sk_live_", rb"\b[rs]k_live_[0-9A-Za-z]{20,}"),
        (b"npm_", rb"\bnpm_[0-9A-Za-z]{36}\b"),
        (b"pypi-", rb"\bpypi-AgEI[0-9A-Za-z_-]{40,}"),
        (b"eyJ", rb"\beyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{10,}"),
        (b"://", rb"\b[a-z][a-z0-9+.-]*://[^\s/:@\"'<>]+:[^\s/@\"'<>]+@[a-z0-9]"),
        (b"PASSWORD", rb"\b[A-Z][A-Z0-9_]*PASSWORD\s*=\s*[^\s<>\"']{6,}"),
        (b"SECRET", rb"\b[A-Z][A-Z0-9_]*SECRET(?:_KEY)?\s*=\s*[^\s<>\"']{8,}"),
        (b"TOKEN", rb"\b[A-Z][A-Z0-9_]*TOKEN\s*=\s*[^\s<>\"']{8,}"),
    )
)


def find_secrets(release: BuiltRelease) -> Iterator[Diagnostic]:
    """A finding for every file that should not be there, and for every secret in the others."""
    for name in release.files:
        if _is_never_public(PurePosixPath(name)):
            yield messages.not_for_the_public(name)
        elif not name.endswith(_PICTURES):
            for secret in secrets_in(release.read(name)):
                yield messages.secret(name, secret)


def secrets_in(content: bytes) -> Iterator[str]:
    """The beginnings of all secrets in some content; the rest must stand in no report."""
    for secret in _SECRETS:
        if secret.word in content and (found := secret.pattern.search(content)):
            yield f"{found[0][:_SHOWN].decode(errors='replace')}…"


def _is_never_public(path: PurePosixPath) -> bool:
    hidden = any(part.startswith(".") for part in path.parts if part not in _ALLOWED_HIDDEN)
    return hidden or _NEVER_PUBLIC.search(path.name) is not None

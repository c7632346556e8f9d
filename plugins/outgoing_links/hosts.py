"""The host of an address, as a browser finds it, or why no list could vouch for it."""

import re
from enum import Enum, auto
from unicodedata import normalize

from msgspec import Struct

_SCHEME = re.compile(r"https?:", re.IGNORECASE)
# A browser drops these wherever they stand, or at the ends.
_DROPPED = re.compile(r"[\x00-\x20\x7f]")
_AUTHORITY = re.compile(r"https?://([^/\\?#]+)(?:[/?#].*)?", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]*[a-z0-9])")
# A browser reads a name as a number of four bytes when its last part looks like one.
_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)\.?")
_LONGEST_NAME = 253
# The tones, the hat, the breve and the horn of Vietnamese letters.
_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
_BARRED_D = "\u0111"


class Flaw(Enum):
    """Why an address is refused, whatever its host."""

    NUMBER = auto()
    LOGIN = auto()
    PORT = auto()
    LETTERS = auto()
    SPELLING = auto()


class Host(Struct, frozen=True, kw_only=True):
    """A host by its name.

    Attributes:
        name: As the network knows it: small letters, other letters in punycode.
        shown: As people read it.
    """

    name: str
    shown: str


def leads_out(address: str) -> bool:
    """Whether an address is one of the web; letters, calls and paths of the site are not."""
    return _SCHEME.match(_DROPPED.sub("", address)) is not None


def host_of(address: str) -> Host | Flaw:
    """The host to which an address of the web leads."""
    parts = _AUTHORITY.fullmatch(address)
    if parts is None:
        return Flaw.SPELLING
    authority = parts[1]
    if "@" in authority:
        return Flaw.LOGIN
    if authority.startswith("["):
        return Flaw.NUMBER
    return Flaw.PORT if ":" in authority else read_host(authority)


def read_host(written: str) -> Host | Flaw:
    """The host that a name means."""
    lowered = normalize("NFC", written.lower())
    if not all(map(_is_plain, lowered)):
        return Flaw.LETTERS
    if _NUMBER.fullmatch(lowered):
        return Flaw.NUMBER
    try:
        name = lowered.encode("idna").decode("ascii")
        shown = name.encode("ascii").decode("idna")
    except UnicodeError:
        return Flaw.SPELLING
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        return Flaw.SPELLING
    return Host(name=name, shown=shown) if all(map(_is_plain, shown)) else Flaw.LETTERS


def _is_plain(sign: str) -> bool:
    """Whether a sign is ASCII or a Vietnamese letter; what else there is looks like these."""
    parts = normalize("NFD", sign)
    return (parts[0].isascii() or parts[0] == _BARRED_D) and _MARKS.issuperset(parts[1:])

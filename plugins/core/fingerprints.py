"""Fingerprints of values: two values of one fingerprint look the same on a page."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Protocol, runtime_checkable

import msgspec
from markupsafe import Markup

_DIGITS = 32


@runtime_checkable
class Fingerprinted(Protocol):
    """A value that says itself what it stands on, such as a function for templates."""

    @property
    def fingerprint(self) -> str:
        """Changes with whatever the value could give."""


def fingerprint_of(value: object) -> str:
    """Thirty-two hexadecimal digits (128 bits of SHA-256) that change with a value.

    Args:
        value: Texts, numbers, dates, tuples and mappings of them, frozen structs of such
            values, or what has a fingerprint of its own.

    Raises:
        TypeError: for anything else.
    """
    return digest_of(_encoder.encode(value))


def digest_of(content: bytes) -> str:
    """Thirty-two hexadecimal digits (128 bits of SHA-256) by which bytes are known."""
    # Most processors of the last years have an instruction for it, so that none is quicker.
    return sha256(content).hexdigest()[:_DIGITS]


def _plain(value: object) -> object:
    if isinstance(value, Markup):
        return str(value)
    # To ask a protocol takes ten times as long, and this is asked of every card on every page.
    fingerprint = getattr(value, "fingerprint", None)
    if isinstance(fingerprint, str):
        return fingerprint
    if isinstance(value, Mapping):
        return dict(value)
    message = f"{type(value).__name__} has no fingerprint"
    raise TypeError(message)


_encoder = msgspec.msgpack.Encoder(enc_hook=_plain, order="deterministic")

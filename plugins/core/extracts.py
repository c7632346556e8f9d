"""What features take out of a text once, when it is read, and keep beside its body.

Lists, cards and checks need a few values of every text at each build: its pictures, its
abbreviations, its places. They are taken out where the body is made, in a child process, and
come from the store afterwards; no body is parsed again, or even loaded, to know them.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import msgspec
from markupsafe import Markup
from msgspec import Struct

from plugins.core.articles import ArticleRecord
from plugins.core.body import BodyContext
from plugins.core.errors import SiteError
from plugins.core.text_checks import CheckedText

Value = TypeVar("Value")


class Extraction(Struct, Generic[Value], frozen=True, kw_only=True):
    """One thing that a feature takes out of every text.

    Attributes:
        name: The word of the feature.
        extract: Makes a frozen struct of plain values. It may stand on the text, on code
            and settings, and on what it notes in the context as an input.
    """

    name: str
    extract: Callable[[CheckedText, BodyContext], Value]

    def packed(self, text: CheckedText, context: BodyContext) -> bytes:
        """What is taken out of a text, as the store keeps it."""
        return pack(self.extract(text, context))


def extract_of(record: ArticleRecord, name: str, kind: type[Value]) -> Value:
    """What a feature took out of the text of a record.

    Raises:
        SiteError: if it took nothing: the record was not made by this site's reader.
    """
    return unpack(packed_extract(record, name), kind)


def packed_extract(record: ArticleRecord, name: str) -> bytes:
    """The same as it is kept.

    Raises:
        SiteError: as above.
    """
    packed = record.find_extract(name)
    if packed is None:
        message = f"{record.path} was read without the extracts of {name}"
        raise SiteError(message)
    return packed


def pack(value: object) -> bytes:
    """A frozen struct of plain values as JSON."""
    return msgspec.json.encode(value, enc_hook=_plain)


def unpack(packed: bytes, kind: type[Value]) -> Value:
    """What `pack` was given.

    Raises:
        msgspec.DecodeError: if it is not of this kind.
    """
    return msgspec.json.decode(packed, type=kind, dec_hook=_marked_up)


def _plain(value: object) -> str:
    """Safe markup as the text that it is.

    Raises:
        TypeError: for anything else that is no plain value.
    """
    if isinstance(value, Markup):
        return str(value)
    message = f"{type(value).__name__} is no plain value"
    raise TypeError(message)


def _marked_up(kind: type[Any], value: object) -> object:
    if kind is Markup and isinstance(value, str):
        return Markup(value)  # noqa: S704  (what `_plain` was given, from our own store)
    message = f"an extract has no values of {kind}"
    raise TypeError(message)

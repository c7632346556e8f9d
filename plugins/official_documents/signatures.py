"""Who signed a document and in which capacity, as its own signature block says."""

import re
from typing import Final

from msgspec import Struct

from plugins.core.html import text_of

CAPACITIES: Final = frozenset({"TM", "KT", "TL", "TUQ", "Q"})
"""On behalf of, in place of, by order of, by delegation, acting: Decree 30/2020, annex I."""
_ABBREVIATION = re.compile(r"(?P<short>[^\W\d_]{1,4})\.\s*(?=\S)")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_BLOCK, _BLOCK_END = '<div class="document-signature">', "</div>"


class Signature(Struct, frozen=True, kw_only=True):
    """The end of a document; empty where it has no signature block.

    Attributes:
        signer: The name.
        capacity: The lines above the name: in whose place, and the post.
    """

    signer: str = ""
    capacity: tuple[str, ...] = ()


def signature_in(body: str) -> Signature:
    """The signature of a finished body."""
    start = body.rfind(_BLOCK)
    if start < 0:
        return Signature()
    end = body.find(_BLOCK_END, start) + len(_BLOCK_END)
    return signature_of(tuple(map(_lines_of, _PARAGRAPH.findall(body[start:end]))))


def _lines_of(paragraph: str) -> tuple[str, ...]:
    return tuple(text_of(line) for line in paragraph.split("<br>"))


def signature_of(groups: tuple[tuple[str, ...], ...]) -> Signature:
    """The signature that groups of lines make; the last line of all is the name."""
    lines = [line.strip() for group in groups for line in group if line.strip()]
    if not lines:
        return Signature()
    if lines[-1] == lines[-1].upper():  # a post, so nobody's name is given
        return Signature(capacity=tuple(lines))
    return Signature(signer=lines[-1], capacity=tuple(lines[:-1]))


def odd_capacity(line: str) -> str:
    """The abbreviation with which a line begins and which is none of the decree's; else ""."""
    match = _ABBREVIATION.match(line)
    return match["short"] if match and match["short"] not in CAPACITIES else ""

"""The blocks between `:::` lines: who gets a document, and who signs it."""

import re

from msgspec import Struct

NAMES = ("recipients", "signature")

_FENCE = re.compile(r"^:::[ \t]*(?P<name>.*?)[ \t]*$", re.MULTILINE)
_LIST_ITEM = re.compile(r"[-*+][ \t]+(?P<text>\S.*)")


class Fence(Struct, frozen=True, kw_only=True):
    """One fenced block as it was written.

    Attributes:
        before: The text before it that no blank line parts from it.
        opening: Its first line; with `:::` alone where it closes what nobody opened.
        name: The word behind `:::`.
        content: The text inside.
        closed: Whether a `:::` line ends it.
    """

    before: str
    opening: str
    name: str
    content: str
    closed: bool


class Recipients(Struct, frozen=True, kw_only=True):
    """The words above the list of recipients, and its entries."""

    title: str
    entries: tuple[str, ...]


def has_fence(block: str) -> bool:
    """Whether a line of a block opens or closes a fenced block."""
    return ":::" in block and _FENCE.search(block) is not None


def first_fence(block: str) -> str:
    """The first such line of a block."""
    return next((match[0] for match in _FENCE.finditer(block)), "")


def take_fence(blocks: list[str]) -> Fence | None:
    """The first fenced block; it and all before it are removed from the blocks."""
    opening = _FENCE.search(blocks[0])
    if opening is None:
        return None
    before, rest = blocks[0][: opening.start()], blocks.pop(0)[opening.end() :]
    inside, end = [rest], _FENCE.search(rest)
    while opening["name"] and end is None and blocks:
        inside.append(blocks.pop(0))
        end = _FENCE.search(inside[-1])
    if not opening["name"]:
        inside, after = [], rest
    elif end:
        closed_by, inside[-1] = inside[-1], inside[-1][: end.start()]
        after = closed_by[end.end() if not end["name"] else end.start() :]
    else:
        after = ""
    if after.strip("\n"):
        blocks.insert(0, after.strip("\n"))
    return Fence(
        before=before.strip("\n"),
        opening=opening[0],
        name=opening["name"],
        content="\n\n".join(inside).strip("\n"),
        closed=end is not None and not end["name"],
    )


def read_recipients(content: str) -> Recipients:
    """The title line and the entries; a line without a dash goes on with the one above."""
    title: list[str] = []
    entries: list[str] = []
    for line in filter(None, map(str.strip, content.split("\n"))):
        if match := _LIST_ITEM.match(line):
            entries.append(match["text"])
        elif entries:
            entries[-1] = f"{entries[-1]} {line}"
        else:
            title.append(line)
    return Recipients(title=" ".join(title), entries=tuple(entries))


def read_signature(content: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a signature, in the groups that blank lines make."""
    groups = re.split(r"\n\s*\n", content)
    return tuple(tuple(line.strip() for line in group.split("\n")) for group in groups if group)

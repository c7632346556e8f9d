"""The blocks between `:::` lines: who gets a document, and who signs it."""

import re
from dataclasses import dataclass

NAMES = ("recipients", "signature")

_FENCE = re.compile(r"^:::[ \t]*(?P<name>.*?)[ \t]*$", re.MULTILINE)
_LIST_ITEM = re.compile(r"[-*+][ \t]+(?P<text>\S.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients:
    """The words above the list of recipients, and its entries."""

    title: str
    entries: tuple[str, ...]


def has_fence(block: str) -> bool:
    """Whether a line of a block opens or closes a fenced block."""
    return _FENCE.search(block) is not None


def take_fence(blocks: list[str]) -> Fence | None:
    """The first fenced block; it and all before it are removed from the blocks."""
    source = "\n\n".join(blocks)
    opening = _FENCE.search(source)
    if opening is None:
        return None
    end = _FENCE.search(source, opening.end()) if opening["name"] else None
    closed = end is not None and not end["name"]
    stop = opening.end() if not opening["name"] else end.start() if end else len(source)
    rest = source[end.end() if end and closed else stop :].strip("\n")
    blocks[:] = rest.split("\n\n") if rest else []
    return Fence(
        before=source[: opening.start()].strip("\n"),
        opening=opening[0],
        name=opening["name"],
        content=source[opening.end() : stop].strip("\n"),
        closed=closed,
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

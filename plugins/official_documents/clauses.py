"""From paragraphs of a document to clauses and points, as the lines begin.

A clause begins `1. `, a part of it `1.1. `, a point `a) `, a part of it `a.1) ` or `a1) `.
What belongs to which is decided here, on text alone.
"""

import re
from enum import IntEnum

from msgspec import Struct
from msgspec.structs import replace

_MARK = re.compile(
    r"[ \t]*(?P<mark>(?P<clause>0?[1-9]\d{0,2})\.(?:(?P<part>[1-9]\d?)\.)?"
    r"|(?P<letter>[^\W\d_])(?:\.?(?P<subpart>[1-9]\d?))?\))[ \t]+(?P<text>\S.*)"
)
_LIST_ITEM = re.compile(r"[-*+][ \t]+\S")
_INDENT = re.compile(r"(?: {2,4}|\t)(?=\S)", re.MULTILINE)
_BOUNDARY = re.compile(r"#{1,6}|:::")


class Level(IntEnum):
    """What an item is, the outermost first."""

    CLAUSE = 1
    SUBCLAUSE = 2
    POINT = 3
    SUBPOINT = 4


class Item(Struct, frozen=True, kw_only=True):
    """A clause, a point, or a part of one.

    Attributes:
        number: The number of the clause; 0 for points.
        mark: The number or letter as the document writes it: `2.`, `a)`.
        text: The paragraph that the mark begins, in Markdown.
        blocks: What else stands in the item, in Markdown.
    """

    level: Level
    number: int = 0
    mark: str
    text: str
    blocks: tuple[str, ...] = ()


def has_mark(block: str) -> bool:
    """Whether a line of a block begins a clause or a point."""
    return any(_MARK.match(line) for line in block.split("\n"))


def split_before_mark(block: str) -> tuple[str, str]:
    """A block as what stands before its first clause or point, and the rest."""
    lines = block.split("\n")
    start = next((i for i, line in enumerate(lines) if _MARK.match(line)), len(lines))
    return "\n".join(lines[:start]), "\n".join(lines[start:])


def take_items(blocks: list[str]) -> list[Item]:
    """The run of clauses and points with which blocks begin; what was taken is removed.

    A paragraph without a mark belongs to the item above it where the count goes on
    after it, where it is indented, or where it is a list; otherwise it ends the run.
    """
    items: list[Item] = []
    place = 0
    while place < len(blocks):
        block = blocks[place].strip("\n")
        if _MARK.match(block):
            items += _items_of(block)
            place += 1
            continue
        end = _end_of_paragraphs(blocks, place, items)
        if end == place:
            break
        items[-1] = _with_blocks(items[-1], blocks[place:end])
        place = end
    del blocks[:place]
    return items


def _with_blocks(item: Item, blocks: list[str]) -> Item:
    inside = (_INDENT.sub("", block.strip("\n")) for block in blocks if block.strip("\n"))
    return replace(item, blocks=(*item.blocks, *inside))


def _items_of(block: str) -> list[Item]:
    items: list[Item] = []
    for line in block.split("\n"):
        if match := _MARK.match(line):
            items.append(_item(match))
        else:
            items[-1] = _with_line(items[-1], line)
    return items


def _item(match: re.Match[str]) -> Item:
    if match["clause"]:
        level = Level.SUBCLAUSE if match["part"] else Level.CLAUSE
    else:
        level = Level.SUBPOINT if match["subpart"] else Level.POINT
    number = int(match["clause"] or 0)
    return Item(level=level, number=number, mark=match["mark"], text=match["text"])


def _with_line(item: Item, line: str) -> Item:
    """An item with one more line of its paragraph, or of the list that follows it."""
    if item.blocks or _LIST_ITEM.match(line):
        return replace(item, blocks=("\n".join((*item.blocks, line)),))
    return replace(item, text=f"{item.text}\n{line}")


def _end_of_paragraphs(blocks: list[str], start: int, items: list[Item]) -> int:
    """Where the blocks end that have no mark and belong to the last item."""
    ahead = start
    while ahead < len(blocks) and not _stops(blocks[ahead]):
        ahead += 1
    if ahead < len(blocks) and _goes_on(blocks[ahead], items):
        return ahead
    end = start
    while end < ahead and _belongs_by_form(blocks[end].strip("\n")):
        end += 1
    return end


def _stops(block: str) -> bool:
    return _BOUNDARY.match(block.strip("\n")) is not None or has_mark(block)


def _goes_on(block: str, items: list[Item]) -> bool:
    """Whether a block continues the count: with a point or a part, or with a higher number."""
    if _BOUNDARY.match(block.strip("\n")):
        return False
    following = next(_item(match) for match in map(_MARK.match, block.split("\n")) if match)
    if following.level is not Level.CLAUSE:
        return True
    return following.number > max(item.number for item in items)


def _belongs_by_form(block: str) -> bool:
    return not block or bool(_INDENT.match(block) or _LIST_ITEM.match(block))

"""From paragraphs of a document to clauses and points, as the lines begin.

A clause begins `1. `, a point `a) `. What belongs to which is decided here, on text alone.
"""

import re
from dataclasses import dataclass, replace

_MARK = re.compile(r"[ \t]*(?P<mark>(?P<number>0?[1-9]\d{0,2})\.|[^\W\d_]\))[ \t]+(?P<text>\S.*)")
_LIST_ITEM = re.compile(r"[-*+][ \t]+\S")
_INDENT = re.compile(r"(?: {2,4}|\t)(?=\S)", re.MULTILINE)
_BOUNDARY = re.compile(r"#{1,6}|:::")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A clause or a point.

    Attributes:
        number: The number of a clause; 0 for a point.
        mark: The number or letter as the document writes it: `2.`, `a)`.
        text: The paragraph that the mark begins, in Markdown.
        blocks: What else stands in the item, in Markdown.
    """

    number: int
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
    while blocks:
        block = blocks[0].strip("\n")
        if _MARK.match(block):
            items += _items_of(block)
        elif block and not _belongs(block, blocks[1:], items):
            break
        elif block:
            above = items[-1]
            items[-1] = replace(above, blocks=(*above.blocks, _INDENT.sub("", block)))
        del blocks[0]
    return items


def _items_of(block: str) -> list[Item]:
    items: list[Item] = []
    for line in block.split("\n"):
        if match := _MARK.match(line):
            number = int(match["number"] or 0)
            items.append(Item(number=number, mark=match["mark"], text=match["text"]))
        else:
            items[-1] = _with_line(items[-1], line)
    return items


def _with_line(item: Item, line: str) -> Item:
    """An item with one more line of its paragraph, or of the list that follows it."""
    if item.blocks or _LIST_ITEM.match(line):
        return replace(item, blocks=("\n".join((*item.blocks, line)),))
    return replace(item, text=f"{item.text}\n{line}")


def _belongs(block: str, following: list[str], items: list[Item]) -> bool:
    if _BOUNDARY.match(block):
        return False
    if _INDENT.match(block) or _LIST_ITEM.match(block):
        return True
    return _goes_on(following, max(item.number for item in items))


def _goes_on(blocks: list[str], last: int) -> bool:
    """Whether the next mark before any boundary is a point or a higher number."""
    for block in blocks:
        if _BOUNDARY.match(block.strip("\n")):
            return False
        for line in block.split("\n"):
            if match := _MARK.match(line):
                return match["number"] is None or int(match["number"]) > last
    return False

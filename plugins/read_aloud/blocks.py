"""The pieces of a page that are read aloud, as its script finds them again.

A block is a run of text that no element interrupts but those within words: a paragraph, the
words of a point before its own list, a caption. Blocks are counted in the order of the page,
empty ones left out; what is hidden at first sight belongs to none.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from lxml.html import HtmlElement
from msgspec import Struct

from plugins.core.html import parse_fragment

WITHIN_WORDS = frozenset(
    ["a", "abbr", "b", "code", "em", "i", "mark", "span", "strong", "sub", "sup", "time"]
)
"""The script's list is the same; a test compares them."""


class Part(StrEnum):
    """What a block belongs to, in the order in which parts are read."""

    BODY = "body"
    CAPTION = "caption"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"


class Block(Struct, frozen=True, kw_only=True):
    """A run of text.

    Attributes:
        number: Its place among the blocks of the page.
        text: As the page has it, white space included.
    """

    number: int
    text: str
    part: Part = Part.BODY


def page_blocks(head: Iterable[str], body: str, foot: Iterable[str] = ()) -> tuple[Block, ...]:
    """The blocks of a page in their order.

    Args:
        head: The texts above the body, such as title and date; empty ones are passed over.
        body: The HTML of the body.
        foot: Texts below it.
    """
    above = ((text, Part.BODY) for text in head)
    below = ((text, Part.BODY) for text in foot)
    runs = [*above, *_runs(parse_fragment(body)), *below]
    shown = [(text, part) for text, part in runs if text.strip()]
    return tuple(
        Block(number=number, text=text, part=part) for number, (text, part) in enumerate(shown)
    )


def _runs(root: HtmlElement) -> Iterator[tuple[str, Part]]:
    """The runs below an element, the empty ones too."""
    run: list[str] = []
    part = Part.BODY
    for text, its_part in _pieces(root, Part.BODY):
        if text is None:
            yield "".join(run), part
            run = []
        else:
            part = its_part
            run.append(text)
    yield "".join(run), part


def _pieces(element: HtmlElement, part: Part) -> Iterator[tuple[str | None, Part]]:
    """Each piece of text with its part; None where an element interrupts the run."""
    yield element.text or "", part
    for child in element:
        if isinstance(child.tag, str) and child.get("hidden") is None:
            within = child.tag in WITHIN_WORDS
            if not within:
                yield None, part
            yield from _pieces(child, _part_of(child, part))
            if not within:
                yield None, part
        yield child.tail or "", part


def _part_of(element: HtmlElement, outer: Part) -> Part:
    if element.tag == "figcaption":
        return Part.CAPTION
    classes = str(element.get("class", "")).split()
    for part in (Part.RECIPIENTS, Part.SIGNATURE):
        if f"document-{part}" in classes:
            return part
    return outer

"""A block of an article's own meanings: lines of `*[A&B]: long form`.

As in other Markdown, the block does not stand on the page. Until the tree is complete it
is an empty element that carries the meanings.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor

from plugins.core.text import squeeze
from plugins.glossary.terms import Term, first_token

_LINE = re.compile(r"[ ]{0,3}\*\[([^\]\n]+)\]:[ \t]*(\S.*)")
_MEANING = "glossary-meaning"


class MeaningLines(BlockProcessor):
    """Takes blocks in which every line gives a meaning."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002  (Markdown's signature)
        """Whether all lines of a block give meanings of short forms that can be found."""
        lines = block.strip("\n").split("\n")
        matches = map(_LINE.fullmatch, lines)
        return all(match and first_token(squeeze(match[1])) for match in matches)

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Leave the meanings in the tree for `take_meanings`."""
        for line in blocks.pop(0).strip("\n").split("\n"):
            if match := _LINE.fullmatch(line):
                SubElement(parent, _MEANING, {"short": match[1], "long": match[2]})


def take_meanings(root: Element) -> tuple[Term, ...]:
    """The meanings that a body gives; afterwards its tree is without them."""
    return tuple(_taken(root))


def _taken(root: Element) -> Iterator[Term]:
    for parent in list(root.iter()):
        for meaning in parent.findall(_MEANING):
            parent.remove(meaning)
            yield Term(short=squeeze(meaning.attrib["short"]), long=squeeze(meaning.attrib["long"]))

"""Marks the citations of a body: numbers on one line, links whose addresses come later.

Priority 9: after Markdown's own inline work and all links (13, 14), before the glossary (8),
which puts no link of its own into one: the name of a law may hold abbreviations.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.citations.recognition import Citation, find_citations
from plugins.core.corpus import TO_CITED

_LEFT_ALONE = frozenset(["a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"])


class CitationExtension(Extension):
    """Adds the marks of citations to a Markdown converter."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the tree processor."""
        md.treeprocessors.register(_Citations(md), "citations", 9)


class _Citations(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in list(_open_elements(root)):
            if element.text:
                self._mark_text(element, element.text)
            for child in list(element):
                if child.tail:
                    self._mark_tail(element, child, child.tail)

    def _mark_text(self, element: Element, text: str) -> None:
        if cited := list(find_citations(text)):
            element.text = text[: cited[0].start]
            for place, link in enumerate(_links(text, cited)):
                element.insert(place, link)

    def _mark_tail(self, parent: Element, child: Element, text: str) -> None:
        if cited := list(find_citations(text)):
            child.tail = text[: cited[0].start]
            behind = list(parent).index(child) + 1
            for place, link in enumerate(_links(text, cited), start=behind):
                parent.insert(place, link)


def _open_elements(element: Element) -> Iterator[Element]:
    """Every element whose words may become links."""
    if element.tag not in _LEFT_ALONE:
        yield element
        for child in element:
            yield from _open_elements(child)


def _links(text: str, cited: list[Citation]) -> Iterator[Element]:
    """A link for each citation, the text up to the next one behind it."""
    ends = [*(each.start for each in cited[1:]), len(text)]
    for citation, end in zip(cited, ends, strict=True):
        link = Element("a", {"href": f"{TO_CITED}{citation.key}"})
        link.text = AtomicString(text[citation.start : citation.number])
        if citation.number < citation.end:
            number = SubElement(link, "span", {"class": "citation"})
            number.text = AtomicString(text[citation.number : citation.end])
        link.tail = text[citation.end : end]
        yield link

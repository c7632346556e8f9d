"""Markdown as the site reads it: every extension named, raw HTML off, text literal."""

import re
from collections.abc import Collection, Iterable
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from plugins.article_reader.links import LinkExtension
from plugins.article_reader.sanitiser import sanitise
from plugins.article_reader.signed_patterns import SignedPatterns
from plugins.core.body import ArticleMarkdown, BodyContext
from plugins.core.text import slugify
from plugins.core.written_pages import PLACES_OF_PAGES

_HEADING = re.compile(r"h([1-6])")
_ADDRESS_LENGTH = 60
_TEXT_ATTRIBUTES = frozenset({"alt", "title"})


def build_converter(extensions: Iterable[Extension], rooms: Collection[str]) -> ArticleMarkdown:
    """A converter with the site's own rules and the extensions of the features.

    `extra` is not used: it brings raw HTML, attribute lists and abbreviations.

    Args:
        extensions: What the features add.
        rooms: The folders of the content whose files become pages and can be linked to.
    """
    own = (_Literal(), LinkExtension(rooms), _Headings(), SignedPatterns())
    return ArticleMarkdown(
        extensions=["tables", "sane_lists", *own, *extensions], output_format="html"
    )


def convert_body(converter: ArticleMarkdown, text: str, context: BodyContext) -> str:
    """The sanitised HTML of a body; findings are in the context afterwards.

    Raises:
        RecursionError: if the text nests too deep for Markdown.
    """
    return sanitise(converter.convert_article(text, context))


class _Literal(Extension):
    """What an editor types is what stands on the page: no tag, no entity, no reference.

    Markdown's entity pattern hides `&CN;` of `KH&CN;` from tree processors, and its
    serialiser leaves `&name;` unescaped (Python-Markdown#974), so `KT&GT;` would lose
    two letters to `>`.
    """

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("entity")
        md.treeprocessors.register(_LiteralAmpersands(md), "literal_ampersands", 1)


class _LiteralAmpersands(Treeprocessor):
    """Priority 1: after every processor that reads text."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and "&" in element.text and element.tag != "code":
                element.text = _literal(element.text)
            if element.tail and "&" in element.tail:
                element.tail = _literal(element.tail)
            for name in _TEXT_ATTRIBUTES & element.attrib.keys() if element.attrib else ():
                element.set(name, _literal(element.attrib[name]))


def _literal(text: str) -> str:
    return text.replace("&", f"{AMP_SUBSTITUTE}amp;")


class _Headings(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_HeadingLevels(md), "heading_levels", 6)


class _HeadingLevels(Treeprocessor):
    """Headings start at h2 under the title, skip no level, and have an address.

    Priority 6: after the features, whose headings count too. Editors choose a level by
    its looks; what counts on the page is that no level is missing (WCAG 1.3.1, 2.4.10).
    """

    def run(self, root: Element) -> None:
        open_levels: list[int] = []
        taken = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
        taken |= PLACES_OF_PAGES
        for element in root.iter():
            if match := _HEADING.fullmatch(str(element.tag)):
                level = int(match[1])
                while open_levels and open_levels[-1] >= level:
                    open_levels.pop()
                open_levels.append(level)
                element.tag = f"h{min(len(open_levels) + 1, 6)}"
                if "id" not in element.attrib:
                    element.set("id", _free_id(element, taken))
                taken.add(element.attrib["id"])


def _free_id(heading: Element, taken: set[str]) -> str:
    base = slugify("".join(heading.itertext()))[:_ADDRESS_LENGTH].strip("-") or "muc"
    number, candidate = 1, base
    while candidate in taken:
        number += 1
        candidate = f"{base}-{number}"
    return candidate

"""Makes lists with addresses of clauses and points, and sections of fenced blocks.

Priorities: the block processors stand above Markdown's own (100 and less), because stock
lists renumber and take the fence for a paragraph. The addresses are given at 30, before
the inline processor (20), so that a finding can quote the source.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.core.articles import Kind
from plugins.core.body import BodyContext, body_context
from plugins.official_documents import messages
from plugins.official_documents.addresses import Names, Place, letter_places, number_places
from plugins.official_documents.clauses import Item, has_mark, split_before_mark, take_items
from plugins.official_documents.fences import (
    NAMES,
    Fence,
    first_fence,
    has_fence,
    read_recipients,
    read_signature,
    take_fence,
)
from plugins.official_documents.signatures import odd_capacity, signature_of

# What an editor cannot read at once waits for the next check; finding the line of each of
# a hundred thousand slips would take minutes.
_FINDINGS_AT_ONCE = 50


class OfficialDocumentExtension(Extension):
    """The block syntax of official documents; articles and pages do not have it."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the processors with their priorities."""
        md.parser.blockprocessors.register(_Fences(md.parser), "document_fences", 110)
        md.parser.blockprocessors.register(_FencesElsewhere(md.parser), "fences_elsewhere", 110)
        md.parser.blockprocessors.register(_Clauses(md.parser), "document_clauses", 105)
        md.treeprocessors.register(_Addresses(md), "document_addresses", 30)


class _DocumentBlock(BlockProcessor):
    """A block processor for the top level of documents only."""

    def at_top_level(self) -> bool:
        in_document = body_context(self.parser.md).kind is Kind.DOCUMENT
        return in_document and not self.parser.state

    def parse_inside(self, parent: Element, blocks: Iterable[str]) -> None:
        self.parser.state.set("document")
        self.parser.parseBlocks(parent, list(blocks))
        self.parser.state.reset()


class _Clauses(_DocumentBlock):
    def test(self, _parent: Element, block: str) -> bool:
        return self.at_top_level() and has_mark(block)

    def run(self, parent: Element, blocks: list[str]) -> None:
        before, blocks[0] = split_before_mark(blocks[0])
        if before.strip():
            self.parser.parseBlocks(parent, [before])
        clause = parent
        for item in take_items(blocks):
            if item.number:
                clause = self._add(_list_in(parent, "clauses"), "clause", "number", item)
            else:
                self._add(_list_in(clause, "points"), "point", "letter", item)

    def _add(self, items: Element, name: str, mark_name: str, item: Item) -> Element:
        entry = SubElement(items, "li", {"class": name})
        paragraph = SubElement(entry, "p")
        mark = SubElement(paragraph, "span", {"class": f"{name}__{mark_name}"})
        mark.text = AtomicString(item.mark)
        mark.tail = f" {item.text}"
        self.parse_inside(entry, item.blocks)
        return entry


def _list_in(parent: Element, name: str) -> Element:
    """The list of this name that ends a parent so far, or a new one."""
    last = parent[-1] if len(parent) else None
    if last is not None and last.get("class") == name:
        return last
    # No role: the theme hides markers in the one way that lets Safari still see a list.
    return SubElement(parent, "ol", {"class": name})


class _Fences(_DocumentBlock):
    def test(self, _parent: Element, block: str) -> bool:
        return self.at_top_level() and has_fence(block)

    def run(self, parent: Element, blocks: list[str]) -> bool:
        fence = take_fence(blocks)
        if fence is None:
            return False
        if fence.before:
            self.parser.parseBlocks(parent, [fence.before])
        self._report(fence)
        self._add(parent, fence)
        return True

    def _report(self, fence: Fence) -> None:
        context = body_context(self.parser.md)
        if _has_enough(context):
            return
        if fence.name not in NAMES:
            messages.report_unknown_fence(context, fence.name, fence.opening)
        elif not fence.closed:
            messages.report_unclosed_fence(context, fence.name, fence.opening)

    def _add(self, parent: Element, fence: Fence) -> None:
        if fence.name == "recipients":
            _add_recipients(parent, fence.content)
        elif fence.name == "signature":
            self._report_capacities(fence.content)
            _add_signature(parent, fence.content)
        else:
            self.parse_inside(parent, fence.content.split("\n\n"))

    def _report_capacities(self, content: str) -> None:
        for line in signature_of(read_signature(content)).capacity:
            if short := odd_capacity(line):
                messages.report_odd_capacity(body_context(self.parser.md), short, line)


class _FencesElsewhere(BlockProcessor):
    """Tells whoever tries a fenced block in an article or a page, where it stays text."""

    def test(self, _parent: Element, block: str) -> bool:
        return body_context(self.parser.md).kind is not Kind.DOCUMENT and has_fence(block)

    def run(self, _parent: Element, blocks: list[str]) -> bool:
        context = body_context(self.parser.md)
        if all(found.code != messages.FENCE_ELSEWHERE for found in context.diagnostics):
            messages.report_fence_elsewhere(context, first_fence(blocks[0]))
        return False


def _add_recipients(parent: Element, content: str) -> None:
    recipients = read_recipients(content)
    block = SubElement(parent, "div", {"class": "document-recipients"})
    if recipients.title:
        title = SubElement(block, "p", {"class": "document-recipients__title"})
        title.text = recipients.title
    if recipients.entries:
        entries = SubElement(block, "ul")
        for entry in recipients.entries:
            SubElement(entries, "li").text = entry


def _add_signature(parent: Element, content: str) -> None:
    signature = SubElement(parent, "div", {"class": "document-signature"})
    for first, *others in read_signature(content):
        paragraph = SubElement(signature, "p")
        paragraph.text = first
        for line in others:
            SubElement(paragraph, "br").tail = line


class _Addresses(Treeprocessor):
    """Gives every clause and point its address and reports what is odd about the count."""

    def run(self, root: Element) -> None:
        context = body_context(self.md)
        if context.kind is not Kind.DOCUMENT:
            return
        ids = Names()
        last = 0
        for items in root:
            if items.get("class") == "clauses":
                last = self._address_clauses(items, last, ids)
            elif items.get("class") == "points":
                self._address_points(items, "", ids)

    def _address_clauses(self, items: Element, last: int, ids: Names) -> int:
        numbers = [int(_mark_of(item).rstrip(".")) for item in items]
        places = number_places(numbers, 1 if numbers[0] == 1 else last + 1)
        for item, place in zip(items, places, strict=True):
            address = ids.take(f"khoan-{place.name}")
            item.set("id", address)
            self._report(item, place, f"{place.expected}.")
            for points in item.findall("ol[@class='points']"):
                self._address_points(points, f"{address}-", ids)
        return numbers[-1]

    def _address_points(self, items: Element, prefix: str, ids: Names) -> None:
        places = letter_places([_mark_of(item).rstrip(")") for item in items])
        for item, place in zip(items, places, strict=True):
            item.set("id", ids.take(f"{prefix}diem-{place.name}"))
            self._report(item, place, f"{place.expected})")

    def _report(self, item: Element, place: Place, expected: str) -> None:
        context = body_context(self.md)
        expected = expected if place.expected else ""
        if _has_enough(context):
            return
        near = (item[0][0].tail or "").strip().split("\n")[0]
        if place.doubled:
            messages.report_doubled(context, _mark_of(item), expected, item.get("id", ""), near)
        elif place.expected:
            messages.report_out_of_order(context, _mark_of(item), expected, near)


def _mark_of(item: Element) -> str:
    return item[0][0].text or ""


def _has_enough(context: BodyContext) -> bool:
    return len(context.diagnostics) >= _FINDINGS_AT_ONCE

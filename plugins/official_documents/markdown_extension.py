"""Makes lists with addresses of clauses and points, and sections of fenced blocks.

Priorities: the block processors stand above Markdown's own (100 and less), because stock
lists renumber and take the fence for a paragraph. The addresses are given at 30, before
the inline processor (20), so that a finding can quote the source; numbers and letters become
links to themselves at 5, when everybody who looks at links has done so.
"""

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from msgspec import Struct
from msgspec.structs import replace

from plugins.core.articles import Kind
from plugins.core.body import BodyContext, body_context
from plugins.official_documents import messages
from plugins.official_documents.addresses import (
    Names,
    Place,
    address_part,
    letter_places,
    number_places,
)
from plugins.official_documents.clauses import (
    Item,
    Level,
    has_mark,
    split_before_mark,
    take_items,
)
from plugins.official_documents.divisions import division_of, place_divisions
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
_HEADING = re.compile(r"h[1-6]")
_PART = re.compile(r"(?P<above>\d+|\w)(?P<dot>\.?)(?P<number>\d+)(?P<end>[.)])")


class LevelNames(Struct, frozen=True, kw_only=True):
    """The classes of a list, of an item of it, and of its mark."""

    all: str
    one: str
    mark: str


LEVEL_NAMES = {
    Level.CLAUSE: LevelNames(all="clauses", one="clause", mark="clause__number"),
    Level.SUBCLAUSE: LevelNames(all="subclauses", one="subclause", mark="clause__number"),
    Level.POINT: LevelNames(all="points", one="point", mark="point__letter"),
    Level.SUBPOINT: LevelNames(all="subpoints", one="subpoint", mark="point__letter"),
}
_PARTS_OF = {
    LEVEL_NAMES[whole].one: LEVEL_NAMES[part].all
    for whole, part in ((Level.CLAUSE, Level.SUBCLAUSE), (Level.POINT, Level.SUBPOINT))
}
_LISTS = frozenset(names.all for names in LEVEL_NAMES.values())


class OfficialDocumentExtension(Extension):
    """The block syntax of official documents; articles and pages do not have it."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the processors with their priorities."""
        md.parser.blockprocessors.register(_Fences(md.parser), "document_fences", 110)
        md.parser.blockprocessors.register(_FencesElsewhere(md.parser), "fences_elsewhere", 110)
        md.parser.blockprocessors.register(_Clauses(md.parser), "document_clauses", 105)
        md.treeprocessors.register(_Addresses(md), "document_addresses", 30)
        md.treeprocessors.register(_MarkLinks(md), "document_mark_links", 5)


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
        around: dict[Level, Element] = {}
        for item in take_items(blocks):
            around = {level: each for level, each in around.items() if level < item.level}
            inside = (around[level] for level in reversed(Level) if level in around)
            around[item.level] = self._add(next(inside, parent), item)

    def _add(self, parent: Element, item: Item) -> Element:
        names = LEVEL_NAMES[item.level]
        entry = SubElement(_list_in(parent, names.all), "li", {"class": names.one})
        paragraph = SubElement(entry, "p")
        mark = SubElement(paragraph, "span", {"class": names.mark})
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
    """Gives headings, clauses and points their addresses; tells what is odd about the count."""

    def run(self, root: Element) -> None:
        context = body_context(self.md)
        if context.kind is not Kind.DOCUMENT:
            return
        divisions = self._address_divisions(root, context)
        ids = Names()
        last, prefix = 0, ""
        for part in root:
            if part in divisions:
                last, prefix = 0, f"{divisions[part]}-"
            elif part.get("class") == LEVEL_NAMES[Level.CLAUSE].all:
                last = self._address_clauses(part, last, prefix, ids)
            elif part.get("class") in _LISTS:
                self._address_items(part, prefix, ids)

    def _address_divisions(self, root: Element, context: BodyContext) -> dict[Element, str]:
        """The headings that count, each with its address."""
        headings = [part for part in root if _HEADING.fullmatch(str(part.tag))]
        read = [(heading, division_of(heading.text or "")) for heading in headings]
        counting = [(heading, division) for heading, division in read if division]
        placed = place_divisions([division for _, division in counting])
        for (heading, division), each in zip(counting, placed, strict=True):
            heading.set("id", each.address)
            if each.place and not _has_enough(context):
                near = (heading.text or "").split("\n")[0]
                expected = division.mark_of(each.place.expected)
                _tell(context, division.mark, each.place, expected, each.address, near)
        return {heading: each.address for (heading, _), each in zip(counting, placed, strict=True)}

    def _address_clauses(self, items: Element, last: int, prefix: str, ids: Names) -> int:
        numbers = [int(_mark_of(item).rstrip(".")) for item in items]
        places = number_places(numbers, 1 if numbers[0] == 1 else last + 1)
        for item, place in zip(items, places, strict=True):
            self._address(item, place, f"{prefix}khoan-", f"{place.expected}.", ids)
        return numbers[-1]

    def _address_items(self, items: Element, prefix: str, ids: Names, above: str = "") -> None:
        """The addresses of a list below the item that has a mark, or of one that stands alone."""
        if items.get("class") == LEVEL_NAMES[Level.POINT].all:
            places = letter_places([_mark_of(item).rstrip(")") for item in items])
            for item, place in zip(items, places, strict=True):
                self._address(item, place, f"{prefix}diem-", f"{place.expected})", ids)
            return
        parts = [part for item in items if (part := _PART.fullmatch(_mark_of(item)))]
        if not above:
            above = parts[0]["above"]
            prefix += _alone(items, above)
        places = number_places([int(part["number"]) for part in parts], 1)
        for item, place, part in zip(items, places, parts, strict=True):
            number = place.expected or place.name
            if part["above"] != above:  # its number belongs to another clause or point
                place = replace(place, expected=number)  # noqa: PLW2901  (odd in one more way)
            expected = f"{above}{part['dot']}{number}{part['end']}"
            self._address(item, place, prefix, expected, ids)

    def _address(self, item: Element, place: Place, prefix: str, expected: str, ids: Names) -> None:
        address = ids.take(f"{prefix}{place.name}")
        item.set("id", address)
        context = body_context(self.md)
        if not _has_enough(context):
            near = (item[0][0].tail or "").strip().split("\n")[0]
            expected = expected if place.expected else ""
            _tell(context, _mark_of(item), place, expected, address, near)
        for below in item.findall("ol"):
            if below.get("class") in _LISTS:
                parts_of_it = _PARTS_OF.get(item.get("class", "")) == below.get("class")
                above = _mark_of(item).rstrip(".)") if parts_of_it else ""
                self._address_items(below, f"{address}-", ids, above)


class _MarkLinks(Treeprocessor):
    """Makes the number of each clause and the letter of each point a link to itself.

    The mark stays the text that it was; what speech says of the link tells where it leads,
    because documents have many points a).
    """

    def run(self, root: Element) -> None:
        if body_context(self.md).kind is Kind.DOCUMENT:
            for part, heading in zip(root, _headings_before(root), strict=True):
                if part.get("class") in _LISTS:
                    self._link_marks(part, heading)

    def _link_marks(self, items: Element, around: str) -> None:
        for item in items:
            mark = item[0][0]
            word = messages.LEVEL_WORDS[items.get("class", "")]
            name = f"{word} {mark.text} {around}".strip()
            mark.tag = "a"
            mark.set("href", f"#{item.get('id')}")
            mark.set("aria-label", name)
            for below in item.findall("ol"):
                if below.get("class") in _LISTS:
                    is_part = (
                        below.get("class") in _PARTS_OF.values()
                    )  # its own mark names what is above
                    self._link_marks(below, around if is_part else name.lower())


def _headings_before(root: Element) -> Iterator[str]:
    """For each part of a document the mark of the division in which it stands."""
    mark = ""
    for part in root:
        if _HEADING.fullmatch(str(part.tag)) and "id" in part.attrib:
            division = division_of("".join(part.itertext()))
            mark = division.mark.lower() if division else ""
        yield mark


def _alone(items: Element, above: str) -> str:
    """What stands before the addresses of parts whose clause or point is not in the text."""
    is_clause = items.get("class") == LEVEL_NAMES[Level.SUBCLAUSE].all
    return f"{'khoan' if is_clause else 'diem'}-{address_part(above)}-"


def _tell(
    context: BodyContext, mark: str, place: Place, expected: str, address: str, near: str
) -> None:
    if place.doubled:
        messages.report_doubled(context, mark, expected, address, near)
    elif place.expected:
        messages.report_out_of_order(context, mark, expected, near)


def _mark_of(item: Element) -> str:
    return item[0][0].text or ""


def _has_enough(context: BodyContext) -> bool:
    return len(context.diagnostics) >= _FINDINGS_AT_ONCE

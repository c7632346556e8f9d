"""Puts long forms behind abbreviations in the tree of a body.

Priority 8: after Markdown's own inline work (20), so that links, code and emphasis are
elements, and after pictures (15) and links (14), so that captions are in place; before
headings (6), whose text must stay free of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor

from plugins.core.articles import Kind
from plugins.core.body import BodyContext, body_context
from plugins.core.diagnostics import Severity
from plugins.glossary import messages
from plugins.glossary.mentions import (
    LINE_BREAK,
    Mention,
    find_mentions,
    is_contradicted,
    is_explained,
)
from plugins.glossary.reading import own_terms
from plugins.glossary.terms import Anchors, Lexicon, Place, Scope, section_place

PRIORITY = 8
TERM_CLASS = "glossary-term"
SHORT_CLASS = f"{TERM_CLASS}__short"
LONG_CLASS = f"{TERM_CLASS}__long"
_LEFT_ALONE = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "a", "abbr", "code", "pre"])
_INLINE = frozenset(["a", "abbr", "code", "em", "img", "picture", "span", "strong", "sub", "sup"])
_BLOCK_SCOPES = {
    "document-signature": Scope.SIGNATURE,
    "document-recipients": Scope.RECIPIENTS,
}
# Escaped signs are placeholders until Markdown's last processor (0) puts them back.
_UNESCAPE = UnescapeTreeprocessor()
Scopes: TypeAlias = tuple[Place, ...]


def scopes_of_article(kind: Kind, section: str) -> Scopes:
    """Where all of a body stands, the narrowest place first."""
    if kind is Kind.DOCUMENT:
        return (Scope.DOCUMENT, Scope.SITE)
    return (section_place(section), Scope.SITE)


def scopes_of_classes(classes: str, outer: Scopes) -> Scopes:
    """Where the text of an element with these classes stands, the narrowest place first."""
    own = (_BLOCK_SCOPES[name] for name in classes.split() if name in _BLOCK_SCOPES)
    return (*own, *outer)


class GlossaryExtension(Extension):
    """Adds the glossary to a Markdown converter."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the lexicon of the site."""
        super().__init__()
        self._lexicon = lexicon

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the tree processor."""
        md.treeprocessors.register(GlossaryTreeprocessor(md, self._lexicon), "glossary", PRIORITY)


class GlossaryTreeprocessor(Treeprocessor):
    """Marks the abbreviations of one body."""

    def __init__(self, md: Markdown, lexicon: Lexicon) -> None:
        """Take the lexicon of the site."""
        super().__init__(md)
        self._lexicon = lexicon

    def run(self, root: Element) -> None:
        """Change the tree of a body in place; its visible words stay as they are."""
        context = body_context(self.md)
        own, _ = own_terms(_header_list(context, "abbreviations"))
        marker = _Marker(context, self._lexicon.overridden(own))
        section = str(context.header.get("category", ""))
        for segment in _segments(root, scopes_of_article(context.kind, section)):
            marker.mark(segment)


def _header_list(context: BodyContext, key: str) -> tuple[str, ...]:
    values = context.header.get(key, ())
    return tuple(str(value) for value in values) if isinstance(values, tuple) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """Some text of the tree: behind a child of its parent, or at the parent's beginning.

    Attributes:
        behind: The child; None at the beginning.
        is_open: Whether abbreviations may be marked here.
    """

    text: str
    parent: Element
    behind: Element | None
    scopes: Scopes
    is_open: bool


def _segments(root: Element, scopes: Scopes) -> Iterator[list[_Piece]]:
    """The pieces of text that a reader sees as one line of thought, such as a paragraph."""
    # All at once, because marking changes the tree.
    pieces = list(_pieces(root, scopes, is_open=True))
    for is_text, group in groupby(pieces, key=lambda piece: piece is not None):
        if is_text:
            yield [piece for piece in group if piece is not None]


def _pieces(element: Element, scopes: Scopes, *, is_open: bool) -> Iterator[_Piece | None]:
    """The text of an element in its order; None where a block begins or ends."""
    is_open = is_open and element.tag not in _LEFT_ALONE
    scopes = scopes_of_classes(element.get("class", ""), scopes)

    def piece(text: str | None, behind: Element | None = None, *, is_open: bool) -> _Piece:
        words = _UNESCAPE.unescape(text or "")
        return _Piece(text=words, parent=element, behind=behind, scopes=scopes, is_open=is_open)

    border = () if element.tag in _INLINE else (None,)
    yield from border
    yield piece(element.text, is_open=is_open)
    for child in element:
        if child.tag == "br":
            yield piece(LINE_BREAK, is_open=False)
        else:
            yield from _pieces(child, scopes, is_open=is_open)
        yield piece(child.tail, child, is_open=is_open)
    yield from border


class _Marker:
    """Marks one body and reports what an editor should look at, each thing once."""

    def __init__(self, context: BodyContext, lexicon: Lexicon) -> None:
        self._context = context
        self._lexicon = lexicon
        self._anchors = Anchors()
        self._reported: set[tuple[str, str]] = set()

    def mark(self, segment: Sequence[_Piece]) -> None:
        text = "".join(piece.text for piece in segment)
        mentions = find_mentions(text, self._lexicon, segment[0].scopes)
        for mention in mentions:
            self._report(text, mention)
        start = 0
        for piece in segment:
            end = start + len(piece.text)
            if piece.is_open:
                # What crosses a border, as in A**&B**, belongs to no piece: it stays unmarked.
                inside = [m for m in mentions if start <= m.start and m.end <= end]
                self._mark_piece(piece, start, text, [m for m in inside if not m.is_slip])
            start = end

    def _mark_piece(
        self, piece: _Piece, start: int, text: str, mentions: Sequence[Mention]
    ) -> None:
        if not mentions:
            return
        ends = [*(mention.start for mention in mentions[1:]), start + len(piece.text)]
        marked = []
        for mention, end in zip(mentions, ends, strict=True):
            element = self._element(text, mention)
            element.tail = text[mention.end : end]
            marked.append(element)
        before = text[start : mentions[0].start]
        if piece.behind is None:
            piece.parent.text = before
            piece.parent[:0] = marked
        else:
            piece.behind.tail = before
            place = list(piece.parent).index(piece.behind) + 1
            piece.parent[place:place] = marked

    def _element(self, text: str, mention: Mention) -> Element:
        short = Element("abbr", {"class": SHORT_CLASS})
        short.text = mention.form
        if anchor := self._anchors.give(mention.term):
            short.set("id", anchor)
        if is_explained(text, mention):
            return short
        term = Element("span", {"class": TERM_CLASS})
        term.append(short)
        long = SubElement(term, "span", {"class": LONG_CLASS})
        long.text = f" ({mention.term.long})"
        return term

    def _report(self, text: str, mention: Mention) -> None:
        form, term = mention.form, mention.term
        if mention.is_slip:
            message, remedy = messages.slip_message(form), messages.slip_remedy(term)
            self._report_once(messages.SLIP, form, message, remedy)
        elif is_contradicted(text, mention):
            message = messages.contradiction_message(form, term)
            remedy = messages.contradiction_remedy(form)
            self._report_once(messages.CONTRADICTION, form, message, remedy)

    def _report_once(self, code: str, form: str, message: str, remedy: str) -> None:
        if (code, form) not in self._reported:
            self._reported.add((code, form))
            self._context.report(code, Severity.ADVICE, message, remedy=remedy, near=form)

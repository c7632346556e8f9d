"""Puts long forms behind abbreviations in the tree of a body.

Priority 8: after Markdown's own inline work (20), so that links, code and emphasis are
elements, and after pictures (15) and links (14), so that captions are in place; before
headings (6), whose text must stay free of it.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeAlias
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import STX
from msgspec import Struct

from plugins.core.abbreviations import places_of
from plugins.core.body import BodyContext, body_context
from plugins.core.corpus import TO_CITED
from plugins.core.diagnostics import Severity
from plugins.glossary.advice import advise
from plugins.glossary.dependence import LexiconAnswers, glossary_inputs
from plugins.glossary.elements import BodyElements
from plugins.glossary.meaning_lines import MeaningLines, take_meanings
from plugins.glossary.mentions import LINE_BREAK
from plugins.glossary.nearest import NearestForms
from plugins.glossary.reading import own_terms
from plugins.glossary.resolution import Mention, Passage, resolve
from plugins.glossary.terms import Lexicon, Place, Scope

FEATURE = "glossary"
PRIORITY = 8
_LEFT_ALONE = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "a", "abbr", "code", "pre"])
_CODE = frozenset(["code", "pre"])
_INLINE = frozenset(["a", "abbr", "code", "em", "img", "picture", "span", "strong", "sub", "sup"])
_BLOCK_SCOPES = {
    "document-signature": Scope.SIGNATURE,
    "document-recipients": Scope.RECIPIENTS,
}
# Escaped signs are placeholders until Markdown's last processor (0) puts them back.
_UNESCAPE = UnescapeTreeprocessor()
Scopes: TypeAlias = tuple[Place, ...]


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
        """Add the tree processor, and the block of an article's own meanings."""
        md.parser.blockprocessors.register(MeaningLines(md.parser), "meaning_lines", 90)
        md.treeprocessors.register(GlossaryTreeprocessor(md, self._lexicon), "glossary", PRIORITY)


class GlossaryTreeprocessor(Treeprocessor):
    """Marks the abbreviations of one body."""

    def __init__(self, md: Markdown, lexicon: Lexicon) -> None:
        """Take the lexicon of the site."""
        super().__init__(md)
        self._lexicon = lexicon
        self._nearest = NearestForms(lexicon.readings)
        self._answers = LexiconAnswers(lexicon)

    def run(self, root: Element) -> None:
        """Change the tree of a body in place; its visible words stay as they are."""
        context = body_context(self.md)
        own = (*take_meanings(root), *own_terms(_header_list(context, "abbreviations"))[0])
        section = str(context.header.get("category", ""))
        segments = list(_segments(root, places_of(context.kind, section)))
        passages = [_passage(segment) for segment in segments]
        tokens = glossary_inputs(passages, self._lexicon)
        context.depends_on_register(FEATURE, tokens, self._answers.fingerprint(tokens))
        resolved = resolve(passages, self._lexicon, own)
        for finding in advise(passages, resolved, own, self._nearest):
            context.report(
                finding.code,
                Severity.ADVICE,
                finding.message,
                remedy=finding.remedy,
                near=finding.near,
            )
        marker = _Marker()
        # First uses stand where they can be links.
        for cited in sorted({piece.is_cited for segment in segments for piece in segment}):
            for segment, passage, found in zip(segments, passages, resolved.mentions, strict=True):
                if mentions := [mention for mention in found if mention.term]:
                    marker.mark(segment, passage.text, mentions, cited=cited)


def _header_list(context: BodyContext, key: str) -> tuple[str, ...]:
    values = context.header.get(key, ())
    return tuple(str(value) for value in values) if isinstance(values, tuple) else ()


class _Piece(Struct, frozen=True, kw_only=True):
    """Some text of the tree: behind a child of its parent, or at the parent's beginning.

    Attributes:
        behind: The child; None at the beginning.
        is_code: Whether it is no prose.
        is_open: Whether abbreviations may be marked here.
        is_cited: Whether this is the name of a cited document, which may become a link.
    """

    text: str
    parent: Element
    behind: Element | None
    scopes: Scopes
    is_code: bool
    is_open: bool
    is_cited: bool


def _passage(segment: Sequence[_Piece]) -> Passage:
    """What the engine reads of a segment: as long as it, with nothing where code stands."""
    text = "".join(" " * len(p.text) if p.is_code else p.text for p in segment)
    return Passage(text=text, places=segment[0].scopes)


def _segments(root: Element, scopes: Scopes) -> Iterator[list[_Piece]]:
    """The pieces of text that a reader sees as one line of thought, such as a paragraph.

    Between blocks there is nothing to read: half of all pieces are line feeds.
    """
    # All at once, because marking changes the tree.
    pieces = list(_pieces(root, scopes, is_open=True, is_cited=False))
    for is_text, group in groupby(pieces, key=lambda piece: piece is not None):
        segment = [piece for piece in group if piece is not None] if is_text else []
        if not all(piece.text.isspace() for piece in segment):
            yield segment


def _pieces(
    element: Element, scopes: Scopes, *, is_open: bool, is_cited: bool
) -> Iterator[_Piece | None]:
    """The text of an element in its order; None where a block begins or ends."""
    is_cited = is_cited or element.get("href", "").startswith(TO_CITED)
    is_open = is_open and (is_cited or element.tag not in _LEFT_ALONE)
    scopes = scopes_of_classes(element.get("class", ""), scopes)

    def piece(text: str, behind: Element | None = None, *, is_open: bool) -> _Piece:
        return _Piece(
            text=_UNESCAPE.unescape(text) if STX in text else text,
            parent=element,
            behind=behind,
            scopes=scopes,
            is_code=element.tag in _CODE,
            is_open=is_open,
            is_cited=is_cited,
        )

    border = () if element.tag in _INLINE else (None,)
    yield from border
    if element.text:
        yield piece(element.text, is_open=is_open)
    for child in element:
        if child.tag == "br":
            yield piece(LINE_BREAK, is_open=False)
        else:
            yield from _pieces(child, scopes, is_open=is_open, is_cited=is_cited)
        if child.tail:
            yield piece(child.tail, child, is_open=is_open)
    yield from border


class _Marker:
    """Marks one body."""

    def __init__(self) -> None:
        self._elements = BodyElements()

    def mark(
        self, segment: Sequence[_Piece], text: str, mentions: Sequence[Mention], *, cited: bool
    ) -> None:
        start = 0
        for piece in segment:
            end = start + len(piece.text)
            if piece.is_open and piece.is_cited == cited:
                # What crosses a border, as in A**&B**, belongs to no piece: it stays unmarked.
                inside = [m for m in mentions if start <= m.start and m.end <= end]
                self._mark_piece(piece, start, text, inside)
            start = end

    def _mark_piece(
        self, piece: _Piece, start: int, text: str, mentions: Sequence[Mention]
    ) -> None:
        if not mentions:
            return
        ends = [*(mention.start for mention in mentions[1:]), start + len(piece.text)]
        marked: list[Element] = []
        for mention, end in zip(mentions, ends, strict=True):
            if mention.term:
                elements = self._elements.of(
                    mention.form,
                    mention.term.long,
                    is_explained=mention.is_explained,
                    in_link=piece.is_cited,
                )
                elements[-1].tail = text[mention.end : end]
                marked += elements
        before = text[start : mentions[0].start]
        if piece.behind is None:
            piece.parent.text = before
            piece.parent[:0] = marked
        else:
            piece.behind.tail = before
            place = list(piece.parent).index(piece.behind) + 1
            piece.parent[place:place] = marked

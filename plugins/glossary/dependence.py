"""What a text depends on in the register: the entries whose forms it holds, no others.

A text is known by its tokens that can begin an abbreviation. Two registers that say the
same of these tokens make the same of the text.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from plugins.core.files import fingerprint
from plugins.glossary.mentions import hot_tokens, pieces_of
from plugins.glossary.nearest import NearestForms
from plugins.glossary.resolution import Passage
from plugins.glossary.shapes import looks_abbreviated, may_start
from plugins.glossary.terms import TOKEN, Lexicon

REGISTER_NAME = "glossary"
"""What a body calls the register of which it notes the answers."""


class _Answer(Struct, frozen=True, kw_only=True):
    """What the register says of one spelling.

    Attributes:
        needed: The other tokens of the spelling, without which no text holds it.
    """

    needed: frozenset[str]
    text: str


def glossary_inputs(passages: Iterable[Passage], lexicon: Lexicon) -> frozenset[str]:
    """The tokens of a text for which it asks a lexicon."""
    return frozenset(
        token for passage in passages for token in hot_tokens(passage.text, lexicon.odd)
    )


class LexiconAnswers:
    """Fingerprints of what one lexicon says; each piece of a token is looked up once."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the lexicon of the site."""
        self._lexicon = lexicon
        self._nearest = NearestForms(lexicon.readings)
        self._answers: dict[str, tuple[_Answer, ...]] = {}
        # A spelling that does not look like an abbreviation may stand in any text.
        self._general = repr((bool(lexicon.readings), sorted(lexicon.odd)))

    def fingerprint(self, tokens: frozenset[str]) -> str:
        """A fingerprint of everything that the lexicon says of the tokens of a text."""
        pieces = {piece for token in tokens for piece in pieces_of(token)}
        answers = (
            f"{piece} {answer.text}"
            for piece in sorted(pieces)
            for answer in self._of(piece)
            if answer.needed <= pieces
        )
        return fingerprint("\n".join((self._general, *answers)).encode())

    def _of(self, piece: str) -> tuple[_Answer, ...]:
        if piece not in self._answers:
            self._answers[piece] = tuple(self._find(piece))
        return self._answers[piece]

    def _find(self, piece: str) -> Iterator[_Answer]:
        for form in self._lexicon.starts.get(piece, ()):
            others = TOKEN.findall(form)[1:]
            yield _Answer(needed=frozenset(filter(may_start, others)), text=self._said(form))
        if piece not in self._lexicon.readings and looks_abbreviated(piece):
            yield _Answer(needed=frozenset(), text=self._nearest.nearest(piece))

    def _said(self, form: str) -> str:
        readings = self._lexicon.readings[form].items()
        return repr(
            [
                (
                    place,
                    form,
                    each.term.short,
                    each.term.long,
                    each.term.spoken,
                    each.term.also,
                    each.term.before,
                    each.is_slip,
                    each.is_unexplained,
                )
                for place, each in sorted(readings)
            ]
        )

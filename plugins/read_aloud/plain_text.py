"""Text that stands alone: lines of a document are known by their shape for what they are."""

import re
from collections.abc import Callable, Sequence

from plugins.core.abbreviations import Abbreviations, SpokenForm, SpokenPassage
from plugins.core.text import normalise
from plugins.read_aloud.reader import Reader, said_with
from plugins.read_aloud.vocabulary import VOCABULARY

_RECIPIENTS = re.compile(
    rf"\s*-?\s*(?:{'|'.join(VOCABULARY.contexts['recipients'])})\s*:|.*\([^()]*\w/\w[^()]*\)\s*[;.,]?\s*\Z",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"\s*(?:TL|KT|TM|TUQ|Q)\.\s*[^\W\d_a-z]{2}")
_ANYWHERE = ("document", "site")


def _nobody(text: str) -> None:
    """Whom a question does not concern."""


def read_text(text: str, abbreviations: Abbreviations) -> str:
    """A text that is no file of the site, as a voice says it, line by line."""
    lines = normalise(text).split("\n")
    forms = abbreviations.spoken_forms([_passage(line) for line in lines])
    reader = reader_of(abbreviations)
    said = (
        said_with(line, reader.readings(line, found))
        for line, found in zip(lines, forms, strict=True)
    )
    return "\n".join(said)


def reader_of(abbreviations: Abbreviations, asked: Callable[[str], None] = _nobody) -> Reader:
    """The reader of a site, by its register.

    Args:
        abbreviations: The register.
        asked: Is told each text for which the reader asks it.
    """

    def forms(text: str) -> Sequence[SpokenForm]:
        asked(text)
        return abbreviations.spoken_forms([SpokenPassage(text=text)])[0]

    return Reader(forms)


def _passage(line: str) -> SpokenPassage:
    if _SIGNATURE.match(line):
        return SpokenPassage(text=line, places=("signature", *_ANYWHERE))
    if _RECIPIENTS.match(line):
        return SpokenPassage(text=line, places=("recipients", *_ANYWHERE))
    return SpokenPassage(text=line, places=("site",))

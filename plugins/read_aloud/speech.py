"""What is taken out of a text when it is read: a digest of its speech, and what is unsure."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from msgspec import Struct

from plugins.core.abbreviations import Abbreviations, places_of
from plugins.core.articles import ArticleRecord, Kind
from plugins.core.body import BodyContext
from plugins.core.dates import date_full
from plugins.core.diagnostics import Diagnostic
from plugins.core.extracts import Extraction
from plugins.core.fingerprints import fingerprint_of
from plugins.core.text_checks import CheckedText
from plugins.read_aloud import messages
from plugins.read_aloud.blocks import Block, page_blocks
from plugins.read_aloud.readings import Doubt
from plugins.read_aloud.sentences import SpokenArticle, spoken_article
from plugins.read_aloud.words import words_of

FEATURE = "read_aloud"
_TELL = {Doubt.FRACTION: messages.unsure_fraction, Doubt.ISSUER: messages.unknown_issuer}


class UnsureReading(Struct, frozen=True, kw_only=True):
    """Something that may be said wrongly, and the line on which it stands."""

    line: int
    text: str
    spoken: str
    doubt: Doubt


class ArticleSpeech(Struct, frozen=True, kw_only=True):
    """What is known of the speech of a text without making it again.

    Attributes:
        digest: Changes with anything that is said, and with where it stands; "" where nothing
            of the text is read aloud.
        words: What is said, for the voices of browsers; see `words_of`. "" for recordings.
    """

    digest: str = ""
    words: str = ""
    unsure: tuple[UnsureReading, ...] = ()


def extraction_of(
    abbreviations: Abbreviations, *, with_words: bool = False
) -> Extraction[ArticleSpeech]:
    """What is taken out of every text.

    Args:
        abbreviations: Those of the site.
        with_words: Whether browsers read.
    """

    def extract(text: CheckedText, context: BodyContext) -> ArticleSpeech:
        if text.kind is Kind.PAGE:
            return ArticleSpeech()
        speech = _speech(text.kind, text.header, text.lead, text.body, abbreviations)
        abbreviations.note_inputs(speech.asked, context)
        return ArticleSpeech(
            digest=fingerprint_of(speech.sentences),
            words=words_of(speech.sentences) if with_words else "",
            unsure=tuple(
                UnsureReading(
                    line=context.line_of(each.text),
                    text=each.text,
                    spoken=each.spoken,
                    doubt=each.doubt,
                )
                for each in speech.doubts
            ),
        )

    return Extraction(name=FEATURE, extract=extract)


NO_SPEECH = Extraction(name=FEATURE, extract=lambda _text, _context: ArticleSpeech())
"""What is taken out of texts where nothing is read aloud."""


def speech_of(record: ArticleRecord, abbreviations: Abbreviations) -> SpokenArticle:
    """All that is said of an article; its digest was taken out of the text before."""
    return _speech(record.kind, record.header, record.lead, record.body, abbreviations)


def unsure_readings(path: str, speech: ArticleSpeech) -> Iterator[Diagnostic]:
    """What an editor should look at."""
    for each in speech.unsure:
        yield _TELL[each.doubt](path, each.line, each.text, each.spoken)


def blocks_of(kind: Kind, header: Mapping[str, object], lead: str, body: str) -> tuple[Block, ...]:
    """The blocks of the page of an article or document, as its template lays them."""
    title = str(header.get("title", ""))
    if kind is Kind.DOCUMENT:
        return page_blocks([f"{header.get('type', '')} {title}".strip()], body)
    date, source = header.get("date"), str(header.get("source", ""))
    day = date_full(date) if isinstance(date, datetime) else ""
    return page_blocks([title, day, lead], body, [source])


def _speech(
    kind: Kind,
    header: Mapping[str, object],
    lead: str,
    body: str,
    abbreviations: Abbreviations,
) -> SpokenArticle:
    own = header.get("abbreviations", ())
    return spoken_article(
        blocks_of(kind, header, lead, body),
        abbreviations,
        places_of(kind, str(header.get("category", ""))),
        tuple(map(str, own)) if isinstance(own, tuple) else (),
    )

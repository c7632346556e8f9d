"""A correction, and how an editor writes one: a date, a colon, a sentence."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from plugins.core.articles import ArticleRecord
from plugins.core.dates import parse_date
from plugins.core.diagnostics import Diagnostic
from plugins.corrections import messages

KEY = "corrections"


class Correction(Struct, frozen=True, kw_only=True):
    """What was put right on a day."""

    date: date
    text: str


def corrections_of(record: ArticleRecord) -> tuple[Correction, ...]:
    """The sound corrections of an article, newest first."""
    found = (_read(line) for line in record.header_list(KEY))
    sound = [correction for correction in found if correction]
    return tuple(sorted(sound, key=lambda correction: correction.date, reverse=True))


def check_corrections(record: ArticleRecord) -> Iterator[Diagnostic]:
    """What is wrong with the corrections of an article."""
    for written in record.header_list(KEY):
        correction = _read(written)
        if correction is None:
            yield messages.unreadable(record.path, record.line(KEY), written)
        elif record.date and correction.date < record.date.date():
            yield messages.too_early(record.path, record.line(KEY), written)


def _read(written: str) -> Correction | None:
    day, _, text = written.partition(":")
    try:
        corrected = parse_date(day.strip()).date()
    except ValueError:
        return None
    return Correction(date=corrected, text=text.strip()) if text.strip() else None

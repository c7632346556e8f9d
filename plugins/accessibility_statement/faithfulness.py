"""Whether the written page says what the results say: all of it, and nothing else."""

from collections.abc import Iterator

from lxml.html import HtmlElement, document_fromstring

from plugins.accessibility_statement.statement import Outcome, Statement
from plugins.core.dates import date_short


def unfaithful_parts(statement: Statement, markup: str) -> Iterator[str]:
    """What the page leaves out, says otherwise or adds: names of measures, dates, reviews."""
    page = document_fromstring(markup)
    entries = {
        str(each.get("data-measure")): _text(each)
        for each in page.iter()
        if "data-measure" in each.attrib
    }
    for outcome in statement.outcomes:
        entry = entries.pop(outcome.measure.name, None)
        if entry is None or not _says(entry, outcome):
            yield outcome.measure.name
    yield from entries
    needed = [part for each in statement.reviews for part in (each.what, each.reason)]
    if statement.results:
        needed.append(date_short(statement.results.day))
    text = _text(page)
    yield from (part for part in needed if part not in text)


def _text(element: HtmlElement) -> str:
    return str(element.text_content())


def _says(text: str, outcome: Outcome) -> bool:
    """Whether an entry names what is counted, the figure, and since when it is not kept."""
    needed = [outcome.measure.title]
    if outcome.figure:
        needed.append(f" {outcome.figure.value:,}".replace(",", "."))
    if outcome.open_since:
        needed.append(date_short(outcome.open_since))
    return all(part in text for part in needed)

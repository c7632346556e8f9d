"""What is wrong with the header keys of series."""

from collections.abc import Iterable, Iterator

from plugins.core.articles import ArticleRecord
from plugins.core.diagnostics import Diagnostic
from plugins.core.text import slugify
from plugins.series import messages
from plugins.series.series import order_of


def check_series(records: Iterable[ArticleRecord]) -> Iterator[Diagnostic]:
    """Findings about names and numbers of all articles."""
    ordered = sorted(records, key=lambda record: record.path)
    for record in ordered:
        yield from _check_alone(record)
    members = [record for record in ordered if slugify(record.header_text("series"))]
    yield from _names_alike(members)
    yield from _numbers_again(members)


def _check_alone(record: ArticleRecord) -> Iterator[Diagnostic]:
    name, number = record.header_text("series"), record.header_text("series_order")
    if name and not slugify(name):
        yield messages.unfit_name(record.path, record.line("series"), name)
    if number and order_of(record.header) is None:
        yield messages.no_number(record.path, record.line("series_order"), number)
    if number and not name:
        yield messages.number_without_series(record.path, record.line("series_order"))


def _names_alike(members: Iterable[ArticleRecord]) -> Iterator[Diagnostic]:
    first: dict[str, tuple[str, str]] = {}
    for record in members:
        name = record.header_text("series")
        other, file = first.setdefault(slugify(name), (name, record.path))
        if other != name:
            yield messages.names_alike(record.path, record.line("series"), name, other, file)


def _numbers_again(members: Iterable[ArticleRecord]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, int], str] = {}
    for record in members:
        if number := order_of(record.header):
            file = first.setdefault((slugify(record.header_text("series")), number), record.path)
            if file != record.path:
                yield messages.number_taken(record.path, record.line("series_order"), number, file)

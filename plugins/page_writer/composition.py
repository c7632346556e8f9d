"""Which pages a site has, and what each shows beside what all pages do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby, islice
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.articles import Kind, Status
from plugins.core.corpus import Card, Corpus, Entry, Group
from plugins.core.listing import listings
from plugins.core.pages import Page
from plugins.page_writer.config import PageWriterSettings

_INDEX = "index.html"
# An error page belongs in no site map.
_UNLISTED = frozenset({"not_found"})


class Month(Struct, frozen=True, kw_only=True):
    """A month in which articles were published; its list has an address."""

    year: int
    number: int
    url: str
    save_as: str


class SectionRow(Struct, frozen=True, kw_only=True):
    """A section with its newest articles."""

    category: Group
    articles: tuple[Card, ...]


def site_values(corpus: Corpus) -> dict[str, object]:
    """What templates of all pages may show of the corpus: names and addresses, no article."""
    pages = sorted(corpus.pages, key=lambda page: page.record.path.rpartition("/")[2])
    public = [page for page in pages if page.record.status is Status.PUBLISHED]
    return {
        "categories": tuple(grouped.group for grouped in corpus.categories),
        "tags": tuple(grouped.group for grouped in corpus.tags),
        "months": tuple(month for month, _ in _by_month(corpus)),
        "pages": tuple(
            {"title": p.record.title, "url": p.record.url, "template": p.record.template}
            for p in public
        ),
    }


def site_pages(corpus: Corpus, settings: PageWriterSettings) -> Iterator[Page]:
    """The pages that every site has: lists, articles, documents and fixed pages.

    Lists come first: of two that want one address, the text is what an editor can mend.
    """
    yield from _lists(corpus, settings)
    yield from _own_pages(corpus, settings)
    yield from (_entry_page(entry) for entry in corpus.entries if entry.record.save_as)


def _entry_page(entry: Entry) -> Page:
    record = entry.record
    return Page(
        path=record.save_as,
        template=record.template,
        values={"article" if record.kind is Kind.ARTICLE else "page": entry},
        subject=entry,
        modified=record.modified,
        listed=record.status is Status.PUBLISHED,
    )


def _lists(corpus: Corpus, settings: PageWriterSettings) -> Iterator[Page]:
    newest = tuple(entry.card for entry in corpus.public_articles[: settings.newest])
    for grouped in corpus.categories:
        values = {"category": grouped.group}
        for page in _list("category", grouped.group.save_as, grouped.entries, settings, values):
            yield _with_newest(page, newest)
    for grouped in corpus.tags:
        values = {"tag": grouped.group}
        yield from _list("tag", grouped.group.save_as, grouped.entries, settings, values)
    for month, entries in _by_month(corpus):
        yield from _list("period_archives", month.save_as, entries, settings, {"month": month})


def _with_newest(page: Page, newest: Iterable[Card]) -> Page:
    """A page of a section; its newest one also shows what is new in other sections."""
    listing: Any = page.values["listing"]
    others = (card for card in newest if listing.number is None and card not in listing.articles)
    return replace(page, values={**page.values, "newest": tuple(others)})


def _list(
    template: str,
    save_as: str,
    entries: Sequence[Entry],
    settings: PageWriterSettings,
    values: Mapping[str, object],
) -> Iterator[Page]:
    """The pages of a list; none where its setting names no place."""
    if not save_as:
        return
    cards = tuple(entry.card for entry in entries)
    start = 0
    for listing in listings(save_as.removesuffix(_INDEX), cards, settings.per_page):
        shown = entries[start : start + len(listing.articles)]
        start += len(listing.articles)
        yield Page(
            path=f"{listing.url}{_INDEX}",
            template=template,
            values={**values, "listing": listing},
            modified=_modified(shown),
        )


def _own_pages(corpus: Corpus, settings: PageWriterSettings) -> Iterator[Page]:
    newest = corpus.public_articles
    rows = tuple(
        SectionRow(
            category=grouped.group,
            articles=tuple(entry.card for entry in grouped.entries[: settings.shown]),
        )
        for grouped in corpus.categories
    )
    values: Mapping[str, Mapping[str, Any]] = {
        "categories": {"rows": rows},
        "not_found": {"articles": tuple(entry.card for entry in newest[: settings.shown])},
    }
    for template, word in settings.own_pages.items():
        save_as = str(corpus.site.settings[f"{word}_SAVE_AS"])
        if template == "archives":
            yield from _list(template, save_as, newest, settings, {})
        elif save_as:
            yield Page(
                path=save_as,
                template=template,
                values=values.get(template, {}),
                modified=_modified(newest),
                listed=template not in _UNLISTED,
            )


def _by_month(corpus: Corpus) -> Iterator[tuple[Month, tuple[Entry, ...]]]:
    """The months with public articles, the newest first, each with its articles."""
    settings = corpus.site.settings
    dated = ((entry.record.date, entry) for entry in corpus.public_articles)
    for (year, number), found in groupby(
        ((date, entry) for date, entry in dated if date),
        key=lambda pair: (pair[0].year, pair[0].month),
    ):
        pairs = tuple(found)
        first = pairs[0][0]
        month = Month(
            year=year,
            number=number,
            url=str(settings["MONTH_ARCHIVE_URL"]).format(date=first),
            save_as=str(settings["MONTH_ARCHIVE_SAVE_AS"]).format(date=first),
        )
        yield month, tuple(entry for _, entry in pairs)


def _modified(newest_first: Iterable[Entry]) -> datetime | None:
    """When the newest of some articles was mended last."""
    return next((entry.record.modified for entry in islice(newest_first, 1)), None)

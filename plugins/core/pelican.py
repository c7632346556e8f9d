"""The one place besides a feature's `plugin.py` that knows Pelican.

`Any` is allowed here: Pelican has no types.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from blinker import NamedSignal

from plugins.core import signals as core_signals
from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.dates import ZONE
from plugins.core.site import Site

Receiver = Callable[..., None]
_receivers: dict[str, list[Receiver]] = {}
_dispatchers: dict[str, Receiver] = {}
_corpora: "WeakKeyDictionary[Any, Corpus]" = WeakKeyDictionary()


def connect(signal: NamedSignal, receiver: Receiver) -> None:
    """Have a receiver called on a signal of Pelican, in the order of `PLUGINS`.

    blinker keeps receivers in a set and calls them in the order of their addresses in
    memory. One dispatcher per signal keeps the order in which plugins registered.
    """
    ordered = _receivers.setdefault(signal.name, [])
    if receiver not in ordered:
        ordered.append(receiver)
    signal.connect(_dispatcher(signal.name), weak=False)


def connected_modules() -> set[str]:
    """The modules that listen to Pelican or answer the features' questions."""
    questions = (each for each in vars(core_signals).values() if isinstance(each, NamedSignal))
    answering = (receiver for each in questions for receiver in each.receivers_for(None))
    return {receiver.__module__ for receiver in chain(*_receivers.values(), answering)}


def forget_receivers() -> None:
    """Drop every receiver, so that the next site in this process starts with its own."""
    _receivers.clear()


def _dispatcher(name: str) -> Receiver:
    def dispatch(sender: Any, **arguments: Any) -> None:
        for receiver in tuple(_receivers.get(name, ())):
            receiver(sender, **arguments)

    return _dispatchers.setdefault(name, dispatch)


def site_of(settings: dict[str, Any]) -> Site:
    """The site that Pelican's settings describe."""
    url = str(settings["SITEURL"]).rstrip("/")
    return Site(
        content=Path(settings["PATH"]).resolve(),
        theme=Path(settings["THEME"]).resolve(),
        store=Path(settings["STORE_PATH"]),
        url=url,
        link_root=urlsplit(url).path.rstrip("/") + "/",
        built_at=build_instant(),
        settings=settings,
        check_only=settings.get("CHECK_ONLY", False),
    )


def build_instant() -> datetime:
    """The instant that decides what is public: `SOURCE_DATE_EPOCH` if given, else now.

    Raises:
        ValueError: if `SOURCE_DATE_EPOCH` is not a number of seconds.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)
    return moment.astimezone(ZONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One content object of Pelican and our view of it."""

    content: Any
    record: ArticleRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Everything that was read: articles newest first, documents, pages.

    Drafts and hidden ones are among them: a template asks every article for its values.

    Attributes:
        context: What all templates see; a feature may add one value under its own name.
    """

    site: Site
    articles: tuple[Entry, ...]
    documents: tuple[Entry, ...]
    pages: tuple[Entry, ...]
    context: dict[str, Any]

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries: articles, documents, pages."""
        return chain(self.articles, self.documents, self.pages)

    @property
    def public_articles(self) -> tuple[Entry, ...]:
        """The articles that lists may name, newest first."""
        return tuple(e for e in self.articles if e.record.status is Status.PUBLISHED)


def corpus_of(generators: list[Any]) -> Corpus:
    """The corpus, on `all_generators_finalized`; the same one for every feature of a run."""
    corpus = _corpora.get(generators[0])
    if corpus is None:
        corpus = _corpora[generators[0]] = _corpus(generators)
    return corpus


def _corpus(generators: list[Any]) -> Corpus:
    contents: dict[Kind, list[Entry]] = {kind: [] for kind in Kind}
    for content in chain.from_iterable(_contents_of(generator) for generator in generators):
        entry = Entry(content=content, record=snapshot(content))
        contents[entry.record.kind].append(entry)
    return Corpus(
        site=site_of(generators[0].settings),
        articles=_ordered(contents[Kind.ARTICLE]),
        documents=_ordered(contents[Kind.DOCUMENT]),
        pages=_ordered(contents[Kind.PAGE]),
        context=generators[0].context,
    )


def _contents_of(generator: Any) -> Iterator[Any]:
    for group in ("articles", "hidden_articles", "drafts", "pages", "hidden_pages", "draft_pages"):
        yield from getattr(generator, group, ())


def _ordered(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: newest_first(entry.content)))


def newest_first(content: Any) -> tuple[float, str]:
    """A sort key for Pelican's articles: newest first, then by slug.

    Pelican sorts by date alone over a set of files, so articles of one day would
    change places with the hash seed.
    """
    date = getattr(content, "date", None)
    return (-date.timestamp() if date else 0.0, str(content.slug))


def snapshot(content: Any) -> ArticleRecord:
    """Our view of an article of Pelican's that `article_reader` has read."""
    return ArticleRecord(
        path=content.relative_source_path,
        kind=content.kind,
        status=Status(content.status),
        slug=content.slug,
        title=content.title,
        url=content.url,
        date=getattr(content, "date", None),
        section=str(getattr(content, "category", "")),
        tags=tuple(str(tag) for tag in getattr(content, "tags", ())),
        summary=content.metadata["summary"],
        # `.content` would memoise the body before the addresses of its links are known.
        body=content._content,  # noqa: SLF001  (see above)
        links=content.links,
        header=content.header,
        lines=content.lines,
    )

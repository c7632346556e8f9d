"""Everything that was read, as features see it and templates show it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from html import escape, unescape
from itertools import chain
from typing import Any
from urllib.parse import unquote

from msgspec import Struct, field

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.deferred import Deferred, shown
from plugins.core.fingerprints import fingerprint_of
from plugins.core.site import Site
from plugins.core.text import slugify

TO_FILE = "{filename}/"
"""How a link to a content file begins until the addresses of all are known."""
_TO_FILE = re.compile(rf'(?<=href="){re.escape(TO_FILE)}[^"#?]*')
TO_CITED = "{citation}/"
"""How a link to a cited document begins; its key follows. No link stands inside another."""
_NOTHING: Mapping[str, Any] = {}
_TO_CITED = re.compile(rf'<a href="{re.escape(TO_CITED)}([^"]*)">(.*?)</a>', re.DOTALL)


class Group(Struct, frozen=True, kw_only=True):
    """A section or a tag: a name under which articles are listed.

    Attributes:
        url: The address of its list, below the site's root.
        save_as: Where the list goes below the output folder.
    """

    name: str
    slug: str
    url: str
    save_as: str


class Card:
    """What any other page may show of an article, document or page.

    A page shows cards of others and nothing else of them: so what it was made from is known,
    and a word mended in one text makes no other page anew. No struct, because a card stands
    on a dozen pages and its fingerprint is worked out once, not with each of them. Nobody
    changes one.

    Attributes:
        url: Its address below the site's root.
        summary: Plain text; the feature that knows abbreviations explains them.
        picture: As the component `picture` takes it; None where there is none.
        facts: The facts of an official document; None for anything else.
    """

    PARTS = ("kind", "title", "url", "date", "summary", "picture", "facts")
    __slots__ = ("_fingerprint", "_picture", "_summary", "date", "facts", "kind", "title", "url")

    def __init__(
        self,
        *,
        kind: Kind,
        title: str,
        url: str,
        date: datetime | None,
        summary: str | Deferred[str] = "",
        picture: Any = None,  # noqa: ANN401  (what its feature gives)
        facts: Any = None,  # noqa: ANN401  (what its feature gives)
    ) -> None:
        """Say everything at once."""
        self.kind = kind
        self.title = title
        self.url = url
        self.date = date
        self._summary = summary
        self._picture = picture
        self.facts = facts
        self._fingerprint = ""

    @property
    def fingerprint(self) -> str:
        """Changes with whatever the card shows."""
        if not self._fingerprint:
            self._fingerprint = fingerprint_of(tuple(self.given.values()))
        return self._fingerprint

    @property
    def summary(self) -> str:
        """Plain text."""
        return str(shown(self._summary))

    @property
    def picture(self) -> Any:  # noqa: ANN401  (what its feature gives)
        """As the component `picture` takes it; None where there is none."""
        return shown(self._picture)

    @property
    def given(self) -> Mapping[str, Any]:
        """All parts as they were given: some are deferred."""
        own = ("kind", "title", "url", "date", "_summary", "_picture", "facts")
        return dict(zip(self.PARTS, (getattr(self, name) for name in own), strict=True))

    def changed(self, **parts: object) -> "Card":
        """The same card with some parts in the place of others."""
        return Card(**{**self.given, **parts})

    def __eq__(self, other: object) -> bool:
        """Whether both show the same."""
        return isinstance(other, Card) and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        """That of what it shows."""
        return hash(self.fingerprint)

    def __repr__(self) -> str:
        """As it would be written, without what features say."""
        return f"Card({self.kind}, {self.title!r}, {self.url!r})"


class Entry:
    """One article, document or page: its record, and what features say of it by their words.

    Its own page shows an entry; in templates it has the attributes of its record and the
    values of the features.

    Attributes:
        record: What was read.
        category: Its section; None for documents and pages.
        tags: In the order of the header.
        values: What features gave, by their words.
    """

    def __init__(
        self,
        record: ArticleRecord,
        category: Group | None,
        tags: tuple[Group, ...],
        addresses: Mapping[str, str],
    ) -> None:
        """Nothing is said of it yet.

        Args:
            record: What was read.
            category: Its section.
            tags: Its tags.
            addresses: The links to all content files by their paths.
        """
        self.record = record
        self.category = category
        self.tags = tags
        self.values: dict[str, object] = {}
        self._on_card: Mapping[str, Any] = _NOTHING
        self._addresses = addresses
        self._cited: Mapping[str, str] = _NOTHING

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  (whatever a feature gave)
        """A value of a feature by its word, or an attribute of the record."""
        if name in self.values:
            return shown(self.values[name])
        return getattr(self.record, name)

    def give(self, word: str, value: object) -> None:
        """Keep what a feature says of the article on its own page; it may be deferred."""
        self.values[word] = value

    def give_card(self, **parts: object) -> None:
        """Keep what a feature says of the article on its card; summary and picture may be deferred.

        Raises:
            RuntimeError: if the card has been shown: the feature must come earlier in `PLUGINS`.
        """
        if "card" in vars(self):
            message = f"the card of {self.record.path} is out: {sorted(parts)} come too late"
            raise RuntimeError(message)
        self._on_card = {**self._on_card, **parts}

    def give_cited(self, addresses: Mapping[str, str]) -> None:
        """Keep where the documents are, by their keys, to which the text links as cited."""
        self._cited = addresses or _NOTHING

    @cached_property
    def card(self) -> Card:
        """What other pages show of it."""
        record = self.record
        parts = {"summary": record.summary, **self._on_card}
        self._on_card = _NOTHING  # nothing can be added any more
        return Card(kind=record.kind, title=record.title, url=record.url, date=record.date, **parts)

    def changed_to(
        self, record: ArticleRecord, values: Mapping[str, object], card: Card
    ) -> "Entry":
        """The same entry in the same place, of which other things are said.

        Args:
            record: What was read.
            values: What features say, by their words.
            card: What other pages show.
        """
        changed = Entry(record, self.category, self.tags, self._addresses)
        changed._cited = self._cited
        changed.values = dict(values)
        changed.card = card
        return changed

    @cached_property
    def brief(self) -> Card:
        """The card for lists of names: without first words and picture, which they don't show.

        So a word mended in those makes no list of names anew.
        """
        return self.card.changed(summary="", picture=None)

    @property
    def content(self) -> str:
        """The body with the addresses of the articles and documents to which it links."""
        body = _TO_CITED.sub(self._citation, self.record.body)
        return _TO_FILE.sub(lambda match: escape(self._address(unescape(match[0]))), body)

    @property
    def link_addresses(self) -> tuple[str, ...]:
        """The addresses that `content` puts in: those of files in the order of the links."""
        to_files = (link.target for link in self.record.links if link.target.startswith(TO_FILE))
        addresses = (self._address(target.partition("#")[0]) for target in to_files)
        return (*addresses, *(f"{key} {url}" for key, url in sorted(self._cited.items())))

    def _citation(self, match: re.Match[str]) -> str:
        """A citation as a link; as its words where nobody knows an address."""
        address = self._cited.get(match[1])
        return f'<a href="{escape(address)}">{match[2]}</a>' if address else match[2]

    def _address(self, target: str) -> str:
        """The address of a content file; the target itself where it has no page."""
        return self._addresses.get(unquote(target.removeprefix(TO_FILE)), target)


class GroupedEntries(Struct, frozen=True, kw_only=True):
    """The public articles of a section or of a tag, newest first; never empty."""

    group: Group
    entries: tuple[Entry, ...]


class Corpus(Struct, frozen=True, kw_only=True):
    """Everything that was read: articles newest first, documents, pages.

    Drafts and hidden ones are among them: a template asks every article for its values.

    Attributes:
        categories: The sections with their public articles, newest first; none is empty.
        tags: The same of the tags.
        addresses: The links to all content files by their paths.
        context: What all templates see; a feature may add one value under its own name.
    """

    site: Site
    articles: tuple[Entry, ...]
    documents: tuple[Entry, ...]
    pages: tuple[Entry, ...]
    categories: tuple[GroupedEntries, ...]
    tags: tuple[GroupedEntries, ...]
    addresses: Mapping[str, str]
    context: dict[str, Any] = field(default_factory=dict)

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries: articles, documents, pages."""
        return chain(self.articles, self.documents, self.pages)

    @property
    def records(self) -> tuple[ArticleRecord, ...]:
        """The records of all entries."""
        return tuple(entry.record for entry in self.entries)

    @property
    def public_articles(self) -> tuple[Entry, ...]:
        """The articles that lists may name, newest first."""
        return tuple(e for e in self.articles if e.record.status is Status.PUBLISHED)


def compose_corpus(
    site: Site, records: Iterable[ArticleRecord], beside: Mapping[str, str] | None = None
) -> Corpus:
    """The corpus of a site, nothing said of any entry yet.

    Args:
        site: Its settings say where sections and tags have their lists.
        records: Everything that was read, in any order.
        beside: The links to content files that are not among them, by their paths.
    """
    ordered = sorted(records, key=newest_first)
    own = {record.path: site.link_root + record.url for record in ordered}
    addresses = {**(beside or {}), **own}
    categories, tags = _Groups(site, "CATEGORY"), _Groups(site, "TAG")
    by_kind: dict[Kind, list[Entry]] = {kind: [] for kind in Kind}
    for record in ordered:
        entry = Entry(
            record,
            categories.named(record.section) if record.kind is Kind.ARTICLE else None,
            tuple({tag.slug: tag for tag in map(tags.named, record.tags)}.values()),
            addresses,
        )
        by_kind[record.kind].append(entry)
    articles = tuple(by_kind[Kind.ARTICLE])
    return Corpus(
        site=site,
        articles=articles,
        documents=tuple(by_kind[Kind.DOCUMENT]),
        pages=tuple(by_kind[Kind.PAGE]),
        categories=_grouped((entry.category, entry) for entry in articles),
        tags=_grouped((tag, entry) for entry in articles for tag in entry.tags),
        addresses=addresses,
    )


def newest_first(article: ArticleRecord) -> tuple[float, str]:
    """A sort key for articles: newest first, then by slug, so that no two are on a par."""
    return (-article.date.timestamp() if article.date else 0.0, article.slug)


class _Groups:
    """The sections or the tags of a site; names of one slug are one group, named by the newest."""

    def __init__(self, site: Site, setting: str) -> None:
        self._url = str(site.settings[f"{setting}_URL"])
        self._save_as = str(site.settings[f"{setting}_SAVE_AS"])
        self._slugs: dict[str, str] = {}
        self._groups: dict[str, Group] = {}

    def named(self, name: str) -> Group:
        slug = self._slugs.get(name) or self._slugs.setdefault(name, slugify(name))
        if slug not in self._groups:
            self._groups[slug] = Group(
                name=name,
                slug=slug,
                url=self._url.format(slug=slug),
                save_as=self._save_as.format(slug=slug),
            )
        return self._groups[slug]


def _grouped(pairs: Iterable[tuple[Group | None, Entry]]) -> tuple[GroupedEntries, ...]:
    """The public articles of each group, the groups by slug."""
    found: dict[str, tuple[Group, list[Entry]]] = {}
    for group, entry in pairs:
        if group and entry.record.status is Status.PUBLISHED:
            found.setdefault(group.slug, (group, []))[1].append(entry)
    return tuple(
        GroupedEntries(group=group, entries=tuple(entries))
        for _, (group, entries) in sorted(found.items())
    )

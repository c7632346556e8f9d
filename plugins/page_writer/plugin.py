"""Joins the writer to Pelican."""

import atexit
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, redirect_stdout, suppress
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console
from pelican.settings import read_settings
from pelican.utils import set_date_tzinfo
from pelican.writers import Writer

from plugins.core.articles import ArticleRecord
from plugins.core.corpus import Corpus, Entry, compose_corpus
from plugins.core.dates import date_full, date_iso, date_listed, date_short
from plugins.core.document_types import full_title
from plugins.core.errors import SiteError
from plugins.core.file_digests import FileDigests, memory_of
from plugins.core.file_store import digest_by_reading
from plugins.core.fingerprints import digest_of, fingerprint_of
from plugins.core.pages import Page
from plugins.core.pelican import connect, site_of
from plugins.core.portal_monitoring import read_portal_monitoring
from plugins.core.programs import programs_fingerprint
from plugins.core.security_policy import security_policy
from plugins.core.signals import (
    AppliedSite,
    ComposedSite,
    FileQuestion,
    SiteFile,
    Verdict,
    WrittenFile,
    WrittenSite,
    answer_of,
    ask_all,
    checks_requested,
    corpus_checks_requested,
    corpus_composed,
    pages_requested,
    record_requested,
    records_requested,
    report,
    site_applied,
    site_files_requested,
    values_awaited,
    verdict_requested,
)
from plugins.core.site import Site
from plugins.core.strings import load_strings
from plugins.core.text import collation_key
from plugins.page_writer import messages
from plugins.page_writer.compiled_templates import CompiledTemplates
from plugins.page_writer.composition import site_pages, site_values
from plugins.page_writer.config import PageWriterSettings
from plugins.page_writer.dependencies import Dependencies, own_key, own_parts
from plugins.page_writer.feed_body import feed_body
from plugins.page_writer.feeds import Feed, site_feeds
from plugins.page_writer.first_look import BuiltPages
from plugins.page_writer.navigation import read_navigation
from plugins.page_writer.ownership import Ownership
from plugins.page_writer.page_store import History, PageStore, store_of
from plugins.page_writer.rendering import Job, Made, keep_pages, make_pages
from plugins.page_writer.site_links import AbsoluteLinks, SiteLinks
from plugins.page_writer.staging import Staging
from plugins.page_writer.template_index import TemplateIndex

_ROOT = Path(__file__).resolve().parents[2]
_BUILD = "PAGE_WRITER_BUILD"
_TEMPLATES = "templates.json"
_RENDERING = ("JINJA_ENVIRONMENT", "JINJA_FILTERS", "JINJA_TESTS")
_FEED_SETTINGS = (
    "SITENAME",
    "SITESUBTITLE",
    "SITEURL",
    "FEED_DOMAIN",
    "FEED_MAX_ITEMS",
    "RELATIVE_URLS",
    "TIMEZONE",
)


@dataclass(slots=True, kw_only=True)
class _Build:
    """What one run of Pelican has written so far; of a mere check, what it would have."""

    staging: Staging
    store: Path
    digests: FileDigests
    check_only: bool
    book: Ownership = field(default_factory=Ownership)
    records: tuple[ArticleRecord, ...] = ()
    jobs: tuple[Job, ...] = ()
    made: Made = field(default_factory=Made)
    pages: PageStore = field(init=False)
    built: BuiltPages = field(init=False)
    site_files: dict[str, str] = field(default_factory=dict)
    fresh_files: set[str] = field(default_factory=set)

    def begin(self, records: tuple[ArticleRecord, ...]) -> None:
        """An empty staging folder, and an empty book of the pages of these records."""
        self.staging.begin()
        self.records = records
        self.book = Ownership({record.path: record.line("slug") for record in records})

    def applied(self, path: str) -> str:
        """The digest of a file in the output; "" where none has been applied."""
        return self.digests.of(f"{self.staging.output}/{path}")


def connect_receivers() -> None:
    """Connect to the moments from the first setting to the last page."""
    connect(signals.initialized, stage_beside_output)
    connect(signals.get_generators, our_generator)
    connect(signals.generator_init, give_templates_their_words)
    connect(signals.finalized, apply_or_discard)
    signals.get_writer.connect(our_writer)


def stage_beside_output(pelican: Any) -> None:
    """On `initialized`: everything that is written goes beside the output."""
    staging = Staging(Path(pelican.settings["OUTPUT_PATH"]).resolve())
    pelican.output_path = pelican.settings["OUTPUT_PATH"] = str(staging.folder)
    site = site_of(pelican.settings)
    pelican.settings[_BUILD] = _Build(
        staging=staging,
        store=store_of(site),
        digests=FileDigests(memory_of(site.store, staging.output, "output")),
        check_only=site.check_only,
    )
    # Our own progress says more than Pelican's turning mark, and two would spoil each other.
    console.is_interactive = False
    if not site.check_only:  # the build before in this process may have left it quiet
        console.quiet = False
    # However the build ends, but for being killed; then the next one clears up.
    atexit.register(staging.discard)


def give_templates_their_words(generator: Any) -> None:
    """On `generator_init`: sentences, links and dates for every template."""
    site = site_of(generator.settings)
    policy = security_policy(read_portal_monitoring(site.content))
    made_by = f"{programs_fingerprint()} {_fingerprint_of(generator.settings, _RENDERING)}"
    generator.env.bytecode_cache = CompiledTemplates(site.theme, made_by)
    generator.env.globals.update(
        t=load_strings(site.theme),
        link=SiteLinks(root=site.link_root),
        absolute=AbsoluteLinks(url=site.url),
        security_policy=Markup(policy),  # noqa: S704  (our own words; quotes stay quotes)
    )
    generator.env.filters.update(
        date_full=date_full,
        date_listed=date_listed,
        date_short=date_short,
        date_iso=date_iso,
        alphabetical=alphabetical,
    )


def alphabetical(named: Iterable[Any]) -> list[Any]:
    """Things that have names, in the order of Vietnamese dictionaries."""
    return sorted(named, key=lambda thing: collation_key(thing.name))


def our_generator(_pelican: Any) -> type[Generator]:
    """On `get_generators`: Pelican's own find nothing to do, because no setting names a folder."""
    return SiteGenerator


def our_writer(_pelican: Any) -> type[Writer]:
    """On `get_writer`: Pelican takes the first writer that a plugin offers."""
    return FeedWriter


def apply_or_discard(pelican: Any) -> None:
    """On `finalized`: the remaining files, every check, then the verdict.

    Raises:
        SiteError: if no gate, or more than one, gives a verdict.
        SystemExit: with the gate's exit code where the site may not go to its place.
    """
    build: _Build = pelican.settings[_BUILD]
    site = site_of(pelican.settings)
    verdict = _verdict(build, site)
    if verdict.apply:
        with closing(build.pages):
            keep_pages(build.jobs, build.made, build.pages, build.staging)
            known = {path: page.digest for path, page in build.pages.known().items()}
        with build.digests:
            build.staging.apply(build.book.files)
            for path in (*build.made.fresh, *build.fresh_files):
                build.applied(path)  # the next build need not read it
        to_come = [r.date for r in build.records if r.date and r.date > site.built_at]
        known |= build.site_files
        files = {path: known.get(path) or build.applied(path) for path in build.book.files}
        applied = AppliedSite(files=files, until=min(to_come, default=None), first_look=build.built)
        site_applied.send(applied)
        print(messages.applied(len(build.made.fresh), build.made.reused))  # noqa: T201  (for whoever builds)
        # Pelican counts what its own generators made, which is nothing.
        console.quiet = True
    else:
        build.staging.discard()
    if verdict.exit_code:
        sys.exit(verdict.exit_code)


def _verdict(build: _Build, site: Site) -> Verdict:
    """What the gate says of everything that is to stand on the site."""
    report(build.book.clashes)
    # Where no page could be taken as it was, our code may be another: then all files count.
    files = build.fresh_files if build.made.reused else build.site_files
    written = _written(build, site, frozenset((*build.made.fresh, *files)))
    report(ask_all(checks_requested, written))
    verdict: Verdict = answer_of(verdict_requested, written)
    return verdict


def _written(build: _Build, site: Site, fresh: Collection[str] = frozenset()) -> WrittenSite:
    return WrittenSite(
        site=site,
        files=build.book.files,
        records=build.records,
        read=build.staging.read,
        fresh=fresh,
    )


def _write_site_files(build: _Build, site: Site) -> None:
    """Stage what features have besides pages, and claim its addresses: pages have theirs."""
    for file in ask_all(site_files_requested, _written(build, site)):
        _write_site_file(build, file)


def _write_site_file(build: _Build, file: SiteFile) -> None:
    claimed = build.book.claim(WrittenFile(path=file.path, owner=file.owner))
    if not claimed or build.check_only:
        return
    build.site_files[file.path] = _digest_of_file(build, file)
    if build.applied(file.path) != build.site_files[file.path]:
        build.staging.write(file.path, file.content)
        build.fresh_files.add(file.path)


def _digest_of_file(build: _Build, file: SiteFile) -> str:
    """The digest of a file; most were known to the build before, and pictures are many."""
    if isinstance(file.content, bytes):
        return digest_of(file.content)
    return build.digests.of(str(file.content)) or digest_by_reading(str(file.content))


def read_job(content: Path, folder: Path, path: str) -> tuple[Job | None, History | None]:
    """What a page would be made from now, and how it came to be as it is; no page is made.

    Args:
        content: The content folder.
        folder: Where nothing stays.
        path: Where the page goes, relative to the output folder.
    """
    found: list[tuple[Job | None, History | None]] = []

    def look(generators: list[Any]) -> None:
        (generator,) = (each for each in generators if isinstance(each, SiteGenerator))
        build: _Build = generator.settings[_BUILD]
        jobs = generator.list_jobs(FeedWriter(build.staging.folder, settings=generator.settings))
        with closing(PageStore(build.store)) as store:
            job = next((job for job in jobs if job.path == path), None)
            found.append((job, store.history(path)))
        build.staging.discard()
        sys.exit()

    overrides = {"PATH": str(content.resolve()), "OUTPUT_PATH": str(folder)}
    pelican = Pelican(read_settings(str(_ROOT / "pelicanconf.py"), override=overrides))
    connect(signals.all_generators_finalized, look)
    with suppress(SystemExit), redirect_stdout(StringIO()):
        pelican.run()
    return found[0]


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Makes every page of the site from what the reader has read."""

    corpus: Corpus

    def generate_context(self) -> None:
        """Read everything; the features say then what they know of it."""
        site = site_of(self.settings)
        self.corpus = compose_corpus(site, answer_of(records_requested, site))
        corpus_composed.send(self.corpus)
        composed = ComposedSite(corpus=self.corpus, environment=self.env)
        report(ask_all(corpus_checks_requested, composed))

    def generate_output(self, writer: "FeedWriter") -> None:
        """Stage every page, feed and other file that is not in the output as it has to be.

        Pages of articles come last: they alone show what features may still be working at.
        """
        build: _Build = self.settings[_BUILD]
        build.begin(self.corpus.records)
        pages, feeds = self._pages(), self._feeds()
        if build.check_only:
            _write_site_files(build, self.corpus.site)
            return
        build.pages = PageStore(build.store)
        feed_jobs = tuple(self._feed_jobs(feeds, writer))
        made = make_pages(feed_jobs, build.pages, build.staging, build.applied)
        _write_site_files(build, self.corpus.site)
        page_jobs = self._page_jobs(pages)
        build.jobs = (*page_jobs, *feed_jobs)
        build.made = made.and_also(make_pages(page_jobs, build.pages, build.staging, build.applied))

    def list_jobs(self, writer: "FeedWriter") -> tuple[Job, ...]:
        """Every page and every feed that the site has."""
        return (*self._page_jobs(self._pages()), *self._feed_jobs(self._feeds(), writer))

    def _pages(self) -> list[Page]:
        """The pages of the site; of two that want one address the first."""
        build: _Build = self.settings[_BUILD]
        settings = self.corpus.site.settings_for("PAGE_WRITER", PageWriterSettings)
        own = list(site_pages(self.corpus, settings))
        wanted = (*own, *ask_all(pages_requested, self.corpus))
        return [page for page in wanted if build.book.claim(_file_of(page))]

    def _feeds(self) -> list[Feed]:
        """The same of feeds."""
        build: _Build = self.settings[_BUILD]
        return [
            feed
            for feed in site_feeds(self.corpus)
            if build.book.claim(WrittenFile(path=feed.path, owner="feed"))
        ]

    def _page_jobs(self, pages: Sequence[Page]) -> tuple[Job, ...]:
        values_awaited.send(self.corpus)
        said = {**self.corpus.context, **site_values(self.corpus)}
        values = {**self.context, **said}
        values["navigation"] = read_navigation(self.env, values)
        made_by = {
            "code": programs_fingerprint(),
            "rendering": _fingerprint_of(self.settings, _RENDERING),
        }
        index = TemplateIndex(self.corpus.site.store / _TEMPLATES, made_by["code"])
        dependencies = Dependencies(self.env, values, made_by, index)
        self.settings[_BUILD].built = BuiltPages(
            corpus=self.corpus,
            pages=pages,
            values=said,
            reached={page.template: dependencies.shared(page.template) for page in pages},
            read=self._read,
            attach=self._attach,
            render=lambda page, changed: self._render(page, {**values, **changed}),
        )
        index.keep()
        return tuple(
            Job(
                path=page.path,
                key=own_key(page),
                list_parts=partial(own_parts, page),
                shared=dependencies.shared(page.template),
                make=partial(self._render, page, values),
            )
            for page in pages
        )

    def _read(self, path: str) -> ArticleRecord | None:
        question = FileQuestion(site=self.corpus.site, path=path)
        return next(iter(ask_all(record_requested, question)), None)

    def _attach(self, corpus: Corpus) -> None:
        """Have all features say what they know of another corpus, as if it were this site's."""
        other = copy(self)
        other.corpus = corpus
        signals.all_generators_finalized.send([other])
        values_awaited.send(corpus)

    def _render(self, page: Page, values: Mapping[str, Any]) -> bytes:
        template = self.get_template(page.template)
        text: str = template.render({**values, **page.values, "listed": page.listed})
        return text.encode()

    def _feed_jobs(self, feeds: Iterable[Feed], writer: "FeedWriter") -> Iterator[Job]:
        shared = {
            "code": programs_fingerprint(),
            "site": _fingerprint_of(self.settings, _FEED_SETTINGS),
        }
        for feed in feeds:
            yield Job(
                path=feed.path,
                key=fingerprint_of(feed.parts()),
                list_parts=feed.parts,
                shared=shared,
                make=partial(writer.make, feed),
            )


class FeedWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Writes feeds, and refuses to write anything behind the back of the book."""

    def write_file(self, name: str, *_more: Any, **_named: Any) -> None:
        """Refuse a page.

        Raises:
            SiteError: if a generator besides ours makes pages.
        """
        if name:
            message = f"{name} has no owner: pages are asked for with pages_requested"
            raise SiteError(message)

    def write_feed(self, *_more: Any, **_named: Any) -> None:
        """Leave out the feeds that Pelican's own generator would write of its no articles."""

    def make(self, feed: Feed) -> bytes:
        """The bytes of a feed."""
        made = super().write_feed(
            feed.entries,
            self.settings,
            url=feed.path,
            feed_type=feed.type,
            feed_title=feed.title or None,
        )
        text = StringIO()
        made.write(text, "utf-8")
        return text.getvalue().encode()

    def _add_item_to_the_feed(self, feed: Any, item: Entry) -> None:
        """Add an article; a feed's summary is HTML by definition, so plain text is escaped."""
        link = f"{self.site_url}/{item.url}"
        zone = self.settings["TIMEZONE"]
        feed.add_item(
            title=full_title(item.record),
            link=link,
            unique_id=link,
            description=str(escape(item.card.summary)),
            content=feed_body(item.content, link) if _is_atom(feed) and item.digest else None,
            categories=[group.name for group in (item.category, *item.tags) if group],
            author_name=self.settings["SITENAME"],
            pubdate=set_date_tzinfo(item.posted, zone),
            updateddate=set_date_tzinfo(item.modified, zone),
        )


def _fingerprint_of(settings: Mapping[str, Any], names: Iterable[str]) -> str:
    """A fingerprint of settings, by their words: they may hold classes and functions."""
    return fingerprint_of([repr(settings[name]) for name in names])


def _is_atom(feed: Any) -> bool:
    return "atom" in feed.content_type


def _file_of(page: Page) -> WrittenFile:
    """What the book says of a page."""
    path = page.subject.record.path if page.subject else f"theme/templates/{page.template}.html"
    return WrittenFile(path=page.path, owner=path, modified=page.modified, listed=page.listed)

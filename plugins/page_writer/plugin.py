"""Joins the writer to Pelican."""

import atexit
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from markupsafe import Markup, escape
from pelican import signals
from pelican.utils import set_date_tzinfo
from pelican.writers import Writer

from plugins.core.abbreviations import Abbreviations, NoAbbreviations, abbreviations_of
from plugins.core.articles import ArticleRecord
from plugins.core.dates import date_full, date_iso, date_listed, date_short
from plugins.core.errors import SiteError
from plugins.core.files import naming
from plugins.core.pelican import connect, corpus_of, site_of, snapshot
from plugins.core.security_policy import SECURITY_POLICY
from plugins.core.signals import (
    SiteFile,
    Verdict,
    WrittenFile,
    WrittenSite,
    ask,
    ask_all,
    checks_requested,
    report,
    site_files_requested,
    verdict_requested,
)
from plugins.core.strings import load_strings
from plugins.core.text import collation_key
from plugins.page_writer.feed_body import feed_body
from plugins.page_writer.listing import listings
from plugins.page_writer.ownership import Ownership
from plugins.page_writer.staging import Staging

_BUILD = "PAGE_WRITER_BUILD"
_UNLISTED_TEMPLATES = {"not_found"}


@dataclass(slots=True, kw_only=True)
class _Build:
    """What one run of Pelican has written so far; of a mere check, what it would have."""

    staging: Staging
    check_only: bool
    book: Ownership = field(default_factory=Ownership)
    records: tuple[ArticleRecord, ...] = ()
    abbreviations: Abbreviations = field(default_factory=NoAbbreviations)


def connect_receivers() -> None:
    """Connect to the moments from the first setting to the last page."""
    connect(signals.initialized, stage_beside_output)
    connect(signals.generator_init, give_templates_their_words)
    connect(signals.all_generators_finalized, begin_writing)
    connect(signals.finalized, apply_or_discard)
    signals.get_writer.connect(our_writer)


def stage_beside_output(pelican: Any) -> None:
    """On `initialized`: everything that Pelican writes goes beside the output."""
    staging = Staging(Path(pelican.settings["OUTPUT_PATH"]).resolve())
    pelican.output_path = pelican.settings["OUTPUT_PATH"] = str(staging.folder)
    pelican.settings[_BUILD] = _Build(
        staging=staging, check_only=site_of(pelican.settings).check_only
    )
    # However the build ends, but for being killed; then the next one clears up.
    atexit.register(staging.discard)


def give_templates_their_words(generator: Any) -> None:
    """On `generator_init`: sentences, links and dates for every template."""
    site = site_of(generator.settings)
    generator.context["localsiteurl"] = site.link_root
    generator.env.globals.update(
        t=load_strings(site.theme),
        link=lambda path: site.link_root + path,
        absolute=lambda path: f"{site.url}/{path}" if site.url else "",
        security_policy=Markup(SECURITY_POLICY),  # noqa: S704  (our own words; quotes stay quotes)
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


def begin_writing(generators: list[Any]) -> None:
    """On `all_generators_finalized`: an empty staging folder and an empty book."""
    build = generators[0].settings[_BUILD]
    build.staging.begin()
    build.records = tuple(entry.record for entry in corpus_of(generators).entries)
    build.abbreviations = abbreviations_of(corpus_of(generators).site)
    build.book = Ownership({record.path: record.line("slug") for record in build.records})


def our_writer(_pelican: Any) -> type[Writer]:
    """On `get_writer`: Pelican takes the first writer that a plugin offers."""
    return PageWriter


def apply_or_discard(pelican: Any) -> None:
    """On `finalized`: the remaining files, every check, then the verdict.

    Raises:
        SiteError: if no gate, or more than one, gives a verdict.
        SystemExit: with the gate's exit code where the site may not go to its place.
    """
    build = pelican.settings[_BUILD]
    site = site_of(pelican.settings)
    written = WrittenSite(
        site=site, folder=build.staging.folder, files=build.book.files, records=build.records
    )
    for file in ask_all(site_files_requested, written):
        _write_site_file(build, file)
    report(build.book.clashes)
    report(ask_all(checks_requested, written))
    verdict = _verdict(written)
    if verdict.apply:
        build.staging.apply(build.book.files)
    else:
        build.staging.discard()
    if verdict.exit_code:
        sys.exit(verdict.exit_code)


def _verdict(written: WrittenSite) -> Verdict:
    verdicts = [answer for answer in ask(verdict_requested, written) if answer is not None]
    if len(verdicts) != 1:
        message = f"{len(verdicts)} verdicts on the site: exactly one content gate must be on"
        raise SiteError(message)
    verdict: Verdict = verdicts[0]
    return verdict


def _write_site_file(build: _Build, file: SiteFile) -> None:
    claimed = build.book.claim(WrittenFile(path=file.path, owner=file.owner))
    if claimed and not build.check_only:
        build.staging.write(file.path, file.content)


class PageWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Writes pages, lists and feeds into the staging folder and keeps the book."""

    @property
    def _build(self) -> _Build:
        build: _Build = self.settings[_BUILD]
        return build

    def write_file(  # noqa: PLR0913, PLR0917  (Pelican's own signature)
        self,
        name: str,
        template: Any,
        context: dict[str, Any],
        relative_urls: bool = False,  # noqa: ARG002, FBT001, FBT002  (Pelican's)
        paginated: Any = None,  # noqa: ARG002  (Pelican's)
        template_name: str | None = None,
        override_output: bool = False,  # noqa: ARG002, FBT001, FBT002  (Pelican's)
        url: str | None = None,
        **values: Any,
    ) -> None:
        """Render a page, or all pages of a list, into the staging folder."""
        if not name:
            return
        per_page = self.settings["PAGINATED_TEMPLATES"].get(template_name)
        if per_page is None:
            self._write_page(name, template, {**context, **values})
            return
        articles = values.get("articles", context["articles"])
        for listing in listings(url or name.removesuffix("index.html"), articles, per_page):
            page = {**context, **values, "articles": listing.articles, "listing": listing}
            self._write_page(f"{listing.url}index.html", template, page)

    def _write_page(self, name: str, template: Any, values: dict[str, Any]) -> None:
        page = _page(name, template, values)
        if self._build.book.claim(page) and not self._build.check_only:
            markup = template.render({**values, "listed": page.listed})
            self._build.staging.write(name, markup)

    def write_feed(
        self, elements: Any, context: Any, path: Any = None, *more: Any, **named: Any
    ) -> Any:
        """Write a feed where the site has an address and the feed has articles.

        Without articles the feed would carry the moment of the build.
        """
        if not (context["SITEURL"] and elements):
            return None
        if self._build.check_only:
            self._build.book.claim(WrittenFile(path=path, owner="feed"))
            return None
        with naming(Path(self._build.staging.folder, path or "")):
            return super().write_feed(elements, context, path, *more, **named)

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> TextIO:  # noqa: ARG002, FBT001, FBT002  (Pelican's)
        path = Path(filename).relative_to(self._build.staging.folder).as_posix()
        self._build.book.claim(WrittenFile(path=path, owner="feed"))
        return Path(filename).open("w", encoding=encoding, newline="\n")

    def _add_item_to_the_feed(self, feed: Any, item: Any) -> None:
        """Add an article; a feed's summary is HTML by definition, so plain text is escaped."""
        link = f"{self.site_url}/{item.url}"
        zone = self.settings["TIMEZONE"]
        summary = self._build.abbreviations.first_use_expanded(item.summary, snapshot(item))
        feed.add_item(
            title=item.title,
            link=link,
            unique_id=link,
            description=str(escape(summary)),
            content=feed_body(item.content, link) if _is_atom(feed) and item.content else None,
            categories=[str(item.category), *map(str, item.tags)],
            author_name=self.settings["SITENAME"],
            pubdate=set_date_tzinfo(item.date, zone),
            updateddate=set_date_tzinfo(getattr(item, "modified", item.date), zone),
        )


def _is_atom(feed: Any) -> bool:
    return "atom" in feed.content_type


def _page(name: str, template: Any, values: dict[str, Any]) -> WrittenFile:
    """What the book says of a page: who made it, how new it is, who may be told of it."""
    subject = values.get("article") or values.get("page")
    newest = subject or next(iter(values["articles"]), None)
    public = subject is None or subject.status == "published"
    return WrittenFile(
        path=name,
        owner=subject.relative_source_path if subject else f"theme/templates/{template.name}",
        modified=getattr(newest, "modified", getattr(newest, "date", None)),
        listed=public and template.name.removesuffix(".html") not in _UNLISTED_TEMPLATES,
    )

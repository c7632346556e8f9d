"""Joins the reader to Pelican."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.readers import BaseReader
from pelican.settings import read_settings
from pelican.urlwrappers import Category, Tag

from plugins.article_reader import messages
from plugins.article_reader.article import ArticleReading, ReadArticle, address_of
from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.corpus_checks import (
    check_corpus,
    find_near_copies,
    refuse_taken_addresses,
)
from plugins.article_reader.dead_addresses import find_dead_addresses
from plugins.article_reader.header_schema import BASE_FIELDS
from plugins.article_reader.ledger import find_lost, find_unwritten
from plugins.article_reader.misplaced import find_misplaced, irregular_part
from plugins.article_reader.read_ahead import find_source, read_folder
from plugins.article_reader.workers import read_in_children
from plugins.core.articles import Kind
from plugins.core.diagnostics import Diagnostic
from plugins.core.errors import ContentError
from plugins.core.headers import HeaderField
from plugins.core.pelican import connect, corpus_of, site_of
from plugins.core.signals import (
    FileQuestion,
    WrittenSite,
    ask_all,
    body_extensions_requested,
    body_inputs_requested,
    checks_requested,
    file_findings_requested,
    header_fields_requested,
    register_answers_requested,
    report,
    text_checks_requested,
)
from plugins.core.site import Site

_ROOT = Path(__file__).resolve().parents[2]
_FOLDER = "ARTICLE_READER_FOLDER"
_TEMPLATES = {Kind.ARTICLE: "article", Kind.DOCUMENT: "document", Kind.PAGE: "page"}


def connect_receivers() -> None:
    """Connect to the moments at which readers are made and everything is read."""
    connect(signals.readers_init, use_our_reader)
    connect(signals.all_generators_finalized, balance_reading)
    connect(signals.all_generators_finalized, report_misplaced_files)
    connect(signals.all_generators_finalized, report_on_corpus)
    checks_requested.connect(check_written_site)
    file_findings_requested.connect(check_file)


def use_our_reader(readers: Any) -> None:
    """On `readers_init`: Markdown files only, and by our reader only."""
    readers.reader_classes = {"static": readers.reader_classes["static"], "md": ArticleReader}


def balance_reading(generators: list[Any]) -> None:
    """On `all_generators_finalized`: what was read has become something, once, or was refused.

    The next run in this process, as of `pelican --autoreload`, reads anew.
    """
    read = ArticleReader(generators[0].settings).everything()
    report(find_near_copies(read))
    report(find_lost(read.values(), {entry.record.path for entry in corpus_of(generators).entries}))
    generators[0].settings.pop(_FOLDER)


def report_misplaced_files(generators: list[Any]) -> None:
    """On `all_generators_finalized`: nothing that an editor wrote stays unread in silence."""
    site = corpus_of(generators).site
    settings = site.settings_for("ARTICLE_READER", ArticleReaderSettings)
    report(find_misplaced(site.content, settings))


def report_on_corpus(generators: list[Any]) -> None:
    """On `all_generators_finalized`: names, titles and texts that stand in two files."""
    report(check_corpus(entry.record for entry in corpus_of(generators).entries))


def check_written_site(written: WrittenSite) -> list[Diagnostic]:
    """On `checks_requested`: links of texts lead somewhere, and every text has its page."""
    return [*find_dead_addresses(written), *find_unwritten(written)]


def check_file(question: FileQuestion) -> list[Diagnostic]:
    """On `file_findings_requested`: what reading one file says, within its limits."""
    site = question.site
    settings = site.settings_for("ARTICLE_READER", ArticleReaderSettings)
    source = find_source(site.content, settings, question.path)
    if source is None:
        return [f for f in find_misplaced(site.content, settings) if f.path == question.path]
    (article,) = read_in_children(_reading_of(site, settings), [source], settings)
    return list(article.diagnostics)


def fields_of_project() -> tuple[HeaderField, ...]:
    """All header keys of the project in their order, from its own settings; nothing is built."""
    pelican = Pelican(read_settings(str(_ROOT / "pelicanconf.py")))
    return _fields_of(site_of(pelican.settings))


class ArticleReader(BaseReader):  # type: ignore[misc]  # Pelican has no types
    """Gives Pelican one file, reports what is wrong, and refuses what cannot be used."""

    enabled = True
    file_extensions = ("md",)

    def __init__(self, settings: Any) -> None:
        """Nothing is read before Pelican asks for the first file."""
        super().__init__(settings)
        self._site = site_of(settings)
        self._own = self._site.settings_for("ARTICLE_READER", ArticleReaderSettings)
        self._tag = cache(lambda name: Tag(name, settings))
        self._category = cache(lambda name: Category(name, settings))

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The body and what Pelican calls metadata.

        Raises:
            ContentError: if no page can be made of the file; the reasons are reported.
        """
        path = Path(source_path).relative_to(self._site.content).as_posix()
        article = self.everything().get(path)
        if article is None:
            report([messages.not_a_regular_file(irregular_part(self._site.content, path))])
            raise ContentError(path)
        report(article.diagnostics)
        if not article.usable:
            raise ContentError(path)
        return article.body, self._metadata(article)

    def read_trial(self, path: str, content: bytes) -> ReadArticle:
        """What would become of a text that is no file, read as every file is; nobody is told."""
        limit = max(self._own.size_limit, len(content))
        settings = replace(self._own, size_limit=limit)
        return _reading_of(self._site, settings).read(path, content)

    def everything(self) -> dict[str, ReadArticle]:
        """Everything that there is to read by its path, read at the first question of a run.

        Pelican makes a reader for articles and another for pages; both ask here.
        """
        if _FOLDER not in self.settings:
            articles = read_folder(
                self._site,
                self._own,
                _reading_of(self._site, self._own),
                made_from=_made_from(self._site, self._own),
                registers=tuple(ask_all(register_answers_requested, self._site)),
            )
            self.settings[_FOLDER] = refuse_taken_addresses(articles)
        folder: dict[str, ReadArticle] = self.settings[_FOLDER]
        return folder

    def _metadata(self, article: ReadArticle) -> dict[str, Any]:
        header = article.header
        metadata: dict[str, Any] = {
            "title": header["title"],
            "slug": header["slug"],
            "status": header["status"],
            "tags": [self._tag(name) for name in header.get("tags", ())],
            "template": self._template(article),
            "summary": article.summary,
            "lead": article.lead,
            "source": header.get("source", ""),
            "kind": article.kind,
            "header": header,
            "lines": article.lines,
            "links": article.links,
        }
        for key in ("date", "modified"):
            if header.get(key):
                metadata[key] = header[key]
        if "category" in header:
            metadata["category"] = self._category(header["category"])
        if address := address_of(article):
            metadata |= {"url": address, "save_as": f"{address}index.html"}
        return metadata

    def _template(self, article: ReadArticle) -> str:
        own = self._own.page_templates if article.kind is Kind.PAGE else {}
        return own.get(article.header["slug"], _TEMPLATES[article.kind])


def _reading_of(site: Site, settings: ArticleReaderSettings) -> ArticleReading:
    return ArticleReading(
        site,
        settings,
        _fields_of(site),
        ask_all(body_extensions_requested, site),
        ask_all(text_checks_requested, site),
    )


def _fields_of(site: Site) -> tuple[HeaderField, ...]:
    return (*BASE_FIELDS, *ask_all(header_fields_requested, site))


def _made_from(site: Site, settings: ArticleReaderSettings) -> tuple[str, ...]:
    return (repr(settings), *ask_all(body_inputs_requested, site))

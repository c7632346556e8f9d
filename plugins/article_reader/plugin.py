"""Joins the reader to Pelican."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from pelican import Pelican, signals
from pelican.settings import read_settings

from plugins.article_reader.article import ArticleReading, ReadArticle
from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.corpus_checks import (
    check_corpus,
    refuse_taken_addresses,
)
from plugins.article_reader.dead_addresses import find_dead_addresses
from plugins.article_reader.ledger import find_lost, find_unwritten
from plugins.article_reader.misplaced import find_misplaced
from plugins.article_reader.near_copies import SKETCHES
from plugins.article_reader.read_ahead import (
    ReadFolder,
    TextOfFolder,
    find_source,
    kept_texts,
    read_folder,
)
from plugins.article_reader.reading_order import build_reading, fields_of, made_from, order_for
from plugins.article_reader.records import record_of
from plugins.article_reader.workers import read_here, read_in_workers
from plugins.core.articles import ArticleRecord
from plugins.core.corpus import newest_first
from plugins.core.diagnostics import Diagnostic, PackedAdvice
from plugins.core.extracts import Extraction
from plugins.core.headers import HeaderField
from plugins.core.pelican import connect, site_of
from plugins.core.signals import (
    ComposedSite,
    FileQuestion,
    FindBody,
    Trial,
    TrialResult,
    WrittenSite,
    ask_all,
    checks_requested,
    corpus_checks_requested,
    extractions_requested,
    file_findings_requested,
    find_body_requested,
    looks_expected,
    record_requested,
    records_requested,
    register_answers_requested,
    report,
    report_packed,
    trial_requested,
)
from plugins.core.site import Site
from plugins.core.written_pages import PLACES

_ROOT = Path(__file__).resolve().parents[2]
# What has read the texts of the site that is built, as long as no other is.
_used: list[tuple[Site, ArticleReading]] = []
# The folder that was read last in this process.
_read: list[ReadFolder] = []


def connect_receivers() -> None:
    """Connect to the questions of the writer and the gate, and to the finished corpus."""
    connect(signals.readers_init, leave_nothing_to_read)
    records_requested.connect(give_records)
    find_body_requested.connect(give_finder)
    looks_expected.connect(hold_extracts)
    trial_requested.connect(read_trial)
    extractions_requested.connect(give_extractions)
    record_requested.connect(give_record)
    corpus_checks_requested.connect(check_whole)
    checks_requested.connect(check_written_site)
    file_findings_requested.connect(check_file)


def leave_nothing_to_read(readers: Any) -> None:
    """On `readers_init`: files of the content are read here, and none by Pelican's readers."""
    readers.reader_classes = {}


def give_records(site: Site) -> list[ArticleRecord]:
    """On `records_requested`: everything that can be used; what cannot is reported."""
    settings = site.settings_for("ARTICLE_READER", ArticleReaderSettings)
    basis, registers = made_from(site, settings, ask_all), ask_all(register_answers_requested, site)
    while _read:
        _read.pop().close()
    reading = _reading_of(site, settings)
    _used[:] = [(site, reading)]
    folder = read_folder(
        site,
        settings,
        reading,
        order_for(site, settings, basis, registers),
        made_from=basis,
        registers=tuple(registers),
    )
    _read.append(folder)
    articles = refuse_taken_addresses(folder.articles)
    report(found for article in articles.values() for found in article.diagnostics)
    report(find_lost(folder.sources, articles))
    usable = (article for article in articles.values() if article.usable)
    records = [_record_of(each, folder, site, settings) for each in usable]
    # As features ask: articles, documents, pages, each as lists show them.
    records.sort(key=lambda record: (record.kind, *newest_first(record)))
    paths = [record.path for record in records]
    folder.expect(paths)
    # In the same order, because whoever wants to read all of it is answered ahead.
    report_packed(_packed_advice(articles, folder, dict.fromkeys((*paths, *articles))))
    return records


def _packed_advice(
    articles: Mapping[str, ReadArticle], folder: ReadFolder, paths: Iterable[str]
) -> Iterator[PackedAdvice]:
    unpack = folder.read_advice
    for path in paths:
        if count := articles[path].advice_count:
            yield PackedAdvice(path=path, count=count, unpack=unpack)


def _record_of(
    article: ReadArticle, folder: ReadFolder, site: Site, settings: ArticleReaderSettings
) -> ArticleRecord:
    text = TextOfFolder(folder, article.path)
    return record_of(article, site, settings, text.body, text.extract)


def give_extractions(_site: Site) -> list[Extraction[Any]]:
    """On `extractions_requested`: the places of a text to which links may lead, and its sketch."""
    return [PLACES, SKETCHES]


def give_finder(site: Site) -> FindBody:
    """On `find_body_requested`: in the store, which every process opens for itself."""
    return kept_texts(site).body


def hold_extracts(_site: Site) -> None:
    """On `looks_expected`: those of the folder as it was built."""
    for folder in _read:
        folder.hold()


def read_trial(trial: Trial) -> TrialResult:
    """On `trial_requested`: a text read as every file is; nobody is told what is wrong with it."""
    article = _reading_for(trial).read(trial.path, trial.content)
    return TrialResult(
        header=article.header, body=article.body, lead=article.lead, summary=article.summary
    )


def _reading_for(trial: Trial) -> ArticleReading:
    """What has read the texts of the site, if that is what is tried, and the text is not too long.

    Another one like it takes ten milliseconds, which an edit notices.
    """
    own = trial.site.settings_for("ARTICLE_READER", ArticleReaderSettings)
    if len(trial.content) <= own.size_limit:
        for site, reading in _used:
            if site is trial.site:
                return reading
    return _reading_of(trial.site, replace(own, size_limit=max(own.size_limit, len(trial.content))))


def give_record(question: FileQuestion) -> list[ArticleRecord]:
    """On `record_requested`: one file as it is now; what is wrong with it a build will say."""
    site = question.site
    settings = site.settings_for("ARTICLE_READER", ArticleReaderSettings)
    source = find_source(site.content, settings, question.path)
    if source is None:
        return []
    article = read_here(_reading_of(site, settings), source, settings)
    if not article.usable:
        return []
    return [record_of(article, site, settings, lambda: article.body, article.extracts.get)]


def check_whole(composed: ComposedSite) -> list[Diagnostic]:
    """On `corpus_checks_requested`: names, titles and texts that stand in two files.

    And nothing that an editor wrote stays unread in silence.
    """
    site = composed.corpus.site
    settings = site.settings_for("ARTICLE_READER", ArticleReaderSettings)
    return [*find_misplaced(site.content, settings), *check_corpus(composed.corpus.records)]


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
    (article,) = read_in_workers(_reading_of(site, settings), [source], settings)
    return list(article.diagnostics)


def fields_of_project() -> tuple[HeaderField, ...]:
    """All header keys of the project in their order, from its own settings; nothing is built."""
    pelican = Pelican(read_settings(str(_ROOT / "pelicanconf.py")))
    return fields_of(site_of(pelican.settings), ask_all)


def _reading_of(site: Site, settings: ArticleReaderSettings) -> ArticleReading:
    return build_reading(site, settings, ask_all)

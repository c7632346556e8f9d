"""Joins PDFs of documents to Pelican."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from msgspec import Struct
from pelican import signals

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.corpus import Entry
from plugins.core.diagnostics import Diagnostic
from plugins.core.executors import open_workers
from plugins.core.extracts import Extraction, extract_of
from plugins.core.file_digests import FileDigests, memory_of
from plugins.core.file_store import FileStore
from plugins.core.files import fingerprint
from plugins.core.fingerprints import fingerprint_of
from plugins.core.headers import HeaderField, HeaderKind
from plugins.core.pelican import connect, corpus_of
from plugins.core.progress import progress
from plugins.core.signals import (
    PictureQuestion,
    PublishedPicture,
    SiteFile,
    WrittenSite,
    ask_all,
    extractions_requested,
    header_fields_requested,
    published_pictures_requested,
    report,
    site_files_requested,
)
from plugins.core.site import Site
from plugins.core.toml_files import TomlForm, TomlKey, read_toml
from plugins.document_pdfs import messages
from plugins.document_pdfs.config import DocumentPdfsSettings
from plugins.document_pdfs.printable import FEATURE, PrintableText, extraction, printable
from plugins.document_pdfs.printing import (
    PrintOrder,
    SigningError,
    can_print,
    load_printer,
    print_pdf,
    printer_version,
    sign,
    style_sheet,
)

_KEY = "pdf"
_TEMPLATE = "document_pdf"
_IDENTITY = "du-lieu/co-quan.toml"
# Asked for once, and only where files are made.
_Pictures: TypeAlias = Callable[[], Mapping[str, PublishedPicture]]
# Other keys are for `site_data`, which tells what is wrong with them.
_NAMES: TomlForm = {"": (TomlKey("name"), TomlKey("short_name"))}
# From the corpus to the files of one run.
_PLANNED = "DOCUMENT_PDFS_PLANNED"


class _Planned(Struct, frozen=True, kw_only=True):
    """A PDF that the site is to have.

    Attributes:
        path: Where it goes, below the root of the site.
        owner: The file of the document.
        key: Gives the key of all from which it is made; worked out where files are made.
        make_html: Gives the page that is printed; only asked where the store lacks the PDF.
    """

    path: str
    owner: str
    key: Callable[[], str]
    make_html: Callable[[], str]


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    header_fields_requested.connect(list_header_fields)
    extractions_requested.connect(list_extractions)
    connect(signals.all_generators_finalized, plan_pdfs)
    site_files_requested.connect(list_pdfs)


def list_header_fields(_: Site) -> tuple[HeaderField, ...]:
    """On `header_fields_requested`: an editor's word for or against a PDF."""
    return (
        HeaderField(
            name=_KEY,
            kind=HeaderKind.CHOICE,
            about=messages.ABOUT_PDF,
            kinds=frozenset({Kind.DOCUMENT}),
            choices=messages.YES_OR_NO,
        ),
    )


def list_extractions(_: Site) -> list[Extraction[PrintableText]]:
    """On `extractions_requested`: the pictures of texts."""
    return [extraction()]


def plan_pdfs(generators: list[Any]) -> None:
    """On `all_generators_finalized`: which documents have a PDF; none is made yet."""
    corpus, generator = corpus_of(generators), generators[0]
    wanted = [entry for entry in corpus.documents if _is_wanted(entry.record, corpus.site)]
    planned = tuple(_plans(wanted, corpus.site, generator)) if wanted else ()
    generator.settings[_PLANNED] = planned
    paths = {plan.owner: plan.path for plan in planned}
    if missing := len(wanted) - len(planned):
        report([messages.no_pango(missing, required=_settings_of(corpus.site).required)])
    for entry in corpus.documents:
        entry.give(FEATURE, paths.get(entry.record.path, ""))


def list_pdfs(written: WrittenSite) -> Iterator[SiteFile]:
    """On `site_files_requested`: the PDFs of the documents that were written."""
    owners = {record.path for record in written.written_records}
    planned = [plan for plan in written.site.settings[_PLANNED] if plan.owner in owners]
    if written.site.check_only:
        yield from (SiteFile(path=p.path, content=b"", owner=p.owner) for p in planned)
        return
    store = _store_of(written.site)
    with FileDigests(memory_of(written.site.store, store.folder, FEATURE)) as digests:
        entries = {p.path: store.find(p.key(), _name(p), digests.of) for p in planned}
        if missing := [plan for plan in planned if entries[plan.path] is None]:
            report(_make(missing, store, written.site))
            entries |= {p.path: store.find(p.key(), _name(p), digests.of) for p in missing}
    for plan in planned:
        if entry := entries[plan.path]:
            yield SiteFile(path=plan.path, content=entry, owner=plan.owner)


def _is_wanted(record: ArticleRecord, site: Site) -> bool:
    """Whether a document is the agency's own, or an editor wants a PDF of it."""
    if record.status is Status.DRAFT or not record.digest:
        return False
    word = record.header_text(_KEY)
    if word:
        return word == messages.YES
    issuer = record.header_text("issuer").casefold()
    return issuer in _own_names(site)


def _pictures_of(entries: Iterable[Entry], site: Site) -> dict[str, PublishedPicture]:
    """The pictures of documents by the names of their files; nobody is asked where none has one."""
    texts = (extract_of(entry.record, FEATURE, PrintableText) for entry in entries)
    if names := tuple(sorted({name for text in texts for name in text.pictures})):
        question = PictureQuestion(site=site, names=names)
        return {each.name: each for each in ask_all(published_pictures_requested, question)}
    return {}


def _own_names(site: Site) -> frozenset[str]:
    identity = read_toml(site.content, _IDENTITY, _NAMES, code="").entry()
    names = (identity.text("name"), identity.text("short_name"))
    return frozenset(name.casefold() for name in names if name)


def _plans(wanted: Sequence[Entry], site: Site, generator: Any) -> Iterator[_Planned]:
    template = generator.env.get_template(f"{_TEMPLATE}.html")
    source = Path(template.filename).read_bytes()
    style = style_sheet(site.theme)
    made_by = (
        *(fingerprint(source), fingerprint(style.encode()), generator.env.globals["t"].fingerprint),
        *(printer_version() if can_print() else "", *_settings_of(site).sign, site.url),
    )
    store, pictures = _store_of(site), cache(partial(_pictures_of, wanted, site))
    for entry in wanted:
        record = entry.record
        plan = _Planned(
            path=f"{record.url}{record.slug}.pdf",
            owner=record.path,
            key=cache(partial(_key, made_by, entry, pictures)),
            make_html=partial(_html, template, entry, site.url, pictures),
        )
        if can_print() or store.find(plan.key(), _name(plan)):
            yield plan


def _key(made_by: tuple[str, ...], entry: Entry, pictures: _Pictures) -> str:
    record, letterhead = entry.record, entry.official_documents.letterhead
    shown = extract_of(record, FEATURE, PrintableText).pictures
    drawn = tuple(pictures()[name].made_from for name in shown)
    made_from = (record.title, letterhead, record.digest, entry.link_addresses, drawn)
    return fingerprint_of((made_by, made_from))


def _html(template: Any, entry: Entry, site_url: str, pictures: _Pictures) -> str:
    read = {name: picture.read for name, picture in pictures().items()}
    text: str = template.render(
        title=entry.record.title,
        letterhead=entry.official_documents.letterhead,
        content=printable(entry.content, site_url, read),
    )
    return text


def _make(missing: list[_Planned], store: FileStore, site: Site) -> Iterator[Diagnostic]:
    """Make PDFs in parallel and keep them; a finding for each that could not be made."""
    load_printer()
    plans = {plan.key(): plan for plan in missing}
    orders = (PrintOrder(key=key, html=plan.make_html()) for key, plan in plans.items())
    command = _settings_of(site).sign
    with (
        progress(messages.PRINTING, len(plans)) as told,
        open_workers(site.executor, style_sheet(site.theme), most=len(plans)) as workers,
    ):
        for order, future in workers.each(print_pdf, orders):
            told.advance()
            plan = plans[order.key]
            try:
                content = _signed(future.result(), command)
            except BrokenExecutor:
                yield messages.not_made(plan.owner)
            except SigningError as failure:
                yield messages.not_signed(plan.owner, str(failure))
            else:
                store.keep(order.key, _name(plan), content)


def _signed(content: bytes, command: tuple[str, ...]) -> bytes:
    if not command:
        return content
    with TemporaryDirectory() as folder:
        path = Path(folder) / "document.pdf"
        path.write_bytes(content)
        sign(path, command)
        return path.read_bytes()


def _name(plan: _Planned) -> str:
    return plan.path.rpartition("/")[2]


def _store_of(site: Site) -> FileStore:
    return FileStore(folder=site.store / FEATURE)


def _settings_of(site: Site) -> DocumentPdfsSettings:
    return site.settings_for("DOCUMENT_PDFS", DocumentPdfsSettings)

"""Joins attachments to the reader and the writer."""

from typing import Any

from markdown import Extension
from pelican import signals

from plugins.attachments.config import AttachmentsSettings
from plugins.attachments.header_files import HEADER_FIELDS, check_files
from plugins.attachments.links import AttachmentExtension
from plugins.attachments.lookup import AttachmentLookup
from plugins.attachments.site_attachments import (
    FEATURE,
    TextAttachments,
    extraction_of,
    site_attachments,
)
from plugins.core.extracts import Extraction, extract_of
from plugins.core.headers import HeaderField
from plugins.core.pelican import connect, corpus_of
from plugins.core.signals import (
    SiteFile,
    WrittenSite,
    body_extensions_requested,
    body_inputs_requested,
    extractions_requested,
    header_fields_requested,
    site_files_requested,
    text_checks_requested,
)
from plugins.core.site import Site
from plugins.core.text_checks import TextCheck


def connect_receivers() -> None:
    """Connect to the questions of the reader and of the writer."""
    header_fields_requested.connect(give_header_fields)
    text_checks_requested.connect(give_text_checks)
    body_extensions_requested.connect(give_extension)
    body_inputs_requested.connect(give_body_inputs)
    extractions_requested.connect(give_extractions)
    connect(signals.all_generators_finalized, attach_files)
    site_files_requested.connect(give_files)


def give_header_fields(_site: Site) -> tuple[HeaderField, ...]:
    """On `header_fields_requested`: the files that go with a document."""
    return HEADER_FIELDS


def give_text_checks(site: Site) -> list[TextCheck]:
    """On `text_checks_requested`: the files in the header, told beside all other findings.

    What is wrong with one is always an error, so nothing of it is kept with the body.
    """
    lookup = _lookup_of(site)
    return [lambda text: check_files(text, lookup)]


def attach_files(generators: list[Any]) -> None:
    """On `all_generators_finalized`: the files that headers name, taken out of every text."""
    for entry in corpus_of(generators).documents:
        entry.give(FEATURE, extract_of(entry.record, FEATURE, TextAttachments).named)


def give_body_inputs(site: Site) -> list[str]:
    """On `body_inputs_requested`: other settings make other bodies."""
    return [repr(site.settings_for("ATTACHMENTS", AttachmentsSettings))]


def give_extension(site: Site) -> list[Extension]:
    """On `body_extensions_requested`: the links of texts."""
    return [AttachmentExtension(_lookup_of(site))]


def give_extractions(site: Site) -> list[Extraction[TextAttachments]]:
    """On `extractions_requested`: the files to which texts and headers lead."""
    return [extraction_of(site.link_root, _lookup_of(site))]


def give_files(written: WrittenSite) -> list[SiteFile]:
    """On `site_files_requested`: the files of the pages that were written, no draft's."""
    texts = (extract_of(each, FEATURE, TextAttachments) for each in written.written_records)
    wanted = {path for text in texts for path in text.paths}
    return site_attachments(wanted, _lookup_of(written.site))


def _lookup_of(site: Site) -> AttachmentLookup:
    settings = site.settings_for("ATTACHMENTS", AttachmentsSettings)
    return AttachmentLookup(content=site.content, settings=settings)

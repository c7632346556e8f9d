"""Joins attachments to the reader and the writer."""

from markdown import Extension

from plugins.attachments.config import AttachmentsSettings
from plugins.attachments.links import AttachmentExtension
from plugins.attachments.lookup import AttachmentLookup
from plugins.attachments.site_attachments import (
    FEATURE,
    TextAttachments,
    extraction_of,
    site_attachments,
)
from plugins.core.extracts import Extraction, extract_of
from plugins.core.signals import (
    SiteFile,
    WrittenSite,
    body_extensions_requested,
    body_inputs_requested,
    extractions_requested,
    site_files_requested,
)
from plugins.core.site import Site


def connect_receivers() -> None:
    """Connect to the questions of the reader and of the writer."""
    body_extensions_requested.connect(give_extension)
    body_inputs_requested.connect(give_body_inputs)
    extractions_requested.connect(give_extractions)
    site_files_requested.connect(give_files)


def give_body_inputs(site: Site) -> list[str]:
    """On `body_inputs_requested`: other settings make other bodies."""
    return [repr(site.settings_for("ATTACHMENTS", AttachmentsSettings))]


def give_extension(site: Site) -> list[Extension]:
    """On `body_extensions_requested`: the links of texts."""
    return [AttachmentExtension(_lookup_of(site))]


def give_extractions(site: Site) -> list[Extraction[TextAttachments]]:
    """On `extractions_requested`: the files to which texts link."""
    return [extraction_of(site.link_root)]


def give_files(written: WrittenSite) -> list[SiteFile]:
    """On `site_files_requested`: the files of the pages that were written, no draft's."""
    texts = (extract_of(each, FEATURE, TextAttachments) for each in written.written_records)
    wanted = {path for text in texts for path in text.paths}
    return site_attachments(wanted, _lookup_of(written.site))


def _lookup_of(site: Site) -> AttachmentLookup:
    settings = site.settings_for("ATTACHMENTS", AttachmentsSettings)
    return AttachmentLookup(content=site.content, settings=settings)

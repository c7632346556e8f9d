"""Joins text hygiene to Pelican."""

from pathlib import Path

from plugins.core import signals
from plugins.core.diagnostics import Diagnostic
from plugins.core.extracts import Extraction, extract_of
from plugins.core.headers import HeaderField, HeaderKind
from plugins.core.signals import ComposedSite
from plugins.core.site import Site
from plugins.core.text import normalise
from plugins.core.text_checks import TextCheck
from plugins.text_hygiene import messages
from plugins.text_hygiene.config import TextHygieneSettings
from plugins.text_hygiene.name_spellings import TextNames, extract_names, find_two_spellings
from plugins.text_hygiene.personal_data import CLEARED
from plugins.text_hygiene.text_check import HygieneCheck

FEATURE = "text_hygiene"


def connect_receivers() -> None:
    """Connect every receiver of the feature."""
    signals.header_fields_requested.connect(give_header_fields)
    signals.text_checks_requested.connect(give_text_checks)
    signals.body_inputs_requested.connect(give_body_inputs)
    signals.extractions_requested.connect(give_extractions)
    signals.corpus_checks_requested.connect(compare_names)


def give_header_fields(site: Site) -> tuple[HeaderField, ...]:
    """Answer `header_fields_requested`: why personal data may stand in a text."""
    return (HeaderField(name=CLEARED, kind=HeaderKind.TEXT, about=messages.ABOUT_CLEARED),)


def give_text_checks(site: Site) -> tuple[TextCheck, ...]:
    """Answer `text_checks_requested`."""
    return (HygieneCheck(settings=_settings_of(site)),)


def give_body_inputs(site: Site) -> tuple[str, ...]:
    """Answer `body_inputs_requested`."""
    return (repr(_settings_of(site)),)


def give_extractions(site: Site) -> tuple[Extraction[TextNames], ...]:
    """Answer `extractions_requested`."""
    return (Extraction(name=FEATURE, extract=extract_names),)


def compare_names(site: ComposedSite) -> list[Diagnostic]:
    """Answer `corpus_checks_requested`: names that are spelt in two ways."""
    corpus = site.corpus
    names = {each.path: extract_of(each, FEATURE, TextNames).forms for each in corpus.records}
    return list(find_two_spellings(names, lambda path: _source(corpus.site.content / path)))


def _source(path: Path) -> str:
    return normalise(path.read_bytes().decode("utf-8-sig", "replace"))


def _settings_of(site: Site) -> TextHygieneSettings:
    return site.settings_for("TEXT_HYGIENE", TextHygieneSettings)

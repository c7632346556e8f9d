"""Connects reading aloud to Pelican and to the questions of other features."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from pelican import Pelican
from pelican import signals as pelican_signals
from pelican.settings import read_settings

from plugins.core import signals
from plugins.core.abbreviations import Abbreviations, abbreviations_of
from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.corpus import newest_first
from plugins.core.diagnostics import Diagnostic
from plugins.core.extracts import Extraction, extract_of
from plugins.core.fingerprints import fingerprint_of
from plugins.core.pelican import connect, corpus_of, site_of
from plugins.core.signals import ComposedSite, SiteFile, WrittenSite
from plugins.core.site import Site
from plugins.read_aloud import messages
from plugins.read_aloud.config import ReadAloudSettings
from plugins.read_aloud.podcast import FEED, MOST, podcast
from plugins.read_aloud.recording import transcript_of
from plugins.read_aloud.site_recordings import SiteRecordings
from plugins.read_aloud.speech import (
    FEATURE,
    NO_SPEECH,
    ArticleSpeech,
    extraction_of,
    speech_of,
    unsure_readings,
)

LABELS = "doc-bai/nhan.json"
RECORDED = "recorded"
"""A file of the store that changes when recordings were made beside a build."""
_PATIENT = 10
_ROOT = Path(__file__).resolve().parents[2]


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    signals.body_inputs_requested.connect(give_body_inputs)
    signals.extractions_requested.connect(give_extractions)
    signals.corpus_checks_requested.connect(tell_unsure_readings)
    signals.site_files_requested.connect(list_recordings)
    connect(pelican_signals.all_generators_finalized, attach_recordings)


def give_extractions(site: Site) -> tuple[Extraction[ArticleSpeech], ...]:
    """Answer `extractions_requested`: the digest of what is said, and what is unsure."""
    settings = _settings_of(site)
    if settings.records or settings.leaves_it_to_browsers:
        known = abbreviations_of(site)
        return (extraction_of(known, with_words=settings.leaves_it_to_browsers),)
    return (NO_SPEECH,)


def give_body_inputs(site: Site) -> tuple[str, ...]:
    """Answer `body_inputs_requested`: whether anything is said of a text, and by whom."""
    settings = _settings_of(site)
    return (f"{FEATURE} {settings.records} {settings.leaves_it_to_browsers}",)


def _settings_of(site: Site) -> ReadAloudSettings:
    return site.settings_for("READ_ALOUD", ReadAloudSettings)


def tell_unsure_readings(composed: ComposedSite) -> Iterator[Diagnostic]:
    """Answer `corpus_checks_requested`: what may be said wrongly."""
    for record in composed.corpus.records:
        yield from unsure_readings(record.path, extract_of(record, FEATURE, ArticleSpeech))


def attach_recordings(generators: list[Any]) -> None:
    """On `all_generators_finalized`: every article and document learns how it is read aloud."""
    corpus = corpus_of(generators)
    if corpus.site.check_only:
        return
    corpus.context[FEATURE] = _feed_of(corpus.site)
    recordings = SiteRecordings(corpus.site)
    if recordings.settings.waits:
        missing = recordings.missing(corpus.records)
        recordings.make(missing, abbreviations_of(corpus.site))
    for entry in corpus.entries:
        entry.give(FEATURE, recordings.of(entry.record))


def list_recordings(written: WrittenSite) -> Iterator[SiteFile]:
    """Answer `site_files_requested`: sound, times, words and transcript beside each page."""
    recordings = SiteRecordings(written.site)
    if not recordings.settings.waits and recordings.missing(written.written_records):
        _record_later(written.site.content)
    for record in written.written_records:
        yield from recordings.files(record)
    labels = json.dumps(messages.LABELS, ensure_ascii=False, separators=(",", ":"))
    yield SiteFile(path=LABELS, content=labels.encode(), owner=FEATURE)
    if _feed_of(written.site):
        yield SiteFile(path=FEED, content=_podcast(written, recordings), owner=FEATURE)


def _feed_of(site: Site) -> str:
    """The address of the feed; "" where the site has no address of its own, or no voice."""
    return FEED if site.url and _settings_of(site).records else ""


def _podcast(written: WrittenSite, recordings: SiteRecordings) -> bytes:
    listed = (
        each
        for each in written.written_records
        if each.kind is Kind.ARTICLE and each.status is Status.PUBLISHED
    )
    newest = sorted(listed, key=newest_first)
    title, about = messages.feed(str(written.site.settings["SITENAME"]))
    return podcast(
        title,
        about,
        written.site.url,
        [episode for record in newest if (episode := recordings.episode(record))][:MOST],
    )


def _record_later(content: Path) -> None:
    """Have the missing recordings made beside this build, by a process that outlives it."""
    command = [sys.executable, "-m", "plugins.read_aloud", "--content", str(content), "record"]
    subprocess.Popen(
        command,
        cwd=_ROOT,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def record_all(content: Path) -> int:
    """Make all recordings that are missing, and tell whoever shows the site that they are there."""
    site = site_of_project(content)
    recordings = SiteRecordings(site)
    os.nice(_PATIENT)
    with recordings.store.alone() as alone:
        if alone and (missing := recordings.missing(records_of(site))):
            recordings.make(missing, abbreviations_of(site))
            (site.store / RECORDED).write_text(fingerprint_of([each.path for each in missing]))
    return 0


class Heard(Struct, frozen=True, kw_only=True):
    """The recording of one article.

    Attributes:
        audio: Where it lies in the store; None on a site without recordings.
        transcript: What is said.
    """

    audio: Path | None
    transcript: str
    seconds: float = 0


def recording_of(content: Path, slug: str) -> Heard | None:
    """The recording of an article, made now where it is missing; None for no such article."""
    site = site_of_project(content)
    recordings = SiteRecordings(site)
    record = next((each for each in records_of(site) if each.slug == slug), None)
    if record is None:
        return None
    known = abbreviations_of(site)
    recordings.make(recordings.missing([record]), known)
    transcript = transcript_of(speech_of(record, known).sentences).decode()
    found, audio = recordings.facts(record), recordings.audio(record)
    return Heard(audio=audio, transcript=transcript, seconds=found.seconds if found else 0)


def site_of_project(content: Path) -> Site:
    """The site of a content folder, by the project's own settings; nothing is built.

    Args:
        content: The content folder, absolute.
    """
    settings = read_settings(str(_ROOT / "pelicanconf.py"), override={"PATH": str(content)})
    return site_of(Pelican(settings).settings)


def records_of(site: Site) -> tuple[ArticleRecord, ...]:
    """Everything that can be read aloud, read as a build reads it."""
    return tuple(signals.answer_of(signals.records_requested, site))


def abbreviations_of_project(content: Path) -> Abbreviations:
    """The abbreviations of a content folder."""
    return abbreviations_of(site_of_project(content))

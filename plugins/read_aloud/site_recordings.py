"""The recordings of a site: which it needs, which it has, and the files that it publishes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from plugins.core.abbreviations import Abbreviations
from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.extracts import extract_of
from plugins.core.fingerprints import digest_of
from plugins.core.signals import SiteFile
from plugins.core.site import Site
from plugins.read_aloud.config import ReadAloudSettings
from plugins.read_aloud.engine import version_of
from plugins.read_aloud.making import make_recordings
from plugins.read_aloud.podcast import Episode
from plugins.read_aloud.recording import RECIPE, Order
from plugins.read_aloud.speech import FEATURE, ArticleSpeech, speech_of
from plugins.read_aloud.store import MP3, TIMES, TRANSCRIPT, RecordingFacts, RecordingStore
from plugins.read_aloud.words import transcript_of_words

# Below the address of the article.
AUDIO_NAME, TIMES_NAME, TRANSCRIPT_NAME = "doc-bai.mp3", "doc-bai.json", "loi-doc.txt"
WORDS_NAME = "loi-doc.json"
_FILES = ((AUDIO_NAME, MP3), (TIMES_NAME, TIMES), (TRANSCRIPT_NAME, TRANSCRIPT))


class ArticleRecording(Struct, frozen=True, kw_only=True):
    """What the page of an article says of its recording.

    Attributes:
        audio: The address of the MP3 file below the site's root; the times of its words lie
            beside it as JSON.
        transcript: The address of what is said.
        minutes: How long it is; at least one.
        megabytes: How large it is, as it is written in Vietnamese.
    """

    audio: str
    transcript: str
    minutes: int
    megabytes: str


class ArticleWords(Struct, frozen=True, kw_only=True):
    """Where a browser finds what its voice is to say.

    Attributes:
        words: The address of the sentences below the site's root; see `words_of`.
        transcript: The address of what is said, for people.
    """

    words: str
    transcript: str


class ArticleReading(Struct, frozen=True, kw_only=True):
    """How an article is read aloud: by its recording, by the reader's browser, or not at all."""

    recording: ArticleRecording | None = None
    words: ArticleWords | None = None


_NOT_AT_ALL = ArticleReading()


class SiteRecordings:
    """The recordings of one site, as its settings want them."""

    def __init__(self, site: Site) -> None:
        """Look at no text yet.

        Raises:
            ConfigError: if the settings name a voice that is not there.
        """
        self.settings = site.settings_for("READ_ALOUD", ReadAloudSettings)
        self._site = site
        self.store = RecordingStore(folder=site.store / "recordings")
        self._album = str(site.settings.get("SITENAME", ""))
        voice = version_of(self.settings) if self.settings.records else ""
        self._made_by = f"{voice} {self.settings.bit_rate} {RECIPE} {self._album}"

    def missing(self, records: Iterable[ArticleRecord]) -> tuple[ArticleRecord, ...]:
        """The records of which there should be a recording and is none yet."""
        return tuple(r for r in records if (key := self._key(r)) and not self.store.facts(key))

    def make(self, records: Iterable[ArticleRecord], abbreviations: Abbreviations) -> None:
        """Make the recordings of some records."""
        orders = [self._order(record, abbreviations) for record in records]
        make_recordings(orders, self.settings, self.store, self._site.executor)

    def of(self, record: ArticleRecord) -> ArticleReading:
        """How a record is read aloud."""
        if self._words(record):
            transcript = record.url + TRANSCRIPT_NAME
            words = ArticleWords(words=record.url + WORDS_NAME, transcript=transcript)
            return ArticleReading(words=words)
        recording = self._recording(record)
        return ArticleReading(recording=recording) if recording else _NOT_AT_ALL

    def _recording(self, record: ArticleRecord) -> ArticleRecording | None:
        if not (facts := self.facts(record)):
            return None
        return ArticleRecording(
            audio=record.url + AUDIO_NAME,
            transcript=record.url + TRANSCRIPT_NAME,
            minutes=max(1, round(facts.seconds / 60)),
            megabytes=f"{max(0.1, facts.bytes / 1_000_000):.1f}".replace(".", ","),
        )

    def episode(self, record: ArticleRecord) -> Episode | None:
        """A record as the feed lists it; None where it has no recording."""
        facts = self.facts(record)
        return Episode(record=record, audio=record.url + AUDIO_NAME, facts=facts) if facts else None

    def files(self, record: ArticleRecord) -> Iterator[SiteFile]:
        """The files of a recording, or the words for browsers, beside the page of an article."""
        folder = record.save_as.removesuffix("index.html")
        if words := self._words(record):
            yield SiteFile(path=folder + WORDS_NAME, content=words.encode(), owner=record.path)
            transcript = transcript_of_words(words)
            yield SiteFile(path=folder + TRANSCRIPT_NAME, content=transcript, owner=record.path)
        elif self.facts(record):
            for name, ending in _FILES:
                file = self.store.file(self._key(record), ending)
                yield SiteFile(path=folder + name, content=file, owner=record.path)

    def audio(self, record: ArticleRecord) -> Path | None:
        """Where the sound of a record lies in the store; None where there is none."""
        return self.store.file(self._key(record), MP3) if self.facts(record) else None

    def facts(self, record: ArticleRecord) -> RecordingFacts | None:
        """How long and how large the recording of a record is; None where there is none."""
        key = self._key(record)
        return self.store.facts(key) if key else None

    def _key(self, record: ArticleRecord) -> str:
        """By which the store knows a recording; "" where there should be none."""
        if not self.settings.records or not _is_read(record):
            return ""
        speech = extract_of(record, FEATURE, ArticleSpeech)
        return digest_of(f"{self._made_by} {record.title} {speech.digest}".encode())

    def _words(self, record: ArticleRecord) -> str:
        """What a browser is to say; "" where there should be a recording, or nothing."""
        if not self.settings.leaves_it_to_browsers or not _is_read(record):
            return ""
        return extract_of(record, FEATURE, ArticleSpeech).words

    def _order(self, record: ArticleRecord, abbreviations: Abbreviations) -> Order:
        return Order(
            key=self._key(record),
            title=record.title,
            album=self._album,
            sentences=speech_of(record, abbreviations).sentences,
        )


def _is_read(record: ArticleRecord) -> bool:
    return record.kind is not Kind.PAGE and record.status is not Status.DRAFT

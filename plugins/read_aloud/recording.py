"""From sentences to an MP3 file with the time of every word.

Bytes depend on the sentences, the engine and the settings alone: no date goes into the file.
"""

import json
from collections.abc import Iterator, Sequence

from msgspec import Struct

from plugins.read_aloud.config import ReadAloudSettings
from plugins.read_aloud.engine import Engine, Mark, Speech
from plugins.read_aloud.sentences import Sentence, SpokenWord

# To be raised when the same sentences and engine give other files than before.
RECIPE = 1
_PAUSE, _LONG_PAUSE = 250, 600


class Order(Struct, frozen=True, kw_only=True):
    """What is to be recorded; plain values, as a worker gets them.

    Attributes:
        key: By which the store knows the recording.
        title: Of the article.
        album: The name of the site.
    """

    key: str
    title: str
    album: str
    sentences: tuple[Sentence, ...]


class Recording(Struct, frozen=True, kw_only=True):
    """A recording.

    Attributes:
        times: What the page's script needs, as JSON; see `times_of`.
        transcript: What is said, a sentence a line.
    """

    mp3: bytes
    seconds: float
    times: bytes
    transcript: bytes


class Voice(Struct, frozen=True, kw_only=True):
    """An engine, and how its sound is kept."""

    settings: ReadAloudSettings
    engine: Engine


class TimedSentence(Struct, frozen=True):
    """A sentence with the milliseconds at which it and each of its words begin."""

    sentence: Sentence
    begins: int
    words: tuple[int, ...]


def record(voice: Voice, order: Order) -> Recording:
    """Read sentences aloud."""
    from plugins.read_aloud.sound import Tags, mp3_of  # noqa: PLC0415  (most builds record nothing)

    pieces: list[bytes] = []
    timed: list[TimedSentence] = []
    samples, rate = 0, 22_050
    for sentence in order.sentences:
        speech = voice.engine.speak(sentence.spoken)
        rate = speech.rate
        if pieces:
            pieces.append(bytes(2 * _pause(sentence, rate)))
            samples += _pause(sentence, rate)
        timed.append(_timed(sentence, speech, samples * 1000 // rate))
        pieces.append(speech.samples)
        samples += len(speech.samples) // 2
    tags = Tags(title=order.title, album=order.album)
    return Recording(
        mp3=mp3_of(b"".join(pieces), rate, voice.settings.bit_rate, tags),
        seconds=round(samples / rate, 3),
        times=times_of(timed),
        transcript=transcript_of(order.sentences),
    )


def times_of(timed: Sequence[TimedSentence]) -> bytes:
    """The times as the script reads them, close together because every listener loads them.

    For each sentence: its block, its start and end there, when it begins; then for each of its
    words the start, the end and the time, all counted from those of the sentence.
    """
    rows = [
        [
            each.sentence.block,
            each.sentence.start,
            each.sentence.end,
            each.begins,
            [
                number
                for word, begins in zip(each.sentence.words, each.words, strict=True)
                for number in (
                    word.start - each.sentence.start,
                    word.end - each.sentence.start,
                    begins - each.begins,
                )
            ],
        ]
        for each in timed
    ]
    return json.dumps(rows, separators=(",", ":")).encode()


def transcript_of(sentences: Sequence[Sentence]) -> bytes:
    """What is said, a sentence a line, an empty line before each block."""
    lines: list[str] = []
    for sentence in sentences:
        if sentence.opens and lines:
            lines.append("")
        lines.append(" ".join(sentence.spoken.split()))
    return ("\n".join(lines) + "\n").encode()


def _pause(sentence: Sentence, rate: int) -> int:
    return rate * (_LONG_PAUSE if sentence.opens else _PAUSE) // 1000


def _timed(sentence: Sentence, speech: Speech, begins: int) -> TimedSentence:
    marks = speech.marks or tuple(_shared_out(sentence, speech))
    times = _times_of_words(sentence.words, marks)
    return TimedSentence(sentence, begins, tuple(begins + time for time in times))


def _times_of_words(words: Sequence[SpokenWord], marks: Sequence[Mark]) -> Iterator[int]:
    """When each word begins: at the first mark within what is said for it, else with the last."""
    place, time = 0, 0
    for word in words:
        while place < len(marks) and marks[place].position < word.spoken_start:
            place += 1
        if place < len(marks) and marks[place].position < word.spoken_end:
            time = max(time, marks[place].milliseconds)
        yield time


def _shared_out(sentence: Sentence, speech: Speech) -> Iterator[Mark]:
    """Times for an engine that tells none: all letters last equally long."""
    whole = max(1, len(sentence.spoken))
    for word in sentence.words:
        yield Mark(word.spoken_start, speech.milliseconds * word.spoken_start // whole)

import json
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from mutagen.mp3 import MP3

from plugins.core.abbreviations import NoAbbreviations
from plugins.core.errors import ConfigError
from plugins.read_aloud.blocks import Block
from plugins.read_aloud.config import ReadAloudSettings
from plugins.read_aloud.engine import Mark, Speech, engine_of, version_of
from plugins.read_aloud.making import make_recordings, record_order
from plugins.read_aloud.recording import Order, Voice, record
from plugins.read_aloud.sentences import Sentence, spoken_article
from plugins.read_aloud.sound import evened
from plugins.read_aloud.store import MP3 as SOUND
from plugins.read_aloud.store import TRANSCRIPT, RecordingStore

SETTINGS = ReadAloudSettings()


class Beeps:
    """Says each letter for ten milliseconds."""

    def __init__(self, *, tells: bool = True) -> None:
        self._tells = tells

    def close(self) -> None:
        pass

    def speak(self, text: str) -> Speech:
        starts = [0, *(place + 1 for place, sign in enumerate(text) if sign == " ")]
        marks = tuple(Mark(start, 10 * start) for start in starts) if self._tells else ()
        return Speech(samples=b"\x00\x10" * 220 * len(text), rate=22_000, marks=marks)


def sentences(*texts: str) -> tuple[Sentence, ...]:
    blocks = [Block(number=number, text=text) for number, text in enumerate(texts)]
    return spoken_article(blocks, NoAbbreviations(), ("site",)).sentences


def order(*texts: str, key: str = "k") -> Order:
    return Order(key=key, title="Bài đầu", album="Sở", sentences=sentences(*texts))


@pytest.mark.parametrize(
    ("tells", "times"),
    [(True, [0, 2, 0, 3, 5, 30, 6, 9, 150]), (False, [0, 2, 0, 3, 5, 30, 6, 9, 150])],
)
def test_times_are_those_of_the_engine_or_shared_out(times: list[int], *, tells: bool) -> None:
    done = record(Voice(settings=SETTINGS, engine=Beeps(tells=tells)), order("Có 24 xã. Hết", "Ba"))
    # “Có hai mươi tư xã.” lasts 180 ms; a sentence is 250 ms off, a block 600 ms.
    first, second, third = json.loads(done.times)
    assert first == [0, 0, 9, 0, times]
    assert second[:4] == [0, 10, 13, 430]
    assert third == [1, 0, 2, 430 + 10 * len(" Hết") + 600, [0, 2, 0]]
    assert done.transcript.decode() == "Có hai mươi tư xã.\nHết\n\nBa\n"


def test_the_file_has_its_title_and_length_and_is_the_same_each_time() -> None:
    voice = Voice(settings=SETTINGS, engine=Beeps())
    done = record(voice, order("Một hai ba bốn năm sáu bảy tám chín mười."))
    sound: Any = MP3(BytesIO(done.mp3))
    assert sound.info.length == pytest.approx(done.seconds, abs=0.1)
    assert (sound.info.bitrate, sound.info.channels) == (32_000, 1)
    assert [str(sound["TIT2"]), str(sound["TPE1"]), str(sound["TLAN"])] == ["Bài đầu", "Sở", "vie"]
    assert record(voice, order("Một hai ba bốn năm sáu bảy tám chín mười.")) == done


def test_loudness_is_evened_and_nothing_is_cut() -> None:
    quiet = (np.sin(np.arange(4000)) * 500).astype("<i2").tobytes()
    loud = (np.sin(np.arange(4000)) * 20_000).astype("<i2").tobytes()
    powers = [np.frombuffer(evened(s), "<i2").astype(float).std() for s in (quiet, loud)]
    assert powers[0] == pytest.approx(powers[1], rel=0.2)
    peak = np.zeros(4000, "<i2")
    peak[:2] = (300, 30_000)
    assert np.abs(np.frombuffer(evened(peak.tobytes()), "<i2").astype(int)).max() <= 32_000
    assert evened(bytes(8)) == bytes(8)


def test_the_default_voice_speaks_and_tells_when() -> None:
    engine = engine_of(SETTINGS)
    text = "xin chào các bạn, hôm nay trời đẹp"
    speech = engine.speak(text)
    assert 1500 < speech.milliseconds < 4000
    assert [mark.position for mark in speech.marks] == [
        0, *(place + 1 for place, sign in enumerate(text) if sign == " "),
    ]  # fmt: skip
    times = [mark.milliseconds for mark in speech.marks]
    assert times == sorted(times)
    assert engine.speak("một câu khác") != speech
    engine.close()
    with closing(engine_of(SETTINGS)) as again:
        assert again.speak(text) == speech
    with pytest.raises(ConfigError, match="no voice 'xx-none'"):
        engine_of(ReadAloudSettings(voice="xx-none"))


def test_times_on_the_page_are_the_engines_events() -> None:
    (sentence,) = sentences("Ngày 15/3 tăng 44,8% và hết")
    with closing(engine_of(SETTINGS)) as engine:
        events = engine.speak(sentence.spoken).marks
    done = record_order(SETTINGS, order("Ngày 15/3 tăng 44,8% và hết"))
    times = json.loads(done.times)[0][4][2::3]
    for word, time in zip(sentence.words, times, strict=True):
        inside = [
            e.milliseconds for e in events if word.spoken_start <= e.position < word.spoken_end
        ]
        assert abs(time - inside[0]) <= 80


def test_recordings_are_made_by_workers_and_kept(tmp_path: Path) -> None:
    store = RecordingStore(folder=tmp_path / "recordings")
    make_recordings([order("Một", key="a"), order("Hai. Ba", key="b")], SETTINGS, store)
    facts = store.facts("a")
    assert facts
    assert store.file("a", SOUND).read_bytes() == record_order(SETTINGS, order("Một", key="a")).mp3
    assert facts.bytes == len(store.file("a", SOUND).read_bytes())
    assert store.file("b", TRANSCRIPT).read_text(encoding="utf-8") == "Hai.\nBa\n"
    store.file("b", TRANSCRIPT).unlink()
    assert store.facts("b") is None
    store.file("a", "json").write_text("{", encoding="utf-8")
    assert store.facts("a") is None


def test_only_one_fills_the_store(tmp_path: Path) -> None:
    store = RecordingStore(folder=tmp_path)
    with store.alone() as first, store.alone() as second:
        assert (first, second) == (True, False)
    with store.alone() as again:
        assert again


def test_settings_that_nobody_can_follow_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="engine 'loud'"):
        ReadAloudSettings(engine="loud")
    with pytest.raises(ConfigError, match="bit_rate"):
        ReadAloudSettings(bit_rate=7)
    piper = ReadAloudSettings(engine="piper", voice=str(tmp_path / "none.onnx"))
    with pytest.raises(ConfigError, match="no voice of piper"):
        version_of(piper)

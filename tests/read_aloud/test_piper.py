"""piper itself, with a voice that was made for this."""

import json
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import closing
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from mutagen.mp3 import MP3

from plugins.core.errors import ConfigError
from plugins.read_aloud.config import ReadAloudSettings
from plugins.read_aloud.engine import Speech, engine_of, version_of
from plugins.read_aloud.making import make_recordings, record_order
from plugins.read_aloud.store import MP3 as SOUND
from plugins.read_aloud.store import RecordingStore
from tests.read_aloud.test_recording import order
from tests.read_aloud.tiny_voice import RATE, write_voice


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> ReadAloudSettings:
    voice = write_voice(tmp_path_factory.mktemp("voice"))
    return ReadAloudSettings(engine="piper", voice=str(voice))


@pytest.fixture(scope="module")
def child() -> Iterator[Executor]:
    """Another process: one that has loaded piper must not be forked, as tests are."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        yield pool


def speak(settings: ReadAloudSettings, *texts: str) -> list[Speech]:
    with closing(engine_of(settings)) as engine:
        return [engine.speak(text) for text in texts]


def test_a_voice_of_the_agency_speaks(child: Executor, settings: ReadAloudSettings) -> None:
    texts = ("xin chào", "xin chào các bạn, hôm nay trời đẹp")
    short, long = child.submit(speak, settings, *texts).result()
    assert short.rate == RATE
    assert 0 < short.milliseconds < long.milliseconds
    assert any(short.samples)
    assert short.marks == ()


def test_it_sounds_the_same_whatever_was_said_before(
    child: Executor, settings: ReadAloudSettings
) -> None:
    texts = ("một câu", "một câu khác", "một câu")
    first, _, again = child.submit(speak, settings, *texts).result()
    assert first == again


def test_words_have_times_though_the_engine_tells_none(
    child: Executor, settings: ReadAloudSettings
) -> None:
    done = child.submit(record_order, settings, order("Có 24 xã. Hết")).result()
    (_, _, _, begins, words), second = json.loads(done.times)
    assert begins == 0
    assert words[2::3] == sorted(words[2::3])
    assert words[-1] < second[3]
    sound: Any = MP3(BytesIO(done.mp3))
    assert sound.info.length == pytest.approx(done.seconds, abs=0.1)


def test_recordings_are_made_by_children(
    child: Executor, settings: ReadAloudSettings, tmp_path: Path
) -> None:
    store = RecordingStore(folder=tmp_path)
    make_recordings([order("Một", key="a"), order("Hai", key="b")], settings, store)
    made = store.file("a", SOUND).read_bytes()
    assert made == child.submit(record_order, settings, order("Một", key="a")).result().mp3


def test_another_voice_makes_other_recordings(settings: ReadAloudSettings, tmp_path: Path) -> None:
    voice = write_voice(tmp_path)
    same = ReadAloudSettings(engine="piper", voice=str(voice))
    assert version_of(same) == version_of(settings)
    voice.write_bytes(voice.read_bytes() + b"\0")
    changed = ReadAloudSettings(engine="piper", voice=str(voice.rename(tmp_path / "new.onnx")))
    assert version_of(changed) != version_of(settings)


@pytest.mark.parametrize(
    ("voice", "description"), [(b"none", "{}"), (b"none", None), (None, "{"), (b"none", "whole")]
)
def test_a_voice_that_cannot_be_read_is_told(
    child: Executor, tmp_path: Path, voice: bytes | None, description: str | None
) -> None:
    file = write_voice(tmp_path)
    if voice:
        file.write_bytes(voice)
    if description is None:
        Path(f"{file}.json").unlink()
    elif description != "whole":
        Path(f"{file}.json").write_text(description, encoding="utf-8")
    with pytest.raises(ConfigError, match="cannot be loaded"):
        child.submit(speak, ReadAloudSettings(engine="piper", voice=str(file))).result()

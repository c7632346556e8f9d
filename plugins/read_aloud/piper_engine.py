"""piper, a neural engine, with a voice that the agency brings (`requirements-piper.txt`).

It tells no times of words; they are shared out by the length of the words. It runs in children of
the build only: what has once loaded it must not be forked.
"""

import hashlib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from plugins.core.errors import ConfigError
from plugins.read_aloud.engine import Speech


class PiperEngine:
    """One voice of piper."""

    def __init__(self, voice: str) -> None:
        """Load the voice.

        Raises:
            ConfigError: if piper is not installed, or the file is missing or no voice.
        """
        self._voice = _loaded(_file(voice))

    def speak(self, text: str) -> Speech:
        """A text as sound."""
        pieces = list(self._voice.synthesize(text))
        samples = b"".join(piece.audio_int16_bytes for piece in pieces)
        return Speech(samples=samples, rate=int(self._voice.config.sample_rate), marks=())

    def close(self) -> None:
        """Keep the voice, which takes seconds to load and remembers nothing."""


@lru_cache(maxsize=1)
def _loaded(file: Path) -> Any:  # noqa: ANN401  (piper has no types)
    try:
        from onnxruntime.capi import onnxruntime_pybind11_state as onnx  # noqa: PLC0415  (an extra)
        from piper import PiperVoice  # noqa: PLC0415  (an extra)
    except ModuleNotFoundError as error:
        message = "READ_ALOUD: piper is not installed; see requirements-piper.in"
        raise ConfigError(message) from error
    faults = (onnx.Fail, onnx.InvalidArgument, onnx.InvalidGraph, onnx.InvalidProtobuf)
    try:
        return PiperVoice.load(str(file))
    except (OSError, KeyError, ValueError, *faults) as error:
        message = f"READ_ALOUD: the voice {file} cannot be loaded, or {file}.json: {error!r}"
        raise ConfigError(message) from error


def voice_version(voice: str) -> str:
    """The version of piper and the digest of the voice.

    Raises:
        ConfigError: if there is no such file.
    """
    try:
        installed = version("piper-tts")
    except PackageNotFoundError:
        installed = "none"
    return f"{installed} {_digest(_file(voice))}"


@lru_cache(maxsize=4)
def _digest(file: Path) -> str:
    with file.open("rb") as voice:
        return hashlib.file_digest(voice, "sha256").hexdigest()


def _file(voice: str) -> Path:
    file = Path(voice)
    if not file.is_file():
        message = f"READ_ALOUD: there is no voice of piper at {voice!r}"
        raise ConfigError(message)
    return file

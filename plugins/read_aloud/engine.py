"""What every voice engine can do, and which one the settings mean."""

from typing import Protocol

from msgspec import Struct

from plugins.read_aloud.config import ReadAloudSettings


class Mark(Struct, frozen=True):
    """When a place in the text is reached.

    Attributes:
        position: In characters of the text.
        milliseconds: From the beginning of the speech.
    """

    position: int
    milliseconds: int


class Speech(Struct, frozen=True, kw_only=True):
    """A text as sound.

    Attributes:
        samples: Signed, of 16 bits, little-endian, one channel.
        marks: Where words begin, in order; empty where the engine does not tell.
    """

    samples: bytes
    rate: int
    marks: tuple[Mark, ...]

    @property
    def milliseconds(self) -> int:
        """How long it is."""
        return len(self.samples) * 500 // self.rate


class Engine(Protocol):
    """A voice for the texts of one recording.

    It must sound the same whatever was read before, so that a recording depends on nothing else.
    """

    def speak(self, text: str) -> Speech:
        """A text as sound."""
        ...

    def close(self) -> None:
        """Let go of what it holds."""
        ...


def engine_of(settings: ReadAloudSettings) -> Engine:
    """The engine that the settings mean; its library is loaded now.

    Raises:
        ConfigError: if it is not installed, or has no such voice.
    """
    if settings.engine == "piper":
        from plugins.read_aloud.piper_engine import PiperEngine  # noqa: PLC0415  (an extra)

        return PiperEngine(settings.voice)
    from plugins.read_aloud.espeak_engine import EspeakEngine  # noqa: PLC0415  (loads a library)

    return EspeakEngine(settings.voice, settings.speed)


def version_of(settings: ReadAloudSettings) -> str:
    """What the sound depends on beside the text, without loading anything large."""
    if settings.engine == "piper":
        from plugins.read_aloud.piper_engine import voice_version  # noqa: PLC0415  (an extra)

        return f"piper {voice_version(settings.voice)}"
    from plugins.read_aloud.espeak_engine import VERSION  # noqa: PLC0415  (an installed package)

    return f"espeak-ng {VERSION} {settings.voice} {settings.speed}"

"""The settings of reading aloud."""

from msgspec import Struct

from plugins.core.errors import ConfigError

_BIT_RATES = (24, 32, 40, 48, 56, 64)
ENGINES = ("espeak-ng", "piper")
BROWSER, NOBODY = "", "none"


class ReadAloudSettings(Struct, frozen=True, kw_only=True):
    """Which voice reads, and how its recordings are kept.

    Attributes:
        engine: `espeak-ng`, which comes with the project, or `piper`; "" for no recordings, so
            that readers hear the voices of their browsers; `none` where nothing is read aloud.
        voice: For espeak-ng the name of one of its voices; for piper the path of a voice's
            `.onnx` file, which the agency brings, with its `.onnx.json` beside it.
        speed: Words in a minute, as espeak-ng counts; piper keeps the speed of its voice.
        bit_rate: Of the MP3 files, in kilobits a second.
        waits: Whether a build waits for recordings that are missing. A preview does not: it
            makes them in the background and shows them when they are there.
    """

    engine: str = "espeak-ng"
    voice: str = "vi"
    speed: int = 165
    bit_rate: int = 32
    waits: bool = True

    def __post_init__(self) -> None:
        """Refuse what no engine can do.

        Raises:
            ConfigError: naming the field.
        """
        if self.engine not in {*ENGINES, BROWSER, NOBODY}:
            message = f"READ_ALOUD: engine {self.engine!r} is none of {', '.join(ENGINES)}"
            raise ConfigError(message)
        if self.bit_rate not in _BIT_RATES:
            message = f"READ_ALOUD: a bit_rate of {self.bit_rate} is none of {_BIT_RATES}"
            raise ConfigError(message)

    @property
    def records(self) -> bool:
        """Whether articles have recordings."""
        return self.engine in ENGINES

    @property
    def leaves_it_to_browsers(self) -> bool:
        """Whether readers hear the voices of their browsers."""
        return self.engine == BROWSER

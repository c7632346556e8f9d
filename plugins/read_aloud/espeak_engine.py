"""espeak-ng by its C interface, from the package `espeakng-loader`, which holds all of it.

The library has one voice in one process, so all of this happens in a child of the build or in
a worker of a cluster. Chance in its voices goes on from text to text, beyond the reach of its
own seed; so it is unloaded after each recording, and the next one finds it new (4 ms).
See `speak_lib.h` of espeak-ng 1.52 for numbers and structures.
"""

import ctypes
from importlib.metadata import version
from threading import Lock

import espeakng_loader

from plugins.core.errors import ConfigError
from plugins.read_aloud.engine import Mark, Speech

VERSION = version("espeakng-loader")
_SYNCHRONOUS = 2
_CHARS_UTF8 = 1
_POS_CHARACTER = 1
_RATE = 1
_END_OF_LIST, _WORD = 0, 1


class _EventId(ctypes.Union):
    _fields_ = (
        ("number", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("string", ctypes.c_char * 8),
    )


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventId),
    )


_CALLBACK = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class EspeakEngine:
    """One voice of espeak-ng."""

    def __init__(self, voice: str, speed: int) -> None:
        """Load the library.

        Raises:
            ConfigError: if it has no such voice.
        """
        self._lock = Lock()
        self._pieces: list[bytes] = []
        self._marks: list[Mark] = []
        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path().encode()
        self._rate = self._library.espeak_Initialize(_SYNCHRONOUS, 0, data, 0)
        if self._rate <= 0 or self._library.espeak_SetVoiceByName(voice.encode()):
            self.close()
            message = f"READ_ALOUD: espeak-ng has no voice {voice!r}, or its data cannot be read"
            raise ConfigError(message)
        self._library.espeak_SetParameter(_RATE, speed, 0)
        # Kept, because the library calls it as long as it lives.
        self._callback = _CALLBACK(self._hear)
        self._library.espeak_SetSynthCallback(self._callback)

    def speak(self, text: str) -> Speech:
        """A text as sound, with the time of every word."""
        with self._lock:
            self._pieces, self._marks = [], []
            given = text.encode() + b"\0"
            # None, not 0: a bare number would fill half of what the library takes for a pointer.
            self._library.espeak_Synth(
                given, len(given), 0, _POS_CHARACTER, 0, _CHARS_UTF8, None, None
            )
            return Speech(samples=b"".join(self._pieces), rate=self._rate, marks=tuple(self._marks))

    def close(self) -> None:
        """Unload the library: nothing of what it has read is left."""
        self._library.espeak_Terminate()
        handle = ctypes.c_void_p(self._library._handle)  # noqa: SLF001  (ctypes has no other way)
        ctypes.CDLL(None).dlclose(handle)

    def _hear(self, samples: object, count: int, events: object) -> int:
        """Take a piece of sound and what happens in it; 0 asks for more."""
        if count > 0:
            self._pieces.append(ctypes.string_at(samples, count * 2))  # type: ignore[arg-type]  # what ctypes gives
        number = 0
        while (event := events[number]).type != _END_OF_LIST:  # type: ignore[index]  # the same
            if event.type == _WORD:
                # The library counts characters from one.
                self._marks.append(Mark(event.text_position - 1, event.audio_position))
            number += 1
        return 0

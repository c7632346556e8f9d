"""Sound as an MP3 file, as loud as all others; whole numbers, so that all machines agree.

The libraries for it take a fifth of a second to load: only what records imports this.
"""

from io import BytesIO
from typing import Any

import lameenc
import numpy as np
from msgspec import Struct
from mutagen.id3 import ID3, TALB, TIT2, TLAN, TPE1

# Of LAME: 2 is best and slow, 7 fast; at these rates of speech nobody hears a difference.
_QUALITY = 7
# Podcasts are about -19 LUFS in one channel; mean power of speech without pauses, in steps of
# 16 bits. A voice whose peaks would be cut is made no louder than they allow.
_LOUDNESS = 3600
_LOUDEST = 32_000
_SILENCE = 200
_STEPS = 4096


class Tags(Struct, frozen=True, kw_only=True):
    """What players show.

    Attributes:
        title: Of the recording.
        album: The name of the site.
    """

    title: str
    album: str


def mp3_of(samples: bytes, rate: int, bit_rate: int, tags: Tags) -> bytes:
    """A file that depends on its arguments alone: no date goes into it.

    Args:
        samples: One channel of 16 bits, little-endian.
        rate: Samples a second.
        bit_rate: Kilobits a second.
        tags: What players show.
    """
    return _tagged(_encoded(evened(samples), rate, bit_rate), tags)


def evened(samples: bytes) -> bytes:
    """Sound as loud as all other recordings; in whole numbers, so that all machines agree."""
    sound = np.frombuffer(samples, dtype="<i2").astype(np.int64)
    loud = sound[np.abs(sound) > _SILENCE]
    if not loud.size:
        return samples
    power = int((loud * loud).sum()) // loud.size
    wanted = _LOUDNESS * _STEPS // max(1, _root(power))
    factor = min(wanted, _LOUDEST * _STEPS // int(np.abs(loud).max()))
    return (sound * factor // _STEPS).astype("<i2").tobytes()


def _root(square: int) -> int:
    return int(square**0.5)


def _encoded(samples: bytes, rate: int, bit_rate: int) -> bytes:
    encoder: Any = lameenc.Encoder()
    encoder.set_bit_rate(bit_rate)
    encoder.set_in_sample_rate(rate)
    encoder.set_channels(1)
    encoder.set_quality(_QUALITY)
    encoder.silence()
    return bytes(encoder.encode(samples)) + bytes(encoder.flush())


def _tagged(mp3: bytes, tags: Tags) -> bytes:
    """The file with its title, in a language that players may show."""
    head = ID3()
    head.add(TIT2(encoding=3, text=[tags.title]))
    head.add(TPE1(encoding=3, text=[tags.album]))
    head.add(TALB(encoding=3, text=[tags.album]))
    head.add(TLAN(encoding=3, text=["vie"]))
    file = BytesIO()
    head.save(file, v2_version=4, padding=lambda _: 0)
    return file.getvalue() + mp3

"""A voice of piper that is as small as can be: it hums, a little higher for each sound.

No package that holds a Vietnamese voice is to be had, and one of those that can write models is
larger than everything else in the tests; so the few messages of ONNX are written here. Numbers of
fields are those of `onnx.proto3`.
"""

import json
import math
import struct
from collections.abc import Sequence
from pathlib import Path

RATE, SAMPLES = 22_050, 256
_FLOAT, _INT64 = 1, 7
_SOUNDS = "abdefhijklmnoprstuvwxzæçðŋɐɑɒɓɔɕɖɗəɛɜɡɣɤɨɪɯɲɹʂʃʈʊʌʔʰʷˈˌːθ̪123456-., "


def write_voice(folder: Path) -> Path:
    """Write a voice and its description, and give the voice's file."""
    file = folder / "hum.onnx"
    file.write_bytes(_model())
    marks = {"_": [0], "^": [1], "$": [2]}
    sounds = {sound: [number] for number, sound in enumerate(_SOUNDS, start=3)}
    description = {
        "audio": {"sample_rate": RATE},
        "espeak": {"voice": "vi"},
        "phoneme_type": "espeak",
        "num_symbols": len(marks) + len(sounds),
        "num_speakers": 1,
        "phoneme_id_map": marks | sounds,
    }
    Path(f"{file}.json").write_text(json.dumps(description), encoding="utf-8")
    return file


def _model() -> bytes:
    """Each number of a sound, as a stretch of a wave that is as loud as the number is high."""
    wave = [math.sin(2 * math.pi * 4 * place / SAMPLES) / 100 for place in range(SAMPLES)]
    graph = b"".join(
        [
            _node("Cast", ["input"], "sounds", _attribute("to", _FLOAT)),
            _node("Unsqueeze", ["sounds", "last"], "column"),
            _node("Mul", ["column", "wave"], "rows"),
            _node("Reshape", ["rows", "line"], "output"),
            _field(2, b"hum"),
            _field(5, _tensor("last", [1], _INT64, struct.pack("<q", 2))),
            _field(5, _tensor("wave", [SAMPLES], _FLOAT, struct.pack(f"<{SAMPLES}f", *wave))),
            _field(5, _tensor("line", [3], _INT64, struct.pack("<3q", 1, 1, -1))),
            _field(11, _value("input", _INT64, [1, "sounds"])),
            _field(11, _value("input_lengths", _INT64, [1])),
            _field(11, _value("scales", _FLOAT, [3])),
            _field(12, _value("output", _FLOAT, [1, 1, "samples"])),
        ]
    )
    return _number(1, 8) + _field(7, graph) + _field(8, _number(2, 13))


def _node(kind: str, given: Sequence[str], made: str, attribute: bytes = b"") -> bytes:
    inputs = b"".join(_field(1, name.encode()) for name in given)
    return _field(1, inputs + _field(2, made.encode()) + _field(4, kind.encode()) + attribute)


def _attribute(name: str, number: int) -> bytes:
    return _field(5, _field(1, name.encode()) + _number(3, number) + _number(20, 2))


def _tensor(name: str, shape: Sequence[int], kind: int, content: bytes) -> bytes:
    dimensions = b"".join(_number(1, size) for size in shape)
    return dimensions + _number(2, kind) + _field(8, name.encode()) + _field(9, content)


def _value(name: str, kind: int, shape: Sequence[int | str]) -> bytes:
    sizes = (_number(1, s) if isinstance(s, int) else _field(2, s.encode()) for s in shape)
    dimensions = b"".join(_field(1, size) for size in sizes)
    return _field(1, name.encode()) + _field(2, _field(1, _number(1, kind) + _field(2, dimensions)))


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


def _varint(value: int) -> bytes:
    written = bytearray()
    while value > 127:
        written.append(value & 127 | 128)
        value >>= 7
    written.append(value)
    return bytes(written)

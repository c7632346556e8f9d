"""Which encoding a file that is not UTF-8 was probably saved in, told by its typical bytes."""

import re

UTF16, UTF32 = "UTF-16", "UTF-32"
CP1258, TCVN3, VNI = "Windows-1258", "TCVN3 (ABC)", "VNI"
LATIN1 = "Latin-1 (Windows-1252)"

_MARKS = (
    (b"\xff\xfe\x00\x00", UTF32),
    (b"\x00\x00\xfe\xff", UTF32),
    (b"\xff\xfe", UTF16),
    (b"\xfe\xff", UTF16),
)
# Vietnamese text in two bytes a letter: spaces, digits and half of the letters have a zero.
_ZEROS = 0.2
# What one encoding needs for Vietnamese and the others hardly ever have in the same place:
# TCVN3 puts letters where the others have signs; Windows-1258 writes a tone as a byte of its
# own behind the vowel; VNI writes a vowel and then a byte that only it puts there.
_SIGNS = (
    (TCVN3, re.compile(rb"[\xa7-\xae\xb5-\xb9]")),
    (
        CP1258,
        re.compile(rb"[aeiouyAEIOUY\xe2\xe3\xea\xf4\xf5\xfd][\xcc\xd2\xde\xec\xf2]|[\xf0\xfd]"),
    ),
    (VNI, re.compile(rb"[aeouyAEOUY\xf4\xf6][\xef\xf8\xfb\xfc\xeb]|[ao][\xe4\xe5]|[\xd1\xf1\xf6]")),
)
_WESTERN = re.compile(rb"[\xc0-\xff]")
_UTF8_LETTER = re.compile(rb"[\xc3-\xc6][\x80-\xbf]|\xe1[\xba\xbb][\x80-\xbf]")


def is_wide(content: bytes) -> bool:
    """Whether a file has two bytes a letter, even where it happens to be valid UTF-8."""
    return content.startswith((b"\xff\xfe", b"\xfe\xff")) or (
        len(content) > 1 and content.count(0, 0, 4096) > _ZEROS * min(len(content), 4096)
    )


def probable_encoding(content: bytes) -> str:
    """The name of the probable encoding of a file that is not UTF-8; "" where nothing tells."""
    named = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    if named or is_wide(content):
        return named or UTF16
    letters = len(_UTF8_LETTER.findall(content))
    if letters >= content.decode("utf-8", "replace").count("\ufffd"):
        return ""  # mostly sound UTF-8, broken in places
    best = max(_SIGNS, key=lambda sign: len(sign[1].findall(content)))
    if best[1].search(content):
        return best[0]
    return LATIN1 if _WESTERN.search(content) else ""

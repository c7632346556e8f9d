"""What is said of a page, for the voice of a reader's own browser.

Most words are said as they are written, so only the others have their place written down.
"""

import json
from collections.abc import Iterator, Sequence

from plugins.read_aloud.sentences import Sentence


def words_of(sentences: Sequence[Sentence]) -> str:
    """The sentences as the page's script reads them, close together because readers load them.

    For each its block, its start and end there, and what is said; then, wherever speech and text
    part, the start and end in the text, counted from that of the sentence, and in the speech.
    """
    rows = [_row(sentence) for sentence in sentences]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def transcript_of_words(words: str) -> bytes:
    """What is said, a sentence a line, an empty line before each block."""
    lines: list[str] = []
    last = None
    for block, _, _, spoken, _ in json.loads(words):
        if last not in {None, block}:
            lines.append("")
        last = block
        lines.append(spoken)
    return ("\n".join(lines) + "\n").encode()


def _row(sentence: Sentence) -> list[object]:
    spoken = sentence.spoken.rstrip()
    led = len(spoken) - len(spoken.lstrip())
    parted = [number for place in _parted(sentence, led) for number in place]
    return [sentence.block, sentence.start, sentence.end, spoken[led:], parted]


def _parted(sentence: Sentence, led: int) -> Iterator[tuple[int, int, int, int]]:
    """Where a word is not said where it would be if all before it were said as it is written."""
    text_end = spoken_end = 0
    for word in sentence.words:
        start, end = word.start - sentence.start, word.end - sentence.start
        spoken, its_end = word.spoken_start - led, word.spoken_end - led
        as_long = end - start == its_end - spoken
        if not as_long or start - text_end != spoken - spoken_end:
            yield start, end, spoken, its_end
            text_end, spoken_end = end, its_end

"""What stands beside a number, by which it is known for a day, a part, a rank or a score."""

import re
from functools import cache

from plugins.read_aloud.vocabulary import VOCABULARY

# How far words reach: behind a bracket, a comma or a colon they still say what follows.
_BETWEEN = r"[\s:(\[“\"'‘,]*"
_REACH = 60
# How long a row of days, numbers or telephones may be.
ROW_REACH = 400


def stands_before(text: str, place: int, name: str) -> bool:
    """Whether one of the words of a context stands right before a place of a text."""
    return bool(right_before(_before(name), text, place))


def stands_behind(text: str, place: int, name: str) -> bool:
    """Whether one of the words of a context stands right behind a place of a text."""
    return bool(_behind(name).match(text, place))


def right_before(
    pattern: re.Pattern[str], text: str, place: int, reach: int = _REACH
) -> re.Match[str] | None:
    """What a pattern finds right before a place.

    Args:
        pattern: Matches up to the end of what it is given, and nowhere else.
        text: Holds the place.
        place: Where the pattern has to end.
        reach: How many characters it may look back; from the beginning of a long text the search
            would take longer with every match.
    """
    return pattern.search(text, max(0, place - reach), place)


def words_pattern(name: str) -> str:
    """The words of a context as a pattern, long ones first."""
    words = sorted(VOCABULARY.contexts[name], key=len, reverse=True)
    return "|".join(map(re.escape, words))


@cache
def _before(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words_pattern(name)}){_BETWEEN}\Z", re.IGNORECASE)


@cache
def _behind(name: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{words_pattern(name)})(?!\w)", re.IGNORECASE)

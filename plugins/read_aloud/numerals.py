"""Numbers in words: whole numbers, decimals, digits one by one, places in an order."""

from collections.abc import Iterator
from functools import lru_cache

from plugins.read_aloud.vocabulary import VOCABULARY

_WORDS = VOCABULARY.numerals
_GROUP = 1000
_BILLION = 10**9
_SCALES = (_WORDS.million, _WORDS.thousand, "")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@lru_cache(maxsize=4096)
def cardinal(number: int) -> str:
    """A whole number that is not below nought, in words."""
    if number < _BILLION:
        return " ".join(_small(number))
    billions, rest = divmod(number, _BILLION)
    return " ".join((cardinal(billions), _WORDS.billion, *(_small(rest, led=True) if rest else ())))


def ordinal(number: int) -> str:
    """A place in an order, as it is said behind the word for it."""
    return _WORDS.ordinals.get(str(number)) or cardinal(number)


def digit_by_digit(figures: str) -> str:
    """Figures one by one; whatever else stands among them is silent."""
    return " ".join(_WORDS.digits[int(figure)] for figure in figures if figure.isdecimal())


def fraction_digits(figures: str) -> str:
    """What stands behind a comma: leading noughts one by one, the rest as a number."""
    rest = figures.lstrip("0")
    noughts = digit_by_digit("0" * (len(figures) - len(rest)))
    return f"{noughts} {cardinal(int(rest))}".strip() if rest else noughts


def amount(written: str) -> str:
    """A number as Vietnamese texts write it: points between thousands, a comma before decimals."""
    whole, _, decimals = written.partition(",")
    said = cardinal(int("".join(filter(str.isdecimal, whole))))
    return f"{said} {_WORDS.comma} {fraction_digits(decimals)}" if decimals else said


def fraction(part: int, whole: int) -> str:
    """A part of a whole."""
    last = _WORDS.fourth if whole == 4 else cardinal(whole)  # noqa: PLR2004  (has a word of its own)
    return f"{cardinal(part)} {_WORDS.part} {last}"


def roman(letters: str) -> int:
    """The value of a Roman number; 0 if it is none that is written well."""
    values = [_ROMAN.get(letter, 0) for letter in letters]
    following = [*values[1:], 0][: len(values)]
    total = sum(-v if v < n else v for v, n in zip(values, following, strict=True))
    return total if total > 0 and _written_roman(total) == letters else 0


def _written_roman(number: int) -> str:
    steps = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"]
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    written = ""
    for step, value in zip(steps, values, strict=True):
        count, number = divmod(number, value)
        written += step * count
    return written


def _small(number: int, *, led: bool = False) -> Iterator[str]:
    """The words of a number below a billion; `led` where something stands before it."""
    if not number and not led:
        yield _WORDS.digits[0]
    groups = (number // _GROUP**2, number // _GROUP % _GROUP, number % _GROUP)
    for group, scale in zip(groups, _SCALES, strict=True):
        if group:
            yield from _hundreds(group, led=led)
            if scale:
                yield scale
            led = True


def _hundreds(number: int, *, led: bool) -> Iterator[str]:
    hundreds, rest = divmod(number, 100)
    if hundreds or led:
        yield from (_WORDS.digits[hundreds], _WORDS.hundred)
    tens, ones = divmod(rest, 10)
    if not tens:
        if ones:
            yield from (_WORDS.no_tens,) if hundreds or led else ()
            yield _WORDS.digits[ones]
        return
    yield from (_WORDS.ten,) if tens == 1 else (_WORDS.digits[tens], _WORDS.tens)
    if ones:
        yield _behind_tens(tens, ones)


def _behind_tens(tens: int, ones: int) -> str:
    if ones == 5:  # noqa: PLR2004  (five changes behind every ten)
        return _WORDS.five_behind_tens
    if tens > 1:
        changed = {1: _WORDS.one_behind_tens, 4: _WORDS.four_behind_tens}
        return changed.get(ones, _WORDS.digits[ones])
    return _WORDS.digits[ones]

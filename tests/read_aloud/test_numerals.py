import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.read_aloud.numerals import amount, cardinal, digit_by_digit, fraction, ordinal, roman


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (104, "một trăm linh bốn"),
        (115, "một trăm mười lăm"),
        (1_005, "một nghìn không trăm linh năm"),
        (2_024, "hai nghìn không trăm hai mươi tư"),
        (1_250_000, "một triệu hai trăm năm mươi nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (1_000_000_000, "một tỷ"),
        (15_000_000_000_001, "mười lăm nghìn tỷ không trăm linh một"),
    ],
)
def test_whole_numbers(number: int, words: str) -> None:
    assert cardinal(number) == words


@given(st.integers(min_value=0, max_value=10**15), st.integers(min_value=0, max_value=10**15))
def test_no_two_numbers_are_said_alike(one: int, other: int) -> None:
    assert (cardinal(one) == cardinal(other)) is (one == other)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("44,8", "bốn mươi tư phẩy tám"),
        ("47,45", "bốn mươi bảy phẩy bốn mươi lăm"),
        ("3,05", "ba phẩy không năm"),
        ("0,001", "không phẩy không không một"),
        ("1.234,50", "một nghìn hai trăm ba mươi tư phẩy năm mươi"),
        ("7,0", "bảy phẩy không"),
    ],
)
def test_decimals(written: str, words: str) -> None:
    assert amount(written) == words


def test_digits_ordinals_and_fractions() -> None:
    assert digit_by_digit("0210 38") == "không hai một không ba tám"
    assert [ordinal(1), ordinal(4), ordinal(46)] == ["nhất", "tư", "bốn mươi sáu"]
    assert [fraction(3, 4), fraction(2, 5)] == ["ba phần tư", "hai phần năm"]


def test_only_roman_numbers_written_well_are_numbers() -> None:
    assert [roman(r) for r in ("XIII", "IV", "XXI", "I", "MCMXC")] == [13, 4, 21, 1, 1990]
    assert [roman(r) for r in ("IIII", "VX", "IC", "ABC", "")] == [0, 0, 0, 0, 0]

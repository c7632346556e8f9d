"""Every code of a finding is explained to editors, belongs to one feature, and is tested."""

import re
from collections import defaultdict

import pytest

from tests.house.source import PLUGINS, ROOT

CODE = re.compile(r"\b[A-Z]{2}\d{3}\b")
SECTIONS = re.compile(
    r"^### (?P<code>[A-Z]{2}\d{3}) (?P<rest>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL
)


def used() -> dict[str, set[str]]:
    """The features that use a code, by code."""
    features: dict[str, set[str]] = defaultdict(set)
    for path in sorted(PLUGINS.rglob("*.py")):
        for code in re.findall(r'"([A-Z]{2}\d{3})"', path.read_text(encoding="utf-8")):
            features[code].add(path.relative_to(PLUGINS).parts[0])
    return dict(features)


README = (PLUGINS / "content_gate" / "README.md").read_text(encoding="utf-8")
EXPLAINED = {match["code"]: match["rest"] for match in SECTIONS.finditer(README)}
USED = used()


def test_every_code_that_is_used_is_explained_and_the_other_way_round() -> None:
    assert sorted(USED) == sorted(EXPLAINED)


def test_no_code_is_explained_twice() -> None:
    headings = re.findall(r"^### ([A-Z]{2}\d{3}) ", README, re.MULTILINE)

    assert len(headings) == len(set(headings))


def test_two_letters_belong_to_one_feature() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for code, features in USED.items():
        owners[code[:2]] |= features

    assert {letters: names for letters, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize("code", sorted(EXPLAINED))
def test_an_explanation_says_when_and_shows_a_bad_and_a_good_example(code: str) -> None:
    title, _, rest = EXPLAINED[code].partition("\n")

    assert title
    assert re.match(r"\n(Lỗi|Cảnh báo|Lời khuyên)\. Khi .+\.\n", rest)
    assert re.search(r"^- Sai[:,]", rest, re.MULTILINE)
    assert re.search(r"^- Đúng:", rest, re.MULTILINE)


@pytest.mark.parametrize("code", sorted(USED))
def test_every_code_is_named_by_a_test_of_its_feature(code: str) -> None:
    (feature,) = USED[code]
    folders = (ROOT / "tests" / feature, ROOT / "tests" / "content_gate")
    tests = [path for folder in folders for path in folder.glob("*.py")]

    assert any(code in path.read_text(encoding="utf-8") for path in tests)

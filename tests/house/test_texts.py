"""What may not stand in the project's files."""

import re

import pytest

from tests.house.source import tracked, tracked_texts, tracked_though_ignored

# Written in pieces, so that this file does not hold what it looks for.
MACHINE = re.compile(r"(?<![\w.~:/-])/(?:home|root|work|" + r"tmp)/\w")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")
NOT_RUN = re.compile(r"mark\.(?:skip|xf" + r"ail)|pytest\.(?:skip|xf" + r"ail|importorskip)\(")
BARE = re.compile(r"# ty" + r"pe: ignore(?!\[)|# no" + r"qa(?!: [A-Z]+\d)")
WITHOUT_REASON = re.compile(
    r"# (?:ty" + r"pe: ignore\[[\w, -]+\]|no" + r"qa: [A-Z0-9, ]+)[ \t]*$", re.MULTILINE
)
VIETNAMESE = re.compile(
    "[ăâđêôơưĂÂĐÊÔƠƯÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýẠ-ỹĩũĨŨ]|[\u0300\u0301\u0303\u0309\u0323]"
)
ABOUT_VIETNAMESE = {"plugins/core/text.py", "plugins/core/dates.py"}
NAME = "Cổng Tin"
LOCKS = ("LICENSE", "package-lock.json", "requirements", "tests/audit/package-lock.json")


def texts(*endings: str) -> dict[str, str]:
    return {
        name: text
        for name, text in tracked_texts()
        if (not endings or name.endswith(endings)) and not name.startswith(LOCKS)
    }


def lines_with(pattern: re.Pattern[str], *endings: str) -> list[str]:
    return [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]}"
        for name, text in texts(*endings).items()
        for match in pattern.finditer(text)
    ]


def test_no_file_knows_the_machine_on_which_it_was_written() -> None:
    assert lines_with(MACHINE) == []


def test_nothing_is_left_for_later() -> None:
    assert lines_with(UNFINISHED) == []


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    assert lines_with(NOT_RUN, ".py") == []


def test_every_exception_from_a_rule_names_the_rule() -> None:
    assert lines_with(BARE, ".py") == []


def test_every_exception_from_a_rule_says_why() -> None:
    assert lines_with(WITHOUT_REASON, ".py") == []


def test_ruff_and_mypy_have_one_place_for_their_rules() -> None:
    others = re.compile(r"(^|/)(\.?ruff\.toml|\.?mypy\.ini|setup\.cfg|tox\.ini|pytest\.ini)$")

    assert [name for name in tracked() if others.search(name)] == []
    assert [name for name in tracked() if name.endswith("pyproject.toml")] == ["pyproject.toml"]


def test_vietnamese_stands_where_editors_and_visitors_read_it() -> None:
    found = []
    for name, text in texts(".py").items():
        if name.startswith("tests/") or name.endswith("messages.py") or name in ABOUT_VIETNAMESE:
            continue
        found += [f"{name}: {match[0]}" for match in VIETNAMESE.finditer(text.replace(NAME, ""))]

    assert found == []


@pytest.mark.parametrize("ending", [".md", ".toml", ".html", ".css", ".js", ".py"])
def test_texts_are_stored_in_composed_form(ending: str) -> None:
    decomposed = re.compile("[\u0300\u0301\u0303\u0309\u0323]")

    assert lines_with(decomposed, ending) == []


def test_the_top_of_the_project_has_no_other_room() -> None:
    rooms = {name.split("/")[0] for name in tracked() if "/" in name}

    assert rooms <= {".ci", ".github", ".gitlab", "content", "plugins", "tests", "theme"}


def test_nothing_that_the_makefile_makes_is_under_version_control() -> None:
    assert tracked_though_ignored() == []

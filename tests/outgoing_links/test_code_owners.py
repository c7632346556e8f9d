"""Whose consent a change needs: all but texts, pictures and harmless registers is guarded."""

import re

import pytest

from tests.conftest import ROOT
from tests.house.source import tracked

RULES = [
    line.split()
    for line in (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
FREE = re.compile(r"content/(?:tin-tuc|van-ban|trang|hinh-anh|du-lieu)/.+")
GUARDED = {f"content/du-lieu/{name}.toml" for name in ("may-chu", "co-quan", "do-luong")}


def test_github_and_gitlab_read_the_same_rules() -> None:
    twins = [ROOT / folder / "CODEOWNERS" for folder in (".github", ".gitlab")]

    assert twins[0].read_bytes() == twins[1].read_bytes()


def owners(name: str) -> list[str]:
    """The owners that the last fitting rule names; the forms of rules are these three."""
    found: list[str] = []
    for pattern, *named in RULES:
        path = pattern.removeprefix("/")
        fits = pattern == "*" or name == path or (path.endswith("/") and name.startswith(path))
        found = named if fits else found
    return found


def test_editors_are_free_in_their_rooms_only() -> None:
    names = [
        *tracked(),
        "moi.py",
        "content/moi/a.md",
        ".github/workflows/moi.yml",
        ".gitlab/moi",
        *GUARDED,
    ]
    free = {name for name in names if not owners(name)}

    assert free == {name for name in names if FREE.fullmatch(name)} - GUARDED


@pytest.mark.parametrize("name", sorted(GUARDED))
def test_the_guarded_registers_have_a_rule_of_their_own(name: str) -> None:
    assert [f"/{name}", "@OWNER/quan-tri"] in RULES

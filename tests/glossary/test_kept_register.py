"""The register comes from the store where the store has the same, and only then."""

from pathlib import Path

import pytest

from plugins.core.pelican import site_of
from plugins.core.site import Site
from plugins.glossary import kept_register
from plugins.glossary.kept_register import register_of
from plugins.glossary.reading import REGISTER, Register, read_register
from tests.conftest import ROOT

TERM = '[[term]]\nshort = "UBND"\nlong = "Ủy ban nhân dân"\n'
WRONG = "[[term]]\nshort = 1\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    register = tmp_path / "content" / REGISTER
    register.parent.mkdir(parents=True)
    register.write_text(TERM + WRONG, encoding="utf-8")
    return site_of(
        {
            "SITEURL": "",
            "PATH": str(tmp_path / "content"),
            "THEME": str(tmp_path),
            "STORE_PATH": str(tmp_path / "store"),
        }
    )


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What was read from its TOML."""
    read: list[bytes] = []

    def read_noted(content: bytes, path: str) -> Register:
        read.append(content)
        return read_register(content, path)

    monkeypatch.setattr(kept_register, "read_register", read_noted)
    return read


def as_by_another_process(site: Site) -> Register:
    kept_register._last.clear()
    return register_of(site)


def test_the_next_process_has_the_same_with_all_findings(site: Site, counted: list[bytes]) -> None:
    first = as_by_another_process(site)
    assert [term.long for term in first.terms] == ["Ủy ban nhân dân"]
    assert first.diagnostics
    assert as_by_another_process(site) == first
    assert len(counted) == 1


def test_it_is_read_once_in_a_process(site: Site, counted: list[bytes]) -> None:
    assert as_by_another_process(site) is register_of(site)
    assert len(counted) == 1


def test_an_edit_is_seen(site: Site, counted: list[bytes]) -> None:
    as_by_another_process(site)
    (site.content / REGISTER).write_text(TERM.replace("nhân dân", "nhà nước"), encoding="utf-8")
    assert [term.long for term in register_of(site).terms] == ["Ủy ban nhà nước"]
    assert [term.long for term in as_by_another_process(site).terms] == ["Ủy ban nhà nước"]
    assert len(counted) == 2


def test_what_is_damaged_or_of_other_programs_is_not_believed(
    site: Site, counted: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = as_by_another_process(site)
    (file,) = site.store.glob("register.*")
    kept = file.read_bytes()
    for damaged in (b"", kept[:-1], kept[:20], kept.replace(b"UBND", b"UBXX")):
        file.write_bytes(damaged)
        assert as_by_another_process(site) == sound
    monkeypatch.setattr(kept_register, "programs_fingerprint", lambda: "khác")
    assert as_by_another_process(site) == sound
    assert len(counted) == 6


def test_the_whole_register_survives(site: Site) -> None:
    content = (ROOT / "content" / REGISTER).read_bytes()
    (site.content / REGISTER).write_bytes(content)
    as_by_another_process(site)
    assert as_by_another_process(site) == read_register(content, REGISTER)

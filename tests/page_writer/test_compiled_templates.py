"""Templates are compiled once, and never taken from a file that does not fit them."""

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from plugins.page_writer.compiled_templates import CompiledTemplates


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "trang.html").write_text("<p>{{ ten }}</p>", encoding="utf-8")
    return tmp_path


class Compiling(Environment):
    """Jinja's environment, which counts what it compiles."""

    compiled = 0

    def _generate(self, *given: object, **named: object) -> str:
        self.compiled += 1
        return super()._generate(*given, **named)  # type: ignore[arg-type]  # passed on unseen


def rendered(theme: Path, made_by: str = "một") -> tuple[str, int]:
    """A page, and how many templates were compiled for it."""
    environment = Compiling(
        autoescape=True,
        loader=FileSystemLoader(theme),
        bytecode_cache=CompiledTemplates(theme, made_by),
    )
    page = environment.get_template("trang.html").render(ten="Sở")
    return page, environment.compiled


def test_a_template_is_compiled_once(theme: Path) -> None:
    assert rendered(theme) == ("<p>Sở</p>", 1)
    assert rendered(theme) == ("<p>Sở</p>", 0)


def test_another_source_is_compiled_in_its_place(theme: Path) -> None:
    rendered(theme)
    (theme / "trang.html").write_text("<b>{{ ten }}</b>", encoding="utf-8")
    assert rendered(theme) == ("<b>Sở</b>", 1)
    assert len(list(theme.glob("__pycache__/*"))) == 1


def test_other_programs_compile_anew(theme: Path) -> None:
    rendered(theme)
    assert rendered(theme, "hai") == ("<p>Sở</p>", 1)


def test_a_damaged_file_is_not_believed(theme: Path) -> None:
    rendered(theme)
    (file,) = theme.glob("__pycache__/*")
    sound = file.read_bytes()
    for damaged in (b"", sound[:-1], sound[:40], sound.replace(b"<p>", b"<q>"), b"x" + sound[1:]):
        assert damaged != sound
        file.write_bytes(damaged)
        assert rendered(theme) == ("<p>Sở</p>", 1)
        assert file.read_bytes() == sound


def test_nothing_is_written_where_python_keeps_nothing_compiled(
    theme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(theme) == ("<p>Sở</p>", 1)
    assert not (theme / "__pycache__").exists()


def test_a_theme_that_cannot_be_written_to_is_used_as_it_is(
    theme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_asked: False)
    assert rendered(theme) == ("<p>Sở</p>", 1)
    assert not (theme / "__pycache__").exists()

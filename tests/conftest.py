"""Fixtures that build small real sites with real Pelican."""

import contextlib
import io
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from blinker import NamedSignal
from lxml import html as lxml_html
from lxml.html import HtmlElement
from msgspec import Struct
from pelican import Pelican
from pelican.plugins import signals as pelican_signals
from pelican.settings import read_settings
from PIL import Image

from plugins.content_gate.config import ContentGateSettings
from plugins.core import signals as core_signals
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.pelican import forget_receivers
from tests.browser.chromium import launch_options
from tests.content.draw_missing_pictures import NAMES, SIZE

# How long an example takes says something of the machine, nothing of the code.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")

# A voice for each of a thousand small sites would cost more than all other work; the tests that
# listen ask for one.
os.environ["READ_ALOUD_ENGINE"] = "none"

ROOT = Path(__file__).resolve().parents[1]
FIRST_SITE = ROOT / "tests" / "data" / "first_site"
Files = Mapping[str, str | bytes]


class BuiltSite(Struct, frozen=True, kw_only=True, dict=True):
    """What became of one build."""

    content: Path
    folder: Path
    exit_code: int
    diagnostics: tuple[Diagnostic, ...]

    def read(self, path: str) -> str:
        """The text of a written file."""
        return (self.folder / path).read_text(encoding="utf-8")

    def page(self, url: str) -> HtmlElement:
        """A written page, parsed; its address below the root, such as `tin-tuc/x/`."""
        name = f"{url}index.html" if url.endswith("/") or not url else url
        return lxml_html.document_fromstring(self.read(name))

    def has(self, path: str) -> bool:
        """Whether a file was written."""
        return (self.folder / path).is_file()

    @property
    def files(self) -> dict[str, bytes]:
        """Every written file with its bytes."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    @property
    def codes(self) -> list[str]:
        """The codes of all findings that stop a build, in order of the report."""
        return [found.code for found in self.diagnostics if found.severity is Severity.ERROR]

    def found(self, code: str) -> list[Diagnostic]:
        """All findings with one code."""
        return [found for found in self.diagnostics if found.code == code]


BuildSite = Callable[..., BuiltSite]


@pytest.fixture
def isolated_signals() -> Iterator[None]:
    """Leave no receiver of one site for the next."""
    _forget_all()
    yield
    _forget_all()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The same browser for tests as for measurements."""
    return launch_options()


@pytest.fixture(scope="session")
def picture_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One store of encoded pictures for all small sites of a run."""
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def build_site(tmp_path: Path, picture_store: Path, isolated_signals: None) -> BuildSite:
    """Build a site from files by name; a second call changes the same site."""

    def build(files: Files | None = None, settings: Mapping[str, Any] | None = None) -> BuiltSite:
        content, output = tmp_path / "content", tmp_path / "output"
        content.mkdir(exist_ok=True)
        write_files(content, files or {})
        overrides = {"STORE_PATH": str(picture_store), **(settings or {})}
        return build_folder(content, output, overrides)

    return build


@pytest.fixture(scope="session")
def first_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with the texts of the first site, and a plain picture in each place."""
    return write_first_content(tmp_path_factory.mktemp("first") / "content")


@pytest.fixture(scope="session")
def first_site(first_content: Path, picture_store: Path) -> BuiltSite:
    """The first site, built once."""
    output = first_content.with_name("output")
    return build_folder(first_content, output, {"STORE_PATH": str(picture_store)})


def write_first_content(content: Path) -> Path:
    """Put the texts of the first site into a new folder, and a plain picture in each place."""
    shutil.copytree(FIRST_SITE, content)
    for number, name in enumerate(NAMES):
        picture = content / "hinh-anh" / f"{name}.jpg"
        picture.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", SIZE, (number * 16, 96, 144)).save(picture)
    return content


def write_files(folder: Path, files: Files) -> None:
    """Put files into a folder, text as UTF-8."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def build_folder(content: Path, output: Path, settings: Mapping[str, Any]) -> BuiltSite:
    """Build a content folder in this process and gather the gate's report."""
    _forget_all()
    overrides = {
        "PATH": str(content),
        "OUTPUT_PATH": str(output),
        "CONTENT_GATE": ContentGateSettings(report_format="json"),
        **settings,
    }
    printed, exit_code = io.StringIO(), 0
    with contextlib.redirect_stdout(printed):
        try:
            Pelican(read_settings(str(ROOT / "pelicanconf.py"), override=overrides)).run()
        except SystemExit as end:
            exit_code = int(end.code or 0)
    return BuiltSite(
        content=content,
        folder=output,
        exit_code=exit_code,
        diagnostics=tuple(_diagnostics(printed.getvalue())),
    )


def article(
    title: str = "Một bài", date: str = "17/03/2024", body: str = "Nội dung.", **header: str
) -> str:
    """The text of an article with the header that every article needs."""
    fields = {"title": title, "date": date, "category": "Tin trong tỉnh", **header}
    lines = [f"{key}: {value}" for key, value in fields.items()]
    return "\n".join(["---", *lines, "---", "", body, ""])


def _diagnostics(printed: str) -> Iterator[Diagnostic]:
    start = printed.find("[")
    if start < 0:
        return
    found, _ = json.JSONDecoder().raw_decode(printed[start:])
    for entry in found:
        yield Diagnostic(**{**entry, "severity": Severity(entry["severity"])})


def _forget_all() -> None:
    forget_receivers()
    for signal in vars(core_signals).values():
        if isinstance(signal, NamedSignal):
            signal._clear_state()
    pelican_signals.get_writer._clear_state()

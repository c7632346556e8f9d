"""After a change of our own code, a build over the last one equals a clean one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.page_writer.edited_site import CLOCK, EditedSite

# A word on pages, a mark in bodies, a choice of other articles.
EDITS = (
    (
        "plugins/core/dates.py",
        'return f"Ngày {date_short(day)}"',
        'return f"Hôm {date_short(day)}"',
    ),
    ("plugins/glossary/elements.py", 'short.set("id", _USE', 'short.set("id", "x" + _USE'),
    ("plugins/other_articles/config.py", "limit: int = 6", "limit: int = 2"),
)


def test_after_changes_of_code(edited_site: EditedSite, tmp_path: Path) -> None:
    edited_site.write()
    project = tmp_path / "project"
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for settings in ROOT.glob("*.py"):
        shutil.copy(settings, project)
    before = _build(edited_site, project, "kept")
    for name, old, new in EDITS:
        text = (project / name).read_text(encoding="utf-8")
        assert old in text, name
        (project / name).write_text(text.replace(old, new), encoding="utf-8")
        built = _build(edited_site, project, "kept")
        assert built != before, name
        shutil.rmtree(tmp_path / "clean", ignore_errors=True)
        assert built == _build(edited_site, project, "clean"), name
        before = built


def _build(site: EditedSite, project: Path, name: str) -> dict[str, bytes]:
    """The files that the copied project makes of the site, with a store of that name."""
    kept = project.parent / name
    kept.mkdir(exist_ok=True)
    if not (kept / "pictures").exists():
        (kept / "pictures").symlink_to(site.store / "pictures", target_is_directory=True)
    output = kept / "output"
    command = [sys.executable, "-m", "plugins.build", str(site.content), "-o", str(output)]
    environment = {"STORE_PATH": str(kept), CLOCK: str(site.state.clock)}
    subprocess.run(
        [*command, "-s", str(project / "pelicanconf.py")],
        cwd=project,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    )
    files = (path for path in sorted(output.rglob("*")) if path.is_file())
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}

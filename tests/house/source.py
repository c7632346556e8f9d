"""The project's own files, as the house's rules look at them."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = ROOT / "plugins"
FEATURES = sorted(
    path.parent.name for path in PLUGINS.glob("*/__init__.py") if path.parent.name != "core"
)


def tracked() -> list[str]:
    """Every file under version control that still exists, relative to the root."""
    return [name for name in _listed() if (ROOT / name).is_file()]


def tracked_though_ignored() -> list[str]:
    """Whatever was put under version control although the Makefile makes it."""
    return _listed("--cached", "--ignored", "--exclude-standard")


def _listed(*options: str) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", *options],  # noqa: S607  (whichever git there is)
        check=True,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    return [name for name in listed.stdout.split("\0") if name]


def tracked_texts() -> Iterator[tuple[str, str]]:
    """Every tracked file that is text, with its text."""
    for name in tracked():
        try:
            yield name, (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def modules(folder: str = "plugins") -> Iterator[tuple[str, ast.Module]]:
    """Every Python module below a folder, parsed, by its path from the root."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.AST) -> Iterator[str]:
    """The full names of all modules that a module imports, wherever it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)

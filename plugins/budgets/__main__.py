"""`python -m plugins.budgets`: print what the built site weighs, and fail where it is too much."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from plugins.budgets.figures import BuiltSite, Figure, measure
from plugins.budgets.page import read_page
from plugins.core.portal_monitoring import declared_addresses


def main() -> int:
    """Print the table; the exit code is 1 if a figure is over its limit."""
    parser = argparse.ArgumentParser(prog="python -m plugins.budgets", description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("output"), help="the built site")
    parser.add_argument("--content", type=Path, default=Path("content"))
    given = parser.parse_args()
    output: Path = given.output
    if not (output / "index.html").is_file():
        print(f"{output} holds no built site: run `make html` first", file=sys.stderr)
        return 1
    site = replace(read_site(output), declared=declared_addresses(given.content))
    figures = measure(site)
    print(_table(figures))
    return int(any(figure.is_over for figure in figures))


def read_site(output: Path) -> BuiltSite:
    """What of a built site is measured."""
    pages = _read_files(output, "*.html")
    return BuiltSite(
        pages=[read_page(path, markup) for path, markup in pages.items()],
        sheets=_read_files(output, "*.css"),
        scripts=_read_files(output, "*.js"),
    )


def _read_files(output: Path, pattern: str) -> Mapping[str, bytes]:
    files = {path.relative_to(output).as_posix(): path for path in output.rglob(pattern)}
    return {name: files[name].read_bytes() for name in sorted(files)}


def _table(figures: list[Figure]) -> str:
    head = f"{'figure':<36}{'value':>10}{'limit':>10}"
    return "\n".join([head, *(_row(figure) for figure in figures)])


def _row(figure: Figure) -> str:
    limit = "" if figure.limit is None else f"{figure.limit:,} {figure.unit}".strip()
    value = f"{figure.value:,} {figure.unit}".strip()
    notes = ("  OVER" if figure.is_over else "") + (f"  {figure.place}" if figure.place else "")
    return f"{figure.name:<36}{value:>10}{limit:>10}{notes}"


if __name__ == "__main__":
    sys.exit(main())

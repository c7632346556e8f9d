"""`python -m tests.content_gate.stock`: what plain Pelican does with the cases marked `stock`.

Each is built with Pelican's own settings, theme and Markdown in a child process, beside a sound
article. Prints the table of `plugins/content_gate/STOCK.md`; `--write` puts it there. Exit
codes: 0 the document holds this table, 1 it holds another one.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import pelican
from msgspec import Struct

from plugins.core.dates import ZONE
from tests.conftest import ROOT, article, write_files
from tests.content_gate.case_files import FOREIGN, Case, read_cases
from tests.hostile.judge import active_in

DOCUMENT = ROOT / "plugins" / "content_gate" / "STOCK.md"
TABLE = re.compile(r"(?<=<!-- table -->\n).*(?=<!-- end of table -->)", re.DOTALL)
_HEAD = f"| class | input | Pelican {pelican.__version__} as it comes | Cổng Tin |\n"
_PATIENCE = 20
_ELSEWHERE = ("bi-mat.md", "bi-mat.pdf", "bi-mat.txt", "kho/bi-mat.md", ".git/config")
_SOUND = "Bài tốt"
_OWN_LINK = re.compile(r'(?:href|src)="(?![\w+.-]+:|//)([^"#]+)')
_DATED = re.compile(r'class="published" title="(\d{4})-(\d\d)-(\d\d)T')


class StockBuild(Struct, frozen=True, kw_only=True):
    """What one build left behind.

    Attributes:
        exit_code: None where it had to be ended.
        said: Its log.
    """

    exit_code: int | None
    said: str
    output: Path

    @property
    def texts(self) -> dict[str, str]:
        """The pages at the top, where Pelican puts all of them, by name."""
        pages = sorted(self.output.glob("*.html"))
        return {page.name: page.read_text(encoding="utf-8") for page in pages}


def build_stock(folder: Path, case: Case | None = None) -> StockBuild:
    """Build a sound article, and a case if one is given, with Pelican as it comes."""
    foreign = article(FOREIGN, body=FOREIGN)
    write_files(folder, dict.fromkeys(_ELSEWHERE, foreign))
    write_files(folder / "content", {"tin-tuc/tot.md": article(_SOUND)})
    if case:
        case.write(folder / "content")
    command = [sys.executable, "-m", "pelican", "content", "-o", "output"]
    build = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"COLUMNS": "1000"},  # or the log breaks the names of files
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    try:
        said, _ = build.communicate(timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        build.kill()
        build.communicate()
        return StockBuild(exit_code=None, said="", output=folder / "output")
    return StockBuild(exit_code=build.returncode, said=said, output=folder / "output")


def outcome_of(built: StockBuild, sound: StockBuild, case: Case) -> str:
    """What became of a case, in words.

    Args:
        built: The build with the case.
        sound: The build without it.
        case: The case.
    """
    if built.exit_code is None:
        return f"no end within {_PATIENCE} s"
    if built.exit_code:
        return f"{built.exit_code}: the build breaks, pages written: {len(built.texts)}"
    new = {name: text for name, text in built.texts.items() if name not in sound.texts}
    notes = [*(["published"] if new else []), *_notes(built, sound, new, case)]
    return f"0: {', '.join(notes) or _dropped(built, case)}"


def _dropped(built: StockBuild, case: Case) -> str:
    if PurePosixPath(case.path).name not in built.said:
        return "dropped without a word"
    reason = "no reason" if "Could not process" in built.said else "a reason"
    return f"dropped, the log gives {reason}"


def _notes(built: StockBuild, sound: StockBuild, new: dict[str, str], case: Case) -> Iterator[str]:
    if _SOUND not in built.texts.get("index.html", ""):
        yield "replaces the home page"
    files = (path for path in built.output.rglob("*") if path.is_file())
    if any(FOREIGN.encode() in path.read_bytes() for path in files):
        yield "with a file from outside the content folder"
    shown = [*new.values(), built.texts["index.html"]]
    known = {each for text in sound.texts.values() for each in active_in(text)}
    if any(set(active_in(text)) - known for text in shown):
        yield "with live markup"
    if any(_dead_links(text, built.output) for text in new.values()):
        yield "with a dead link"
    if case.label.startswith("dates"):
        yield from (_dated(text) for text in new.values())


def _dead_links(text: str, output: Path) -> list[str]:
    own = (path.lstrip("/") for path in _OWN_LINK.findall(text))
    return [path for path in own if not (output / unquote(path)).exists()]


def _dated(text: str) -> str:
    match = _DATED.search(text)
    if not match:
        return "without a date"
    year, month, day = map(int, match.groups())
    today = datetime.now(ZONE)
    if year == today.year or (month, day) == (today.month, today.day):
        return "dated in part by the day of the build"
    return f"dated {year:04}-{month:02}-{day:02}"


def ours(case: Case) -> str:
    """What a case file says that this project does with a case, in words."""
    codes = dict.fromkeys(found.split(" ")[1].partition(":")[0] for found in case.found)
    if case.stops:
        return f"1: refused, {', '.join(codes)}"
    return f"0: accepted, {', '.join(codes)}" if codes else "0: accepted"


def compared_cases() -> list[Case]:
    """The cases that stand for their classes."""
    return [case for case in read_cases() if case.stock]


def row(case: Case, stock: str) -> str:
    """The line of a case in the table."""
    kind, _, name = case.label.partition(": ")
    return f"| {kind.replace('_', ' ')} | {name} | {stock} | {ours(case)} |\n"


def table() -> str:
    """The whole table; takes a second or two for each case."""
    with tempfile.TemporaryDirectory() as place:
        sound = build_stock(Path(place) / "sound")
        rows = []
        for number, case in enumerate(compared_cases()):
            built = build_stock(Path(place) / str(number), case)
            rows.append(row(case, outcome_of(built, sound, case)))
    return "".join([_HEAD, "| --- | --- | --- | --- |\n", *rows])


def main(arguments: list[str] | None = None) -> int:
    """Print the table and give the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into the document")
    options = parser.parse_args(arguments)
    document, measured = DOCUMENT.read_text(encoding="utf-8"), table()
    print(measured, end="")
    if options.write:
        DOCUMENT.write_text(TABLE.sub(lambda _: measured, document), encoding="utf-8")
        return 0
    return int(measured not in document)


if __name__ == "__main__":
    sys.exit(main())

"""What many long documents cost: `make documents-report` (DOCUMENTS=200, PAGES=20).

Builds a site of half so many documents and one of all of them, each with nothing kept, then with
everything kept, then with one document changed; without PDFs or with them, and without
recordings, which say every word and so cost more than all the rest. What counts is the
time of processors, of all processes of a build: it hardly depends on what else the machine does.
The last column holds a document of the larger site against one of the smaller: flat is 1.
"""

import argparse
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

ROOT = Path(__file__).resolve().parents[2]
AGENCY = "Sở Khoa học và Công nghệ"
# About as many words as a page of Decree 30/2020 holds.
_WORDS_OF_A_CLAUSE, _CLAUSES_OF_A_PAGE = 60, 6
_TEXT = (
    "tổ chức thực hiện các nhiệm vụ phát triển khoa học và công nghệ tại địa phương theo chức "
    "năng được giao bảo đảm đúng tiến độ và chất lượng phục vụ người dân và doanh nghiệp"
)
_WORDS = tuple(_TEXT.split())


class Build(Struct, frozen=True, kw_only=True, dict=True):
    """One build: what it was of, what it cost, and what it made.

    Attributes:
        seconds: Of processors, in all its processes.
    """

    documents: int
    what: str
    seconds: float
    told: str

    @property
    def each(self) -> float:
        """Milliseconds for one document."""
        return 1000 * self.seconds / self.documents


def main() -> None:
    """Print a table of builds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--pdfs", action="store_true", help="make PDFs as well")
    options = parser.parse_args()
    print(f"{'documents':>9}  {'build':<22} {'CPU s':>8} {'ms each':>8} {'ratio':>6}  told")
    smaller: dict[str, Build] = {}
    for count in (options.documents // 2, options.documents):
        with TemporaryDirectory() as folder:
            for build in builds(Path(folder), count, options.pages, pdfs=options.pdfs):
                print(_row(build, smaller.setdefault(build.what, build)), flush=True)


def _row(build: Build, smaller: Build) -> str:
    ratio = "" if build is smaller else f"{build.each / smaller.each:.2f}"
    return (
        f"{build.documents:>9}  {build.what:<22} {build.seconds:>8.1f} {build.each:>8.1f} "
        f"{ratio:>6}  {build.told}"
    )


def builds(folder: Path, count: int, pages: int, *, pdfs: bool) -> Iterator[Build]:
    """A site built from nothing, again, and after one change."""
    content = folder / "content"
    write_documents(content, count, pages, pdfs=pdfs)
    for what in ("nothing kept", "everything kept"):
        yield _build(folder, count, what)
    changed = content / "van-ban" / "van-ban-0.md"
    changed.write_text(changed.read_text("utf-8").replace("Điều 1. ", "Điều 1. Sửa "), "utf-8")
    yield _build(folder, count, "one document changed")


def write_documents(content: Path, count: int, pages: int, *, pdfs: bool) -> None:
    """Write documents of so many pages; each tenth cites the one before it."""
    (content / "van-ban").mkdir(parents=True)
    (content / "du-lieu").mkdir()
    identity = f'name = "{AGENCY} tỉnh Phú Thọ"\nshort_name = "{AGENCY}"\n'
    (content / "du-lieu" / "co-quan.toml").write_text(identity, encoding="utf-8")
    for number in range(count):
        path = content / "van-ban" / f"van-ban-{number}.md"
        path.write_text(document(number, pages, pdf=pdfs), encoding="utf-8")


def document(number: int, pages: int, *, pdf: bool) -> str:
    """A decision of so many pages, an article of law each."""
    year, month, day = 2005 + number % 20, 1 + number % 12, 1 + number % 28
    lines = [
        "---",
        f"title: Quy định việc thứ {number} về khoa học và công nghệ",
        "type: Quyết định",
        f"number: {number + 1}/QĐ-SKHCN",
        f"issuer: {AGENCY}",
        "place: Phú Thọ",
        f"date: {day:02}/{month:02}/{year}",
        "letterhead: có",
        f"pdf: {'có' if pdf else 'không'}",
        "---",
        "",
        f"Căn cứ Quyết định số {number}/QĐ-SKHCN;" if number % 10 == 1 else "Căn cứ yêu cầu;",
    ]
    for page in range(1, pages + 1):
        lines += ["", f"## Điều {page}. Nội dung thứ {page}"]
        for clause in range(1, _CLAUSES_OF_A_PAGE + 1):
            lines += ["", f"{clause}. {_sentence(number + page * clause)}"]
    lines += ["", "::: signature", "GIÁM ĐỐC", "", "Nguyễn Thị Huệ", ":::", ""]
    return "\n".join(lines)


def _sentence(start: int) -> str:
    words = (_WORDS[(start + place * place) % len(_WORDS)] for place in range(_WORDS_OF_A_CLAUSE))
    return f"{' '.join(words).capitalize()}."


def _build(folder: Path, count: int, what: str) -> Build:
    command = [sys.executable, "-m", "plugins.build", str(folder / "content")]
    command += ["-o", str(folder / "output"), "-s", "pelicanconf.py"]
    kept = {"STORE_PATH": str(folder / "store"), "STORE_LIMIT": "20000"}
    environment = {**os.environ, **kept, "READ_ALOUD_ENGINE": "none"}
    start = _spent()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    told = done.stdout.strip().splitlines()[-1]
    return Build(documents=count, what=what, seconds=_spent() - start, told=told)


def _spent() -> float:
    """The seconds of processors of all processes that this one has started and that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()

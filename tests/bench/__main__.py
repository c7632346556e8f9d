"""`make bench`: what checks and builds cost, with a limit beside each figure that has one.

Every figure comes from a process of its own, so that imports count and nothing is left over.
Exit codes: 0 all limits are kept, 1 one is not.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.corpus import write_corpus
from tests.bench.cost import Cost, cost_by_feature, cost_of
from tests.bench.parts_table import parts_table
from tests.conftest import ROOT

_FULL_SIZE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table; limits are None where there are none for this many articles."""

    name: str
    cost: Cost
    seconds: float | None = None
    megabytes: int | None = None

    @property
    def is_kept(self) -> bool:
        """Whether the limits are kept."""
        in_time = self.seconds is None or self.cost.seconds <= self.seconds
        return in_time and (self.megabytes is None or self.cost.megabytes <= self.megabytes)


class Site:
    """One corpus, its store and its output."""

    def __init__(self, folder: Path, articles: int, size: int) -> None:
        """Write the corpus."""
        self.content = folder / "content"
        self._output, self._store = folder / "output", folder / "store"
        self._full_size = articles >= _FULL_SIZE
        write_corpus(self.content, articles, size)

    def lines(self) -> Iterator[Line]:
        """Every scenario in its turn."""
        yield from self._with_gate("check, cold", self._check(), 60)
        self._edit()
        yield from self._with_gate("check, one changed", self._check(), 5)
        yield Line(name="check, nothing changed", cost=self._check(timers=False))
        one = self._check("--file", "tin-tuc/bai-00000.md", timers=False)
        yield Line(name="check, one file alone", cost=one, seconds=1)
        shutil.rmtree(self._store)
        limit = 600 if self._full_size else None
        yield Line(name="build, cold", cost=self._build(timers=True), megabytes=limit)
        seconds = 1.5 if self._full_size else None
        yield Line(name="build, nothing changed", cost=self._build(), seconds=seconds)
        self._edit()
        yield Line(name="build, one edit", cost=self._build(timers=True))
        self._add()
        yield Line(name="build, one new article", cost=self._build())

    def _with_gate(self, name: str, cost: Cost, limit: float) -> Iterator[Line]:
        """A check, and what the gate had of it, which alone is limited."""
        yield Line(name=name, cost=cost)
        own = Cost(seconds=cost.gate_seconds)
        yield Line(name="  the gate's own", cost=own, seconds=limit if self._full_size else None)

    def _check(self, *more: str, timers: bool = True) -> Cost:
        command = ("plugins.content_gate", "--content", str(self.content), *more)
        return self._cost(command, timers=timers)

    def _build(self, *, timers: bool = False) -> Cost:
        settings = str(ROOT / "pelicanconf.py")
        command = ("plugins.build", str(self.content), "-o", str(self._output), "-s", settings)
        return self._cost(command, timers=timers)

    def _edit(self) -> None:
        with self._newest.open("a", encoding="utf-8") as article:
            article.write("\nThêm một đoạn.\n")

    def _add(self) -> None:
        text = self._newest.read_text(encoding="utf-8").replace("slug: bai-", "slug: bai-moi-")
        new = text.replace('title: "', 'title: "Mới: ').replace("Thêm một đoạn", "Bài mới")
        self._newest.with_name("bai-moi.md").write_text(new, encoding="utf-8")

    @property
    def _newest(self) -> Path:
        return max((self.content / "tin-tuc").glob("bai-[0-9]*.md"))

    def _cost(self, command: Sequence[str], *, timers: bool) -> Cost:
        environment = {"STORE_PATH": str(self._store)}
        if timers:
            return cost_by_feature(command, environment)
        return cost_of([sys.executable, "-m", *command], environment)


def main(arguments: list[str] | None = None) -> int:
    """Print the tables and give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1_000, _FULL_SIZE])
    parser.add_argument("--size", type=int, default=14_000, help="bytes of an article")
    options = parser.parse_args(arguments)
    kept = [_measure(number, options.size) for number in options.articles]
    return 0 if all(kept) else 1


def _measure(articles: int, size: int) -> bool:
    print(f"\n{articles} articles of {size} bytes, {os.cpu_count()} processors")
    print(f"{'':26}{'s':>8}{'limit':>8}{'CPU s':>8}{'MB':>8}{'limit':>8}")
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for line in Site(Path(folder), articles, size).lines():
            print(_shown(line), flush=True)
            lines.append(line)
    print(f"\n{parts_table({line.name: line.cost for line in lines if line.cost.parts})}")
    return all(line.is_kept for line in lines)


def _shown(line: Line) -> str:
    cost = line.cost
    processor = f"{cost.processor:.2f}" if cost.processor else ""
    columns = (f"{cost.seconds:.2f}", line.seconds, processor, cost.megabytes, line.megabytes)
    figures = "".join(f"{column or '':>8}" for column in columns)
    limited = line.seconds is not None or line.megabytes is not None
    verdict = ("  met" if line.is_kept else "  MISSED") if limited else ""
    return f"{line.name:26}{figures}{verdict}"


if __name__ == "__main__":
    sys.exit(main())

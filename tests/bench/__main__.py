"""`make bench`: what checks and builds cost, with a limit beside each figure that has one.

Every figure comes from a process of its own, so that imports count and nothing is left over.
Exit codes: 0 all limits are kept, 1 one is not.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.corpus import write_corpus
from tests.bench.shares import WHOLE, reading_shares
from tests.conftest import ROOT

_SHARED_ARTICLES = 200
_COLD_CHECK = "check, cold"
# What they find is kept with the bodies; their cost is theirs.
_OTHERS = ("glossary", "official_documents")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one process and its children cost.

    Attributes:
        seconds: By the clock.
        processor: Seconds of all processors.
        megabytes: The most memory that one process held.
    """

    seconds: float
    processor: float
    megabytes: int


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
        self.full_size = articles >= 10_000
        write_corpus(self.content, articles, size)

    def lines(self) -> Iterator[Line]:
        """Every scenario in its turn."""
        limit = (lambda value: value) if self.full_size else (lambda _: None)
        yield Line(name=_COLD_CHECK, cost=self._check())
        yield Line(name="check, nothing changed", cost=self._check(), seconds=limit(5))
        self._edit()
        yield Line(name="check, one changed", cost=self._check(), seconds=limit(5))
        one = self._check("--file", "tin-tuc/bai-00000.md")
        yield Line(name="check, one file alone", cost=one, seconds=1)
        shutil.rmtree(self._store)
        yield Line(name="build, cold", cost=self._build(), megabytes=limit(600))
        yield Line(name="build, nothing changed", cost=self._build(), seconds=limit(1.5))
        self._edit()
        yield Line(name="build, one edit", cost=self._build())
        self._add()
        yield Line(name="build, one new article", cost=self._build())

    def _check(self, *more: str) -> Cost:
        command = ["-m", "plugins.content_gate", "--content", str(self.content), *more]
        return self._cost(command)

    def _build(self) -> Cost:
        settings = str(ROOT / "pelicanconf.py")
        command = [
            "-m",
            "plugins.build",
            str(self.content),
            "-o",
            str(self._output),
            "-s",
            settings,
        ]
        return self._cost(command)

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

    def _cost(self, arguments: Sequence[str]) -> Cost:
        return _run([sys.executable, *arguments], {"STORE_PATH": str(self._store)})


def main(arguments: list[str] | None = None) -> int:
    """Print the tables and give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--size", type=int, default=14_000, help="bytes of an article")
    options = parser.parse_args(arguments)
    kept = [_measure(number, options.size) for number in options.articles]
    return 0 if all(kept) else 1


def _measure(articles: int, size: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder), articles, size)
        print(f"\n{articles} articles of {size} bytes, {os.cpu_count()} processors")
        print(f"{'':24}{'s':>8}{'limit':>8}{'CPU s':>8}{'MB':>8}{'limit':>8}")
        lines = []
        for line in site.lines():
            print(_shown(line), flush=True)
            lines.append(line)
        shares = reading_shares(site.content, min(articles, _SHARED_ARTICLES))
        lines.append(_own_part(lines[0], shares, site.full_size))
        print(_shown(lines[-1]))
        print("\nmilliseconds of processor time to read one article")
        for name, value in shares.items():
            print(f"{name:24}{value:8.2f}")
    return all(line.is_kept for line in lines)


def _own_part(cold: Line, shares: Mapping[str, float], full_size: bool) -> Line:  # noqa: FBT001  (named at its one call)
    """What a cold check costs the gate: all but features that make something of texts."""
    own = 1 - sum(shares.get(name, 0.0) for name in _OTHERS) / shares[WHOLE]
    cost = Cost(
        seconds=cold.cost.seconds * own,
        processor=cold.cost.processor * own,
        megabytes=cold.cost.megabytes,
    )
    return Line(name="check, cold, gate alone", cost=cost, seconds=60 if full_size else None)


def _shown(line: Line) -> str:
    cost = line.cost
    limits = [f"{limit or '':>8}" for limit in (line.seconds, line.megabytes)]
    figures = f"{cost.seconds:8.2f}{limits[0]}{cost.processor:8.2f}{cost.megabytes:8}{limits[1]}"
    return f"{line.name:24}{figures}{'' if line.is_kept else '  MISSED'}"


def _run(command: Sequence[str], environment: dict[str, str]) -> Cost:
    """Run a command to its end, whatever its exit code: a corpus may have its faults."""
    began = os.times().elapsed
    child = os.posix_spawn(
        command[0],
        list(command),
        {**os.environ, **environment},
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        message = f"{command} ended with {os.waitstatus_to_exitcode(status)}"
        raise SystemExit(message)
    return Cost(
        seconds=os.times().elapsed - began,
        processor=used.ru_utime + used.ru_stime,
        megabytes=used.ru_maxrss // 1000,
    )


if __name__ == "__main__":
    sys.exit(main())

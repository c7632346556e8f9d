"""`make bench`: what ours and its peers cost on the same articles, against what must be true.

Every cost is that of a process with all that it starts, so that imports count and nothing is
left over. Exit codes: 0 everything was measured and every limit is kept, 1 not.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.bench.generators import OURS
from tests.bench.measurement import Measurement
from tests.bench.parts_table import parts_table
from tests.bench.site import Site
from tests.bench.targets import HEAD, verdicts

# Enough for every picture to stand at every place that pictures have.
_PICTURED_ARTICLES = 200


def main(arguments: list[str] | None = None) -> int:
    """Print the tables and give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--size", type=int, default=14_000, help="bytes of an article")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        pictures = Site(OURS, Path(folder), _PICTURED_ARTICLES, options.size)
        pictures.build()
        kept = _are_kept(sorted(set(options.articles)), options.size, pictures)
    return 0 if kept else 1


def _are_kept(numbers: list[int], size: int, pictures: Site) -> bool:
    """Whether all limits are kept, told number by number."""
    kept, fewer = True, None
    for articles in numbers:
        measurement = _measured(articles, size, pictures)
        if fewer:
            measurement.compare_with(fewer)
        fewer = measurement
        found = verdicts(measurement.figures, articles)
        print("", parts_table(measurement.by_feature), "", HEAD, sep="\n")
        print("\n".join(verdict.row for verdict in found), flush=True)
        kept = kept and all(verdict.is_kept for verdict in found)
    return kept


def _measured(articles: int, size: int, pictures: Site) -> Measurement:
    busy = f"{os.cpu_count()} processors, {os.getloadavg()[0]:.1f} at work before"
    print(f"\n{articles} articles of {size} bytes, {busy}")
    print(f"{'':40}{'s':>8}{'CPU s':>8}{'MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        measurement = Measurement(Path(folder), articles, size)
        for name, cost in measurement.rows(pictures):
            figures = f"{cost.seconds:8.2f}{cost.processor:8.2f}{cost.megabytes:8.0f}"
            print(f"{name:40}{figures}", flush=True)
    return measurement


if __name__ == "__main__":
    sys.exit(main())

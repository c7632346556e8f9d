"""How often addresses were read, from a web server's own logs, counted by GoAccess.

Robots are left out as far as GoAccess knows them. Only whole days count, each once; of visitors
nothing is kept: what is passed on are addresses of pages and how often they were asked for.
"""

import gzip
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from urllib.parse import unquote

from plugins.core.errors import SiteError

_DAY = re.compile(r"\[(\d{2}/[A-Z][a-z]{2}/\d{4}):")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_GOACCESS = [
    "goaccess",
    "-",
    "--log-format=COMBINED",
    "--no-global-config",
    "--no-progress",
    "--anonymize-ip",
    "--ignore-crawlers",
    "--unknowns-as-crawlers",
    "--no-query-string",
    "--max-items=1000000",
    "--output=json",
]
_COUNTED = (200, 304)


class LogError(SiteError):
    """The logs could not be counted; GoAccess's own words."""


def lines_between(logs: Iterable[Path], after: date | None, before: date) -> Iterator[str]:
    """The lines of logs, plain or gzip, of the days after one and before another."""
    for log in logs:
        opened = gzip.open if log.suffix == ".gz" else open
        with opened(log, "rt", encoding="utf-8", errors="replace") as lines:
            for line in lines:
                day = _day_of(line)
                if day and day < before and (after is None or day > after):
                    yield line


def count_reads(lines: Iterable[str]) -> Counter[str]:
    """How often each address was read by people.

    Raises:
        LogError: if GoAccess is missing or fails.
    """
    read = "".join(line for line in lines if _was_sent(line))
    if not read:
        return Counter()
    try:
        done = subprocess.run(
            _GOACCESS, input=read, capture_output=True, encoding="utf-8", check=False
        )
    except FileNotFoundError as error:
        raise LogError(str(error)) from error
    if done.returncode or not done.stdout.startswith("{"):
        raise LogError(done.stderr.strip())
    counted: Counter[str] = Counter()
    for entry in json.loads(done.stdout).get("requests", {}).get("data", ()):
        counted[unquote(entry["data"])] += entry["hits"]["count"]
    return counted


def _day_of(line: str) -> date | None:
    found = _DAY.search(line)
    if not found:
        return None
    day, month, year = found[1].split("/")
    return datetime(int(year), _MONTHS.index(month) + 1, int(day)).date()  # noqa: DTZ001  (the day as the log says it)


def _was_sent(line: str) -> bool:
    """Whether a page was asked for and sent, or the reader's own copy still held."""
    return any(f'" {status} ' in line for status in _COUNTED) and '"GET ' in line

"""`python -m plugins.page_writer`: why a page was made anew or not, and what it is made from.

Exit codes: 0 printed, 2 the site has no such page.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.page_writer import messages
from plugins.page_writer.page_store import History, differences
from plugins.page_writer.plugin import read_job
from plugins.page_writer.rendering import Job

FAILED = 2
_INDEX = "index.html"


def main(arguments: list[str] | None = None) -> int:
    """Do what the arguments name and give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m plugins.page_writer", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("page", help="its address, or its path in the output folder")
    options = parser.parse_args(arguments)
    path = _path_of(options.page)
    with TemporaryDirectory() as folder:
        job, before = read_job(options.content, Path(folder) / "output", path)
    if job is None:
        print(messages.no_such_page(path), file=sys.stderr)
        return FAILED
    print(*_told(job, before), sep="\n")
    return 0


def _path_of(page: str) -> str:
    """Where a page goes, by its address with or without a beginning, or by that path itself."""
    path = page.partition("#")[0].lstrip("/")
    return f"{path}{_INDEX}" if path.endswith("/") or not path else path


def _told(job: Job, before: History | None) -> Iterator[str]:
    now = job.list_parts() | job.shared
    yield messages.page_of(job.path)
    if before is None:
        yield messages.NEVER_MADE
    else:
        yield messages.made_before(before.builds_since, before.changed)
        yield messages.would_be_made(differences(before.parts, now))
    yield messages.MADE_FROM
    yield from (f"  {messages.part(name)}" for name in sorted(now))


if __name__ == "__main__":
    sys.exit(main())

"""`python -m plugins.build`: build the site, unless nothing has changed.

Exit codes: 0 the site stands, 1 the gate or Pelican stopped the build.
"""

import argparse
import os
import runpy
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from plugins.build import messages
from plugins.build.inputs import BuildOrder, inputs_of
from plugins.build.last_build import LastBuild, read_last_build, remember
from plugins.build.trimming import trim
from plugins.core.file_digests import FileDigests, memory_of
from plugins.core.garbage import keeping_everything
from plugins.core.signals import AppliedSite, Report, report_given, site_applied

_MEGABYTE = 1_000_000


def main(arguments: list[str] | None = None) -> int:
    """Do what the arguments ask for and give the exit code."""
    order = _order(arguments)
    inputs = _inputs(order)
    if _stands(order, inputs):
        return 0
    exit_code = _build(order, inputs)
    if not exit_code:
        _trim(order)
    return exit_code


def _inputs(order: BuildOrder) -> str:
    """The fingerprint of everything that a build reads; "" where there is nothing to read."""
    if not order.content.is_dir():
        return ""
    # Held no longer than they are asked: of a large site they are three megabytes.
    with FileDigests(memory_of(order.store, order.output, "inputs")) as digests:
        return inputs_of(order, digests)


def _stands(order: BuildOrder, inputs: str) -> bool:
    """Whether a build would change nothing; then the report of the last one is given again."""
    last = read_last_build(order.store, order.output)
    if not last or not last.made_from(inputs, datetime.now(UTC)) or not _is_there(last, order):
        return False
    print(last.report)
    print(messages.unchanged(len(last.files)))
    return True


def _is_there(last: LastBuild, order: BuildOrder) -> bool:
    """Whether the output is as the last build left it."""
    # What the writer knows of the files that it wrote: nobody has to read them again.
    written = FileDigests(memory_of(order.store, order.output, "output"))
    if not last.is_in(order.output, written):
        return False
    with written:  # remembers them as they are now
        return True


def _trim(order: BuildOrder) -> None:
    trimmed = trim(order.store, order.store_limit)
    if trimmed.freed:
        print(messages.trimmed(trimmed.freed))
    if trimmed.whole > order.store_limit:
        print(messages.too_large(trimmed.whole, order.store_limit))


def _order(arguments: list[str] | None) -> BuildOrder:
    parser = argparse.ArgumentParser(prog="python -m plugins.build", description=__doc__)
    parser.add_argument("content", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("-s", "--settings", type=Path, required=True)
    # 10,000 articles of 14 kB take about 1,100.
    limit = os.environ.get("STORE_LIMIT") or "4000"
    parser.add_argument("--store-limit", type=int, default=limit, help="in megabytes")
    given = parser.parse_args(arguments)
    return BuildOrder(
        content=given.content.resolve(),
        output=given.output.resolve(),
        settings=given.settings.resolve(),
        store_limit=given.store_limit * _MEGABYTE,
    )


def _build(order: BuildOrder, inputs: str) -> int:
    """Do what `python -m pelican` does, and remember what came of it."""
    reports: list[Report] = []
    applied: list[AppliedSite] = []

    def hear_report(report: Report) -> None:
        reports.append(report)

    def hear_applied(site: AppliedSite) -> None:
        applied.append(site)

    report_given.connect(hear_report)
    site_applied.connect(hear_applied)
    sys.argv = ["pelican", str(order.content), "-o", str(order.output), "-s", str(order.settings)]
    try:
        with keeping_everything():
            runpy.run_module("pelican", run_name="__main__")
    except SystemExit as end:
        if end.code:
            return end.code if isinstance(end.code, int) else 1
    # What was read at the beginning is what the build has read: an edit since then is new.
    if applied and reports and inputs == _inputs(order):
        site = applied[-1]
        build = LastBuild(
            inputs=inputs, until=site.until, files=site.files, report=reports[-1].text
        )
        remember(build, order.store, order.output)
    return 0


def _leave(exit_code: int) -> NoReturn:
    """End the process, and leave its memory to the system as it is.

    Python would take every object apart first, which takes a tenth of an edit. What has to be
    cleared up is cleared up: the staging folder is gone, and no child is at work.
    """
    if exit_code:
        sys.exit(exit_code)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(exit_code)


if __name__ == "__main__":
    _leave(main())

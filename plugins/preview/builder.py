"""The process in which previews are built: all code imported once, one fork for each build.

A fork starts with everything imported, leaves nothing behind and cannot make this process
grow. It needs a process without threads, so the server starts this module as a program:
each line on standard input asks for a build and names the changed texts in a JSON array, each
line on standard output is a JSON object: its exit code, the gate's report if there is one, and
where first looks can be asked for.
What builds print goes to standard error.

The fork of the last good build stays for first looks, until a better one is ready for them.
"""

import json
import os
import runpy
import signal
import sys
import traceback
from collections.abc import Collection
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

from msgspec import Struct
from msgspec.structs import asdict

from plugins.core.children import begin_child
from plugins.core.errors import SiteError
from plugins.core.garbage import keeping_everything
from plugins.core.signals import AppliedSite, Report, report_given, site_applied
from plugins.preview.first_looks import answer_looks, listen

# Told with every build to every open page; a large site has a hundred thousand.
_FINDINGS = 100


class _Told(Struct, frozen=True, kw_only=True):
    """What a build tells when it has ended.

    Attributes:
        looks: Where its process answers first looks; "" where it has come to its end.
    """

    exit_code: int
    report: dict[str, Any] | None = None
    looks: str = ""


class _Order(Struct, frozen=True, kw_only=True):
    """A build that is asked for.

    Attributes:
        command: What to do.
        address: Of the socket at which its process will answer looks.
        changed: The texts whose findings are told first, relative to the content folder.
        replaced: The process that answers looks now, if there is one.
    """

    command: list[str]
    address: str
    changed: list[str]
    replaced: list[int]


def main() -> None:
    """Build whenever asked, until standard input ends."""
    content, output, settings, sockets = sys.argv[1:]
    _import_plugins(settings)
    staying: list[int] = []
    command = ["pelican", content, "-o", output, "-s", settings]
    for number, line in enumerate(sys.stdin):
        order = _Order(
            command=command,
            address=f"{sockets}/{os.getpid()}-{number}",
            changed=json.loads(line),
            replaced=staying[-1:],
        )
        child, told = _fork_build(order)
        if told.looks:
            # Its heir has ended it already, or was not ready before there was another one.
            for each in staying[:-1]:
                _end(each)
            staying = [*staying[-1:], child]
        sys.stdout.write(f"{json.dumps(asdict(told))}\n")
        sys.stdout.flush()


def _import_plugins(settings: str) -> None:
    for plugin in runpy.run_path(settings)["PLUGINS"]:
        import_module(f"{plugin.__name__}.plugin")


def _fork_build(order: _Order) -> tuple[int, _Told]:
    """Build in a child, which stays where it can answer looks."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        # The number of a process that has ended may be given to another; this is that one alone.
        _build(order, writing, [os.pidfd_open(each) for each in order.replaced])
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        line = pipe.readline()
    told = _Told(**json.loads(line)) if line else _Told(exit_code=1)
    if not told.looks:
        _, status = os.waitpid(child, 0)
        told = _Told(exit_code=os.waitstatus_to_exitcode(status), report=told.report)
    return child, told


def _end(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _build(order: _Order, pipe: int, replaced: list[int]) -> NoReturn:
    """Do what `python -m pelican` does; end with its exit code, or stay for looks.

    Until it is ready for them, the process of the build before goes on answering.
    """
    reports: list[Report] = []
    applied: list[AppliedSite] = []

    def hear_report(report: Report) -> None:
        reports.append(report)

    def hear_applied(site: AppliedSite) -> None:
        applied.append(site)

    report_given.connect(hear_report)
    site_applied.connect(hear_applied)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with keeping_everything():
        code = _exit_code(order.command)
    report = _plain(reports[-1], order.changed) if reports else None
    if code or not applied:
        _tell(_Told(exit_code=code, report=report), pipe)
        sys.exit(code)
    with listen(order.address) as listener:
        _tell(_Told(exit_code=code, report=report, looks=order.address), pipe)
        begin_child()
        look = applied[-1].first_look
        look.prepare()
        for process in replaced:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(process, signal.SIGKILL)
        answer_looks(look, listener)


def _tell(told: _Told, pipe: int) -> None:
    with os.fdopen(pipe, "w", encoding="utf-8") as line:
        line.write(f"{json.dumps(asdict(told))}\n")


def _exit_code(command: list[str]) -> int:
    sys.argv = command
    try:
        runpy.run_module("pelican", run_name="__main__")
    except SystemExit as end:
        # Pelican tells the error but not its place, which in a template is what one needs.
        if end.__context__ and not isinstance(end.__context__, SiteError):
            traceback.print_exception(end.__context__, limit=-2)
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _plain(report: Report, changed: Collection[str]) -> dict[str, Any]:
    found = report.list_findings(changed, _FINDINGS)
    return {
        "findings": found.lines,
        "more": found.more,
        "counted": report.counted,
        "exit_code": report.exit_code,
    }


if __name__ == "__main__":
    main()

"""The process in which previews are built: all code imported once, one fork for each build.

A fork starts with everything imported, leaves nothing behind and cannot make this process
grow. It needs a process without threads, so the server starts this module as a program:
each line on standard input asks for a build, each line on standard output is a JSON object:
its exit code, and the gate's report if there is one. What builds print goes to standard error.
"""

import json
import os
import runpy
import sys
import tempfile
import traceback
from importlib import import_module
from typing import IO

from plugins.core.errors import SiteError
from plugins.core.signals import Report, report_given


def main() -> None:
    """Build whenever asked, until standard input ends."""
    content, output, settings = sys.argv[1:]
    _import_plugins(settings)
    for _ in sys.stdin:
        # A file, not a pipe: nobody has to read while the build is writing.
        with tempfile.TemporaryFile("w+", encoding="utf-8") as told:
            child = os.fork()
            if child == 0:
                _build(content, output, settings, told)
            _, status = os.waitpid(child, 0)
            told.seek(0)
            report = json.loads(told.read() or "null")
        ended = {"exit_code": os.waitstatus_to_exitcode(status), "report": report}
        sys.stdout.write(f"{json.dumps(ended)}\n")
        sys.stdout.flush()


def _import_plugins(settings: str) -> None:
    for plugin in runpy.run_path(settings)["PLUGINS"]:
        import_module(f"{plugin.__name__}.plugin")


def _build(content: str, output: str, settings: str, told: IO[str]) -> None:
    """Do what `python -m pelican` does, and end this process with its exit code."""

    def pass_on(report: Report) -> None:
        findings = report.list_findings()
        ended = {"findings": findings, "counted": report.counted, "exit_code": report.exit_code}
        json.dump(ended, told)
        told.flush()

    report_given.connect(pass_on)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.argv = ["pelican", content, "-o", output, "-s", settings]
    try:
        runpy.run_module("pelican", run_name="__main__")
    except SystemExit as end:
        # Pelican tells the error but not its place, which in a template is what one needs.
        if end.__context__ and not isinstance(end.__context__, SiteError):
            traceback.print_exception(end.__context__, limit=-2)
        raise
    sys.exit(0)


if __name__ == "__main__":
    main()

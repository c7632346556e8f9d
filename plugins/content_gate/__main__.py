"""`python -m plugins.content_gate`: checks content and changes nothing.

Exit codes: 0 nothing stops a build, 1 something does, 2 the check itself failed. With 0 and 1
the report is all that is printed; with 2 nothing is, and the error stream tells why.
"""

import argparse
import io
import sys
import traceback
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

from plugins.content_gate import messages
from plugins.content_gate.config import ReportFormat
from plugins.content_gate.plugin import check, told
from plugins.core.garbage import keeping_everything

FAILED = 2


def main(arguments: list[str] | None = None) -> int:
    """Check what the arguments name and give the exit code."""
    options = _options(arguments)
    report = io.StringIO()
    try:
        with keeping_everything(), redirect_stdout(report), TemporaryDirectory() as scratch:
            check(options.content, options.file, options.format, Path(scratch) / "site")
        exit_code: object = 0
    except SystemExit as end:
        exit_code = end.code
    except Exception as error:  # noqa: BLE001  (the last frame: whatever fails here is exit code 2)
        traceback.print_exc()
        print(told(error), file=sys.stderr)
        return FAILED
    return _ended(exit_code, report.getvalue())


def _ended(exit_code: object, report: str) -> int:
    """The exit code, once the report is printed; an end without a report is no verdict."""
    has_verdict = exit_code in (0, 1)
    if not isinstance(exit_code, int) or (has_verdict and not report):
        print(messages.broken(f"no report; SystemExit: {exit_code}"), file=sys.stderr)
        return FAILED
    if has_verdict:
        print(report, end="")
    return exit_code


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.content_gate", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--file", help="report about this file only", default="")
    parser.add_argument("--format", choices=get_args(ReportFormat), default="text")
    options = parser.parse_args(arguments)
    if not options.content.is_dir():
        parser.error(f"{options.content}: {messages.NO_FOLDER}")
    if options.file:
        named, options.file = options.file, _below(options.content.resolve(), Path(options.file))
        if not options.file:
            parser.error(f"{named}: {messages.NO_FILE}")
    return options


def _below(content: Path, file: Path) -> str:
    """A file, named from here or from the content folder, relative to the content folder."""
    for candidate in (file.resolve(), (content / file).resolve()):
        if candidate.is_relative_to(content) and candidate.is_file():
            return candidate.relative_to(content).as_posix()
    return ""


if __name__ == "__main__":
    sys.exit(main())

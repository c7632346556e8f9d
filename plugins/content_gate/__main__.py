"""`python -m plugins.content_gate`: checks content and changes nothing.

Exit codes: 0 nothing stops a build, 1 something does, 2 the check itself failed.
"""

import argparse
import sys
import tempfile
import traceback
from pathlib import Path

from plugins.content_gate.plugin import check

FAILED = 2


def main(arguments: list[str] | None = None) -> int:
    """Check what the arguments name and give the exit code."""
    options = _options(arguments)
    content = options.content.resolve()
    with tempfile.TemporaryDirectory() as scratch:
        try:
            check(content, options.file or "", options.format, Path(scratch) / "site")
        except SystemExit as end:
            return int(end.code or 0)
        except Exception:  # noqa: BLE001  (the last frame: whatever fails here is exit code 2)
            traceback.print_exc()
            return FAILED
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.content_gate", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--file", type=Path, help="report about this file only")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    options = parser.parse_args(arguments)
    if options.file:
        options.file = _below(options.content.resolve(), options.file)
        if options.file is None:
            parser.error("--file names no file of the content folder")
    return options


def _below(content: Path, file: Path) -> str | None:
    """A file, named from here or from the content folder, relative to the content folder."""
    for candidate in (file.resolve(), (content / file).resolve()):
        if candidate.is_relative_to(content) and candidate.is_file():
            return candidate.relative_to(content).as_posix()
    return None


if __name__ == "__main__":
    sys.exit(main())

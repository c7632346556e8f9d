"""`python -m plugins.release_checks`: look at a built site as `make publish` does."""

import argparse
import sys
from pathlib import Path

from plugins.core.diagnostics import Severity
from plugins.core.releases import BuiltRelease, files_of
from plugins.release_checks.checking import check_release


def main() -> int:
    """Print a line for each finding; the exit code is 1 if one would stop a release."""
    parser = argparse.ArgumentParser(prog="python -m plugins.release_checks", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--output", type=Path, default=Path("output"), help="the built site")
    given = parser.parse_args()
    files = files_of(given.output) if given.output.is_dir() else ()
    release = BuiltRelease(site=given.output, content=given.content, files=files)
    findings = list(check_release(release))
    for found in findings:
        print(f"{found.path}: {found.code} {found.message}; {found.remedy}")
    return int(any(found.severity is Severity.ERROR for found in findings))


if __name__ == "__main__":
    sys.exit(main())

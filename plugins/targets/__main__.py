"""`python -m plugins.targets`: send what is live here to another place, or switch there.

Exit codes: 0 it is live there, 1 it is not and readers there see what they saw before.
"""

import argparse
import sys
from pathlib import Path

from plugins.targets import messages
from plugins.targets.errors import TargetError
from plugins.targets.release import live_release
from plugins.targets.s3 import S3Target, read_s3_target
from plugins.targets.ssh import SshTarget, read_target


def main() -> int:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m plugins.targets", description=__doc__)
    parser.add_argument("--public", type=Path, default=Path("public"))
    parser.add_argument("--to", required=True, help="ssh://user@host/folder or s3://bucket/folder")
    parser.add_argument("--release", default="", help="switch to this release, which is there")
    given = parser.parse_args()
    target = read_target(given.to) or read_s3_target(given.to)
    try:
        if target is None:
            raise TargetError(messages.no_target(given.to))  # noqa: TRY301  (one way out for all)
        name = _bring(target, given.public.absolute(), given.release)
    except TargetError as error:
        print(error, file=sys.stderr)
        return 1
    print(messages.sent(name, given.to))
    return 0


def _bring(target: SshTarget | S3Target, public: Path, name: str) -> str:
    """Have a release live there, what is live here or one that is named; tells its name."""
    if isinstance(target, SshTarget) and name:
        target.switch(name)
        return name
    release = live_release(public)
    if release is None:
        raise TargetError(messages.no_release(str(public)))
    if isinstance(target, SshTarget):
        target.send(release)
    elif name in ("", release.name):
        target.send(release, named=bool(name))
    else:
        raise TargetError(messages.send_again(name))
    return release.name


if __name__ == "__main__":
    sys.exit(main())

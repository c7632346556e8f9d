"""`python -m plugins.targets`: send what is live here to another place, or switch there.

Exit codes: 0 it is live there, 1 it is not and readers there see what they saw before.
"""

import argparse
import sys
from pathlib import Path

from plugins.targets import messages
from plugins.targets.release import live_release
from plugins.targets.ssh import SshTarget, TargetError, read_target


def main() -> int:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m plugins.targets", description=__doc__)
    parser.add_argument("--public", type=Path, default=Path("public"))
    parser.add_argument("--to", required=True, help="ssh://user@host/folder")
    parser.add_argument("--release", default="", help="switch to this release, which is there")
    given = parser.parse_args()
    target = read_target(given.to)
    try:
        if target is None:
            raise TargetError(messages.no_target(given.to))  # noqa: TRY301  (one way out for all)
        name = _switch(target, given.release) if given.release else _send(target, given.public)
    except TargetError as error:
        print(error, file=sys.stderr)
        return 1
    print(messages.sent(name, given.to))
    return 0


def _switch(target: SshTarget, name: str) -> str:
    target.switch(name)
    return name


def _send(target: SshTarget, public: Path) -> str:
    release = live_release(public.absolute())
    if release is None:
        raise TargetError(messages.no_release(str(public)))
    target.send(release)
    return release.name


if __name__ == "__main__":
    sys.exit(main())

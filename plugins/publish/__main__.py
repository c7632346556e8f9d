"""`python -m plugins.publish`: build a release and make it live, or go back to the one before.

Exit codes: 0 the live site is what was asked for, otherwise it is what it was before.
"""

import argparse
import sys
from pathlib import Path

from plugins.publish import messages
from plugins.publish.publishing import ROOT, PublishError, PublishOrder, publish, roll_back
from plugins.publish.releases import live_release

INTERRUPTED = 130


def main() -> int:
    """Do what the command line asks for."""
    given = _read_arguments()
    try:
        print(_publish_or_roll_back(given))
    except PublishError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        live = live_release(given.public)
        print(messages.stopped(live.name if live else ""), file=sys.stderr)
        return INTERRUPTED
    return 0


def _publish_or_roll_back(given: argparse.Namespace) -> str:
    # `absolute`, not `resolve`: that would follow the very link that is to be replaced.
    public = given.public.absolute()
    releases = (given.releases or public.with_name(".releases")).resolve()
    if given.rollback:
        return roll_back(public, releases)
    order = PublishOrder(
        content=given.content.resolve(),
        settings=given.settings.resolve(),
        public=public,
        releases=releases,
    )
    return publish(order)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.publish", description=__doc__)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--settings", type=Path, default=ROOT / "publishconf.py")
    parser.add_argument("--public", type=Path, default=ROOT / "public", help="the link to replace")
    parser.add_argument("--releases", type=Path, help="default: .releases beside the link")
    parser.add_argument("--rollback", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

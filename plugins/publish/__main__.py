"""`python -m plugins.publish`: publish, go back, look after what is published.

Exit codes: 0 the live site is what was asked for, otherwise it is what it was before; after
`verify`, 0 where every byte is right.
"""

import argparse
import os
import sqlite3
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from plugins.publish import messages
from plugins.publish.errors import PublishError
from plugins.publish.manifest import NAME, read_manifest
from plugins.publish.publishing import ROOT, PublishOrder, publish
from plugins.publish.releases import (
    AlreadyLockedError,
    freeze,
    instant_of,
    is_withdrawn,
    list_releases,
    live_release,
    locked,
    newest_release,
    thaw,
)
from plugins.publish.rolling_back import roll_back
from plugins.publish.signature import signature_of
from plugins.publish.verification import Verified, verify_folder, verify_over_http

INTERRUPTED = 130


def main() -> int:
    """Do what the command line asks for."""
    given = _read_arguments()
    try:
        return _COMMANDS[given.command](given)
    except AlreadyLockedError:
        print(messages.ANOTHER_RUN, file=sys.stderr)
    except PublishError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except (OSError, sqlite3.Error) as error:
        print(messages.refused_by_system(error), file=sys.stderr)
    except KeyboardInterrupt:
        live = live_release(given.public)
        print(messages.stopped(live.name if live else ""), file=sys.stderr)
        return INTERRUPTED
    return 1


def _publish(given: argparse.Namespace) -> int:
    _refuse_what_is_no_link(given.public)
    order = PublishOrder(
        content=given.content.resolve(),
        settings=given.settings.resolve(),
        public=given.public,
        releases=given.releases,
        store=Path(os.environ.get("STORE_PATH", ROOT / ".store")),
        signing_key=_named_file("SIGNING_KEY"),
        accepted=_accepted(),
    )
    with locked(given.releases):
        print(publish(order))
    return 0


def _roll_back(given: argparse.Namespace) -> int:
    _refuse_what_is_no_link(given.public)
    with locked(given.releases):
        accept = "withdrawn" in _accepted()
        print(roll_back(given.public, given.releases, given.release, accept_withdrawn=accept))
    return 0


def _list(given: argparse.Namespace) -> int:
    live = live_release(given.public)
    for release in reversed(list_releases(given.releases)):
        manifest = read_manifest(release)
        print(
            messages.release_line(
                release.name,
                made=instant_of(release),
                files=manifest.count if manifest else 0,
                signed=signature_of(release / NAME).is_file(),
                state=messages.state(live=release == live, withdrawn=is_withdrawn(release)),
            )
        )
    return 0


def _verify(given: argparse.Namespace) -> int:
    allowed_signers = _named_file("ALLOWED_SIGNERS")
    verified = verify_folder(given.public, given.releases, allowed_signers)
    findings = [*verified.findings, *(_over_http(given) if given.url else ())]
    print(_report(verified, findings))
    return int(bool(findings))


def _over_http(given: argparse.Namespace) -> tuple[str, ...]:
    newest = newest_release(given.releases)
    manifest = read_manifest(newest) if newest else None
    return verify_over_http(given.url, manifest, newest) if newest and manifest else ()


def _report(verified: Verified, findings: list[str]) -> str:
    if findings:
        return "\n".join([*findings, messages.not_as_published(len(findings))])
    return messages.as_published(verified.release, verified.files, verified.signer)


def _freeze(given: argparse.Namespace) -> int:
    given.releases.mkdir(parents=True, exist_ok=True)
    freeze(given.releases, given.reason)
    print(messages.froze(given.reason))
    return 0


def _thaw(given: argparse.Namespace) -> int:
    thaw(given.releases)
    print(messages.THAWED)
    return 0


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = MappingProxyType(
    {
        "publish": _publish,
        "rollback": _roll_back,
        "releases": _list,
        "verify": _verify,
        "freeze": _freeze,
        "thaw": _thaw,
    }
)


def _refuse_what_is_no_link(public: Path) -> None:
    if public.exists() and not public.is_symlink():
        raise PublishError(messages.not_a_link(str(public)))


def _accepted() -> frozenset[str]:
    """What somebody takes upon himself, by its words."""
    return frozenset(os.environ.get("ACCEPT", "").replace(",", " ").split())


def _named_file(variable: str) -> Path | None:
    """The file that a variable of the environment names; None where it names none."""
    name = os.environ.get(variable, "")
    if name and not Path(name).is_file():
        raise PublishError(messages.no_such_file(variable, name))
    return Path(name).resolve() if name else None


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.publish", description=__doc__)
    parser.add_argument("command", nargs="?", choices=sorted(_COMMANDS), default="publish")
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--settings", type=Path, default=ROOT / "publishconf.py")
    parser.add_argument("--public", type=Path, default=ROOT / "public", help="the link to replace")
    parser.add_argument("--releases", type=Path, help="default: .releases beside the link")
    parser.add_argument("--release", default="", help="the release to go back to")
    parser.add_argument("--url", default="", help="verify what this server sends as well")
    parser.add_argument("--reason", default="", help="why nothing may be published")
    given = parser.parse_args()
    # `absolute`, not `resolve`: that would follow the very link that is to be replaced.
    given.public = given.public.absolute()
    given.releases = (given.releases or given.public.with_name(".releases")).resolve()
    return given


if __name__ == "__main__":
    sys.exit(main())

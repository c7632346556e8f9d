"""`python -m tests.serving.observatory`: what MDN's HTTP Observatory says of eight kinds of page.

The built site stands behind nginx, over TLS, with the configuration that `make nginx` prints. The
Observatory takes it for a public host, but every connection stays on this machine.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from plugins.core.portal_monitoring import read_portal_monitoring
from tests.serving.server import CERTIFICATE, DOMAIN, Nginx, RunningNginx

_GOAL = 135
# Its script is another's, who publishes no digest by which browsers could know it.
_GOAL_WITH_MONITORING = 125
_KINDS = {
    "home page": "index.html",
    "article": "tin-tuc/*/index.html",
    "section": "chuyen-muc/*/index.html",
    "tag": "the/*/index.html",
    "document": "van-ban/*/index.html",
    "register of documents": "van-ban/index.html",
    "abbreviations": "tu-viet-tat/index.html",
    "fixed page": "lien-he/index.html",
}


class Scan(Struct, frozen=True, kw_only=True):
    """What the Observatory says of one page.

    Attributes:
        failed: Its tests that the page does not pass.
    """

    path: str
    score: int
    grade: str
    failed: tuple[str, ...]


def pages_of_kinds(output: Path) -> dict[str, str]:
    """The address of one page of each kind that the site has."""
    found = {kind: sorted(output.glob(pattern)) for kind, pattern in _KINDS.items()}
    return {
        kind: f"/{pages[0].parent.relative_to(output)}/".replace("/./", "/")
        for kind, pages in found.items()
        if pages
    }


def scan(folder: Path, nginx: Nginx, paths: Iterable[str]) -> Iterator[Scan]:
    """Have pages scanned.

    Args:
        folder: In which nginx runs.
        nginx: The server.
        paths: The addresses of the pages.
    """
    script = Path(__file__).with_name("scan.js")
    command = ["node", str(script), DOMAIN, str(nginx.http_port), str(nginx.https_port), *paths]
    environment = {**os.environ, "NODE_EXTRA_CA_CERTS": str(folder / CERTIFICATE)}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    for line in done.stdout.splitlines():
        told = json.loads(line)
        yield Scan(**{**told, "failed": tuple(told["failed"])})


def printed_configuration(content: Path, public: Path) -> str:
    """What `make nginx` prints."""
    command = [sys.executable, "-m", "plugins.serving", "--domain", DOMAIN]
    command += ["--content", str(content), "--public", str(public)]
    return subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout


def main() -> int:
    """Print the scores; the exit code is 1 if one is below the goal."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.serving.observatory", description=__doc__
    )
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--output", type=Path, default=Path("output"), help="the built site")
    given = parser.parse_args()
    goal = _GOAL_WITH_MONITORING if read_portal_monitoring(given.content) else _GOAL
    pages = pages_of_kinds(given.output)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        public = folder / "public"
        public.symlink_to(given.output.absolute())
        with RunningNginx(folder, printed_configuration(given.content, public)) as nginx:
            scans = list(scan(folder, nginx, pages.values()))
    for kind, found in zip(pages, scans, strict=True):
        short = "" if found.score >= goal else f"  BELOW {goal}: {', '.join(found.failed)}"
        print(f"{kind:<24}{found.grade:>3}{found.score:>5}  {found.path}{short}")
    missing = sorted(set(_KINDS) - set(pages))
    if missing:
        print(f"NOT scanned, because the site has none: {', '.join(missing)}")
    return int(any(found.score < goal for found in scans))


if __name__ == "__main__":
    sys.exit(main())

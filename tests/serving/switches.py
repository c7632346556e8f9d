"""`python -m tests.serving.switches`: releases change a thousand times under a million requests.

Two releases stand behind nginx, over TLS, with our configuration; the link is replaced by the very
step by which releases go live. Every answer has to be the article of one of them, byte for byte.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from plugins.publish.compression import compress_tree
from plugins.publish.releases import SITE, switch
from tests.conftest import build_folder, write_files, write_first_content
from tests.serving.server import DOMAIN, Nginx, RunningNginx

ARTICLE = "tin-tuc/khcn-dia-phuong-phat-trien-nhanh-ben-vung/index.html"
_SCRIPT = Path(__file__).with_suffix(".lua")
_ROUND = 10
_SUMS = re.compile(r"^good (\d+) wrong (\d+)$", re.MULTILINE)
# Spread over the time that a million requests take.
_PAUSE = 0.05


class Switches(Struct, frozen=True, kw_only=True):
    """What became of requests while releases changed."""

    switches: int = 0
    good: int = 0
    wrong: int = 0

    def __add__(self, other: "Switches") -> "Switches":
        return Switches(
            switches=self.switches + other.switches,
            good=self.good + other.good,
            wrong=self.wrong + other.wrong,
        )


@contextmanager
def two_releases(folder: Path, files: Mapping[str, bytes]) -> Iterator[tuple[Nginx, list[Path]]]:
    """A running nginx, and two releases of a site, of which the first is live."""
    releases = [folder / "releases" / name for name in ("mot", "hai")]
    for number, release in enumerate(releases):
        changed = files[ARTICLE].replace(b"</main>", b"<p>Hai</p></main>" * number + b"</main>")
        write_files(release / SITE, {**files, ARTICLE: changed})
        compress_tree(release / SITE, folder / "store")
    switch(folder / "public", releases[0])
    with RunningNginx(folder) as nginx:
        yield nginx, releases


def one_round(nginx: Nginx, releases: list[Path], seconds: int) -> Switches:
    """Ask for the article as fast as that goes, and switch meanwhile."""
    address = f"https://127.0.0.1:{nginx.https_port}/{ARTICLE.removesuffix('index.html')}"
    files = [str(release / SITE / f"{ARTICLE}.br") for release in releases]
    options = ["-t", "2", "-c", "64", "-d", f"{seconds}s", "-H", f"Host: {DOMAIN}"]
    command = ["wrk", *options, "-s", str(_SCRIPT), address, "--", *files]
    switches = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as client:
        while client.poll() is None:
            switches += 1
            switch(nginx.public, releases[switches % 2])
            time.sleep(_PAUSE)
        said, _ = client.communicate()
    found = _SUMS.search(said)
    if not found:
        raise RuntimeError(said)
    return Switches(switches=switches, good=int(found[1]), wrong=int(found[2]))


def _first_site(folder: Path) -> dict[str, bytes]:
    content = write_first_content(folder / "content")
    return build_folder(content, folder / "output", {"STORE_PATH": str(folder / "store")}).files


def main() -> int:
    """Print how many requests failed; the exit code is 1 if any did."""
    parser = argparse.ArgumentParser(prog="python -m tests.serving.switches", description=__doc__)
    parser.add_argument("--requests", type=int, default=1_000_000)
    parser.add_argument("--switches", type=int, default=1_000)
    given = parser.parse_args()
    whole = Switches()
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as scratch,
        two_releases(Path(scratch), _first_site(Path(scratch))) as (nginx, releases),
    ):
        while whole.good + whole.wrong < given.requests or whole.switches < given.switches:
            whole += one_round(nginx, releases, _ROUND)
    rate = (whole.good + whole.wrong) / (time.monotonic() - began)
    told = f"{whole.good:,} requests during {whole.switches:,} switches, {whole.wrong:,} failed"
    print(f"{told}; {rate:,.0f} a second")
    return int(bool(whole.wrong))


if __name__ == "__main__":
    sys.exit(main())

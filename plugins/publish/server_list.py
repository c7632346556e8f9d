"""The old addresses of a release, as its list for servers says them."""

from pathlib import Path
from urllib.parse import unquote

from plugins.publish.releases import SITE

_LIST = "_redirects"
_GONE = "# 410 "


def moved_in(release: Path) -> frozenset[str]:
    """The addresses that a release has servers lead on."""
    return frozenset(unquote(line.split()[0]) for line in _lines(release) if line.startswith("/"))


def withdrawn_in(release: Path) -> frozenset[str]:
    """The addresses that a release has servers answer as gone."""
    lines = (line for line in _lines(release) if line.startswith(_GONE))
    return frozenset(unquote(line.removeprefix(_GONE)) for line in lines)


def _lines(release: Path) -> list[str]:
    listed = release / SITE / _LIST
    return listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []

"""The Nu checker over written pages and style sheets."""

import json
import re
import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT

_CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# The checker opens files, for which 'self' in a policy means nothing, takes data for a
# script, and knows neither container queries nor boxes that are anchored to others.
_HARMLESS = re.compile(
    "violates Content Security Policy"
    "|Unrecognized at-rule “@container”"
    "|Property “(container(-name|-type)?)” doesn't exist"
    "|Property “(anchor-name|position-(anchor|area|try-fallbacks))” doesn't exist"
)


# It knows no pseudo-elements with names either, and says no more than that it cannot read them.
_HIGHLIGHT = re.compile(r"::highlight\([a-z-]+\)")


def put_known_pseudo_elements(folder: Path) -> None:
    """Put one that it knows in the place of custom highlights, in copies of style sheets."""
    for sheet in folder.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        sheet.write_text(_HIGHLIGHT.sub("::selection", text), encoding="utf-8")


def messages(folder: Path) -> list[str]:
    """What the checker says of all pages and style sheets below a folder, the harmless left out."""
    assert shutil.which("java"), "java is missing: see `make test`"
    assert _CHECKER.is_file(), "the checker is missing: see `make test`"
    options = ["--format", "json", "--skip-non-html", "--also-check-css"]
    ended = subprocess.run(
        [shutil.which("java") or "java", "-Xss4m", "-jar", str(_CHECKER), *options, str(folder)],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    found = json.loads(ended.stderr)["messages"]
    return [
        f"{entry['url'].partition(str(folder))[2]}:{entry.get('lastLine', 0)}: {entry['message']}"
        for entry in found
        if not _HARMLESS.search(entry["message"])
    ]

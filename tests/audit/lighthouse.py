"""Lighthouse's lowest scores, by way of `audit.js`."""

import json
import subprocess
import sys
from pathlib import Path

from plugins.accessibility_statement.results import Figure

_SCRIPT = Path(__file__).with_name("audit.js")


def lowest_scores(content: Path, scores: Path) -> dict[str, Figure]:
    """The lowest score of each category over one page of each kind; prints Lighthouse's table.

    Args:
        content: The content folder.
        scores: Where the script may leave its figures.
    """
    scores.unlink(missing_ok=True)
    options = ["--python", sys.executable, "--content", str(content), "--scores", str(scores)]
    # Its exit code says that a score is below its goal; the limits of the measures say that too.
    subprocess.run(["node", str(_SCRIPT), *options], check=False)  # noqa: S607  (whichever node there is)
    if not scores.is_file():
        return {}
    pages: list[dict[str, int]] = json.loads(scores.read_text(encoding="utf-8"))
    return {
        f"lighthouse-{category}": Figure(value=min(p[category] for p in pages), over=len(pages))
        for category in sorted(pages[0])
    }

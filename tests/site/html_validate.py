"""html-validate over written pages: its recommended rules, and those about accessibility."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.browser.allowed import is_allowed
from tests.conftest import ROOT

_TOOL = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
_RULES = Path(__file__).with_name("html_validate.config.js")


def messages(folder: Path) -> list[str]:
    """What it says of all pages below a folder, warnings too, but for what is allowed."""
    assert shutil.which("node"), "node is missing: see `make test`"
    assert _TOOL.is_file(), "html-validate is missing: see `make test`"
    with tempfile.TemporaryDirectory() as place:
        # Not by its standard output: it ends before a long one is through the pipe.
        report = Path(place) / "report.json"
        options = ["--config", str(_RULES), "--formatter", f"json={report}"]
        command = [shutil.which("node") or "node", str(_TOOL), *options, str(folder)]
        ended = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
        assert report.is_file(), ended.stderr
        pages = json.loads(report.read_text(encoding="utf-8"))
    found = [
        f"{message['ruleId']}: {Path(page['filePath']).relative_to(folder)}:{message['line']}: "
        f"{message['message']} {message['selector']}"
        for page in pages
        for message in page["messages"]
    ]
    return [line for line in found if not is_allowed("html-validate", line)]

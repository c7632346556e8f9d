"""A Git repository of the files that lie in a folder."""

import os
import subprocess
from pathlib import Path

_WHO = {
    f"GIT_{role}_{what}": "quan-tri@so.tinh.gov.vn"
    for role in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


def commit_all(folder: Path) -> None:
    """Make it one, of one commit."""
    for step in ("init --quiet", "add .", "commit --quiet -m Trang"):
        command = ["git", *step.split()]
        subprocess.run(command, cwd=folder, env={**os.environ, **_WHO}, check=True)

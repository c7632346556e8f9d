"""A machine as the handbook has it: its lines are run to the letter, with other places."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from plugins.publish.publishing import ROOT
from tests.conftest import article, write_files
from tests.publish.repository import commit_all

HANDBOOK = (ROOT / "plugins/publish/README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_REMARK = re.compile(r" {2,}# .*$")
_INSTALLED = (".installer-ready", ".site-ready", ".s3-ready", ".test-ready")
_CODE = ("plugins", "theme", ".ci", "Makefile", "pelicanconf.py", "publishconf.py")


def blocks_of_the_handbook(*languages: str) -> list[str]:
    """Its blocks in some languages; "" is the crontab."""
    return [text for language, text in _BLOCK.findall(HANDBOOK) if language in languages]


def lines_of_the_handbook() -> list[str]:
    """Every line of its blocks that a shell is to run, each once."""
    blocks = blocks_of_the_handbook("sh", "")
    lines = [_REMARK.sub("", line) for block in blocks for line in block.splitlines()]
    return list(dict.fromkeys(line for line in lines if line))


class Machine(Struct, kw_only=True, dict=True):
    """A folder in place of a machine.

    Attributes:
        places: What stands for the names and addresses of the handbook.
        ran: The lines that were run so far.
    """

    folder: Path
    places: dict[str, str] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    ran: set[str] = field(default_factory=set)

    @property
    def project(self) -> Path:
        """Where the handbook has the project."""
        return self.folder / "srv/cong-tin"

    def install(self) -> None:
        """Lend the project what is installed for the tests, so that `make` installs nothing."""
        tools = self.project / ".venv"
        tools.mkdir()
        for name in ("bin", "lib", "pyvenv.cfg"):
            (tools / name).symlink_to(ROOT / ".venv" / name)
        for name in _INSTALLED:
            (tools / name).touch()

    def run(self, line: str, answers: str = "", **places: str) -> str:
        """Run a line of the handbook, and give what it printed.

        Args:
            line: To the letter.
            answers: What is typed when it asks.
            places: What stands for words of this line alone.
        """
        assert line in lines_of_the_handbook()
        self.ran.add(line)
        words = line
        for name, place in {**self.places, **places}.items():
            words = words.replace(name, place)
        here = self.project if self.project.is_dir() else self.folder
        shell = ["bash", "-euo", "pipefail", "-c", words]
        done = subprocess.run(
            shell,
            cwd=here,
            env={**os.environ, **self.environment},
            input=answers,
            capture_output=True,
            encoding="utf-8",
            check=False,
            start_new_session=True,
        )
        assert done.returncode == 0, f"{words}\n{done.stdout}{done.stderr}"
        return done.stdout


def new_machine(folder: Path, places: Mapping[str, str]) -> Machine:
    """A machine without the project, and a repository from which it can be cloned."""
    repository = folder / "kho.git"
    for name in _CODE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, repository / name)
    for lock in ROOT.glob("requirements*"):
        shutil.copy2(lock, repository / lock.name)
    write_files(repository, _content())
    commit_all(repository)
    return Machine(
        folder=folder,
        places={
            "ĐỊA-CHỈ-KHO": str(repository),
            "/srv/cong-tin": str(folder / "srv/cong-tin"),
            **places,
        },
        environment={"HOME": str(folder), "STORE_PATH": str(folder / "store")},
    )


def _content() -> dict[str, str]:
    texts = {"ten-bai": "Một bài", "bai-khac": "Bài khác", "bai-nua": "Bài nữa"}
    return {
        f"content/tin-tuc/{slug}.md": article(title, summary=f"{title}.", slug=slug)
        for slug, title in texts.items()
    } | {"content/du-lieu/co-quan.toml": 'name = "Sở"\n[security]\nexpires = 2099-01-01\n'}

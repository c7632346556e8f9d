"""The handbook for whoever runs the server names commands that there are, with real variables."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.publish.publishing import ROOT
from tests.conftest import write_files
from tests.publish.admin_machine import blocks_of_the_handbook, lines_of_the_handbook

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
# Read from the environment by the commands themselves.
VARIABLES = {"ACCEPT", "ALLOWED_SIGNERS", "SIGNING_KEY", "SITEURL"}
VARIABLES |= set(re.findall(r"^([A-Z_]+)\s*[?:]?=", MAKEFILE, re.MULTILINE))
_VALUE = r'(?:"[^"]*"|\S+)'
_COMMAND = re.compile(rf"(?:^|&& )make (?:-s )?([a-z-]+)((?: +[A-Z_]+={_VALUE})*)", re.MULTILINE)
COMMANDS = sorted(set(_COMMAND.findall("\n".join(lines_of_the_handbook()))))


def test_there_are_commands_in_it() -> None:
    assert {name for name, _ in COMMANDS} >= {
        "freeze",
        "nginx",
        "publish",
        "releases",
        "reproducible",
        "rollback",
        "send",
        "thaw",
        "torture",
        "verify",
        "views",
        "withdraw",
    }


@pytest.mark.parametrize(("target", "given"), COMMANDS)
def test_every_command_is_one_of_the_makefile_with_its_variables(target: str, given: str) -> None:
    assert target in TARGETS
    assert set(re.findall(r"([A-Z_]+)=", given)) <= VARIABLES


@pytest.mark.parametrize(("target", "given"), COMMANDS)
def test_make_knows_what_to_run_for_it(target: str, given: str) -> None:
    variables = re.findall(rf"([A-Z_]+)=({_VALUE})", given)
    words = [f"{name}={value.strip(chr(34))}" for name, value in variables]
    command = ["make", "--dry-run", "--assume-old=.venv/.site-ready", target, *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert " -m " in done.stdout


def test_the_ci_job_is_sound_to_those_who_know(tmp_path: Path) -> None:
    (job,) = blocks_of_the_handbook("yaml")
    write_files(tmp_path, {".github/workflows/views.yml": job})
    for name, *options in (
        ("check-jsonschema", "--builtin-schema", "vendor.github-workflows"),
        ("zizmor", "--offline", "--no-progress"),
    ):
        command = [str(Path(sys.executable).with_name(name)), *options]
        workflow = str(tmp_path / ".github/workflows/views.yml")
        done = subprocess.run([*command, workflow], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

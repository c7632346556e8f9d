"""The lock files hold exact versions and hashes, and no address of any registry."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON_LOCKS = [
    "requirements-installer.txt",
    "requirements.txt",
    "requirements-cluster.txt",
    "requirements-s3.txt",
    "requirements-test.txt",
    "tests/bench/peers/requirements.txt",
]
NODE_LOCKS = [
    "package-lock.json",
    "tests/audit/package-lock.json",
    "tests/serving/observatory/package-lock.json",
    "tests/bench/peers/eleventy/package-lock.json",
]

# One requirement: a name, an exact version, perhaps a marker, at least one hash.
REQUIREMENT = re.compile(r"[a-z0-9-]+==\S+( ; [^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+")


def requirements(name: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.split(r"\n(?=\S)", text.strip())


def node_packages(name: str) -> dict[str, dict[str, Any]]:
    packages: dict[str, dict[str, Any]] = json.loads((ROOT / name).read_text("utf-8"))["packages"]
    return {path: entry for path, entry in packages.items() if path}


@pytest.mark.parametrize("name", PYTHON_LOCKS + NODE_LOCKS)
def test_a_lock_holds_no_address(name: str) -> None:
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PYTHON_LOCKS)
def test_every_python_package_is_pinned_and_hashed(name: str) -> None:
    assert [item for item in requirements(name) if not REQUIREMENT.fullmatch(item)] == []


@pytest.mark.parametrize("name", NODE_LOCKS)
def test_every_node_package_is_pinned_and_hashed(name: str) -> None:
    packages = node_packages(name)
    loose = [
        path
        for path, entry in packages.items()
        if not entry["version"] or not entry["integrity"].startswith("sha512-")
    ]
    assert packages
    assert loose == []


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-cluster.txt", "requirements-s3.txt"]
)
def test_tests_run_with_the_very_packages_that_build_the_site(name: str) -> None:
    assert set(requirements(name)) <= set(requirements("requirements-test.txt"))


def test_saved_wheels_fit_every_python_of_one_line() -> None:
    assert not re.search(r"'3\.\d+\.\d+'", (ROOT / "requirements.txt").read_text("utf-8"))

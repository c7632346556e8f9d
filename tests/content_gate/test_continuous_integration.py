"""What GitHub and GitLab are told to do with findings."""

import re
from typing import Any

import yaml

from tests.conftest import ROOT


def read(name: str) -> dict[str, Any]:
    parsed: dict[str, Any] = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    return parsed


def test_github_annotates_before_the_tests_and_runs_them_in_any_case() -> None:
    checkout, check, tests = read(".github/workflows/site.yml")["jobs"]["test"]["steps"]

    assert checkout["uses"].startswith("actions/checkout@")
    assert check == {"run": "make check FORMAT=github"}
    assert tests == {"if": "${{ !cancelled() }}", "run": ".ci/run"}


def test_gitlab_gets_its_report_even_when_the_check_fails_and_the_job_fails_with_it() -> None:
    job = read(".gitlab-ci.yml")["check"]
    (line,) = job["script"]
    written = re.fullmatch(r"make check FORMAT=gitlab >(\S+)", line)

    assert written
    assert job["artifacts"] == {"when": "always", "reports": {"codequality": written[1]}}
    assert "allow_failure" not in job

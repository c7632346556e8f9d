"""What GitHub and GitLab are told to do with findings."""

import re
from typing import Any

import yaml

from tests.conftest import ROOT


def read(name: str) -> dict[str, Any]:
    parsed: dict[str, Any] = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    return parsed


def test_github_annotates_before_the_tests_and_runs_them_in_any_case() -> None:
    checkout, *_, check, tests = read(".github/workflows/site.yml")["jobs"]["test"]["steps"]

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


def workflows() -> dict[str, str]:
    return {
        file.name: file.read_text(encoding="utf-8")
        for file in sorted((ROOT / ".github/workflows").glob("*.yml"))
    }


def test_every_action_is_pinned_by_its_commit_and_no_job_may_write_the_repository() -> None:
    for text in workflows().values():
        used = re.findall(r"uses: (\S+)", text)
        assert used
        assert [each for each in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", each)] == []
        assert "contents: write" not in text
        assert yaml.safe_load(text)["permissions"] == {"contents": "read"}


def test_what_is_published_knows_the_releases_before() -> None:
    jobs = read(".github/workflows/site.yml")["jobs"]
    for name in ("build", "send"):
        steps = jobs[name]["steps"]
        cached = [step["with"]["path"].split() for step in steps if "path" in step.get("with", {})]
        assert [".releases", "public"] in cached
        assert any(step.get("run") == "make publish" for step in steps)
    caches = read(".gitlab-ci.yml")["pages"]["cache"]
    assert [".releases"] in [cache["paths"] for cache in caches]


def test_somebody_with_a_name_has_to_say_yes_before_anything_goes_public() -> None:
    jobs = read(".github/workflows/site.yml")["jobs"]
    assert jobs["publish"]["environment"]["name"] == "github-pages"
    assert jobs["send"]["environment"] == "public"
    assert read(".gitlab-ci.yml")["pages"]["environment"] == "production"
    assert "environment" not in jobs["build"]


def test_merge_requests_are_tested_and_shown_and_never_published() -> None:
    jobs = read(".github/workflows/site.yml")["jobs"]
    assert jobs["preview"]["if"] == "github.event_name == 'pull_request'"
    for name in ("build", "send"):
        assert "github.event_name != 'pull_request'" in jobs[name]["if"]
        assert "needs.test.result != 'failure'" in jobs[name]["if"]

"""Findings as notes that GitHub and GitLab show beside the changed lines of a merge request.

Sources: docs.github.com, “Workflow commands for GitHub Actions”, and `command.ts` of
actions/toolkit for what is escaped; docs.gitlab.com, “Code Quality report format”.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from plugins.content_gate import messages
from plugins.content_gate.report import heaviest_first, line_of, shown_path, summary
from plugins.core.diagnostics import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.ADVICE: "info"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def as_github(findings: Sequence[Diagnostic], shown_folder: str) -> str:
    """A workflow command per finding, then the count.

    GitHub shows the first ten errors, warnings and notices of a step and drops the others
    in silence; and its log leaves out file and line, so the message repeats them.
    """
    commands = [_command(finding, shown_folder) for finding in heaviest_first(findings)]
    return "\n".join([*commands, *summary(findings, messages.GITHUB_SHOWS_TEN)])


def _command(finding: Diagnostic, shown_folder: str) -> str:
    place = {"file": shown_path(finding, shown_folder)} if finding.path else {}
    line = {"line": str(finding.line)} if finding.line else {}
    properties = {**place, **line, "title": finding.code}
    listed = ",".join(f"{name}={text.translate(_IN_PROPERTY)}" for name, text in properties.items())
    message = line_of(finding, shown_folder).translate(_IN_MESSAGE)
    return f"::{_COMMANDS[finding.severity]} {listed}::{message}"


def as_gitlab(findings: Sequence[Diagnostic], shown_folder: str) -> str:
    """One JSON array in GitLab's format of Code Quality reports."""
    seen: Counter[str] = Counter()
    entries = []
    for finding in findings:
        identity = f"{finding.code}\0{finding.path}\0{finding.message}"
        entries.append(_entry(finding, shown_folder, f"{identity}\0{seen[identity]}"))
        seen[identity] += 1
    return json.dumps(entries, ensure_ascii=False, indent=1)


def _entry(finding: Diagnostic, shown_folder: str, identity: str) -> dict[str, Any]:
    """One finding.

    Its identity has no line, so that GitLab knows it again after lines above have changed.
    """
    return {
        "description": _description(finding),
        "check_name": finding.code,
        "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": shown_path(finding, shown_folder),
            "lines": {"begin": max(finding.line, 1)},
        },
    }


def _description(finding: Diagnostic) -> str:
    """All of a finding but its place, in one line, as the list of a merge request shows it."""
    field = f" [{finding.field}]" if finding.field else ""
    remedy = f". {messages.REMEDY}: {finding.remedy}" if finding.remedy else ""
    return f"{finding.code}{field} {finding.message}{remedy}"

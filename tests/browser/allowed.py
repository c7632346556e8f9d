"""What tools object to and we allow for a time; `allowed.toml` says why and how long."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """One exception; the fields are explained at the top of the list."""

    tool: str
    code: str
    says: str
    reason: str
    what: str
    told: str
    since: date
    until: date


_LIST = tomllib.loads(Path(__file__).with_name("allowed.toml").read_text(encoding="utf-8"))
ALLOWED = tuple(Allowed(**entry) for entry in _LIST["allowed"])


def is_allowed(tool: str, finding: str) -> bool:
    """Whether an exception holds for a finding of a tool."""
    return any(
        entry.tool == tool and finding.startswith(entry.code) and entry.says in finding
        for entry in ALLOWED
    )

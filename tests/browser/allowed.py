"""What tools object to and we allow for a time; `allowed.toml` says why and how long."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_LIST = Path(__file__).with_name("allowed.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """One exception; the fields are explained at the top of the list."""

    tool: str
    code: str
    at: str
    reason: str
    until: date


def allowed(tool: str = "") -> tuple[Allowed, ...]:
    """The exceptions of one tool, or all."""
    entries = tomllib.loads(_LIST.read_text(encoding="utf-8"))["allowed"]
    return tuple(Allowed(**entry) for entry in entries if tool in {"", entry["tool"]})

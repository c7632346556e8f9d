"""What tools object to and tests let pass for a time; `allowed.toml` says why and how long.

The statement tells it as long as the tests let it pass, whatever the last audit has met.
"""

import tomllib
from datetime import date
from pathlib import Path

from msgspec import Struct

from plugins.accessibility_statement.results import Review


class Allowed(Struct, frozen=True, kw_only=True):
    """One exception; the fields are explained at the top of the list."""

    tool: str
    code: str
    says: str
    reason: str
    what: str
    told: str
    since: date
    until: date

    @property
    def review(self) -> Review:
        """What the statement says of it."""
        return Review(what=self.what, reason=self.told, since=self.since, until=self.until)


def read_allowed(path: Path) -> tuple[Allowed, ...]:
    """All exceptions, in the order of the list."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["allowed"]
    return tuple(Allowed(**entry) for entry in entries)

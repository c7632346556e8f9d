"""The settings of the statement."""

from pathlib import Path

from msgspec import Struct

FOLDER = Path(__file__).resolve().parent


class AccessibilityStatementSettings(Struct, frozen=True, kw_only=True):
    """Where the statement takes its figures from.

    Attributes:
        goals: The table of measures, each with its limit.
        allowed: The list of what tests let pass for a time.
        results: What the last audit has written; a file that is not there stands for no audit.
    """

    goals: Path = FOLDER / "goals.toml"
    allowed: Path = FOLDER / "allowed.toml"
    results: Path = FOLDER / "results.json"

"""The settings of the statement."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibilityStatementSettings:
    """Where the statement takes its figures from.

    Attributes:
        goals: The table of measures, each with its limit.
        results: What the last audit has written; a file that is not there stands for no audit.
    """

    goals: Path = FOLDER / "goals.toml"
    results: Path = FOLDER / "results.json"

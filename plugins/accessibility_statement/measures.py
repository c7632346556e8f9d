"""The measures by which the site is judged, from their table."""

import tomllib
from pathlib import Path
from typing import Any

from msgspec import Struct

from plugins.core.errors import ConfigError


class Measure(Struct, frozen=True, kw_only=True):
    """One figure that an audit may take, and its limit.

    Attributes:
        name: The word under which the results give the figure.
        goal: The number of the goal that it belongs to.
        title: What is counted, for visitors.
        how: With what it is counted, for visitors.
        sample: What the figure was taken over, such as pages; "" where that is one thing.
        unit: What follows the figure; "" for a plain count.
        at_most: The limit of a figure that should be low.
        at_least: The limit of a figure that should be high.
        tests: The tests whose failures are counted, where the figure is that.
        findings: The codes of findings that are counted, where the figure is that.
    """

    name: str
    goal: int
    title: str
    how: str
    sample: str = ""
    unit: str = ""
    at_most: int | None = None
    at_least: int | None = None
    tests: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a measure without a limit, or with two.

        Raises:
            ConfigError: if not exactly one limit is given.
        """
        if (self.at_most is None) == (self.at_least is None):
            message = f"the measure {self.name} needs either at_most or at_least"
            raise ConfigError(message)

    def is_met_by(self, value: int) -> bool:
        """Whether a figure keeps to the limit."""
        if self.at_most is not None:
            return value <= self.at_most
        return self.at_least is not None and value >= self.at_least


def read_measures(path: Path) -> tuple[Measure, ...]:
    """All measures, in the order of the table.

    Raises:
        ConfigError: if two have one name, or one has no single limit.
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))["measure"]
    measures = tuple(Measure(**_with_tuples(table)) for table in tables)
    if len({measure.name for measure in measures}) < len(measures):
        message = f"{path.name}: two measures have one name"
        raise ConfigError(message)
    return measures


def _with_tuples(table: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in table.items()}

"""axe-core on an open page: every rule it has, none switched off."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# By name, because axe leaves out by itself what is AAA, experimental or obsolete.
_RUN = """() => axe.run({
  runOnly: { type: "rule", values: axe.getRules().map(({ ruleId }) => ruleId) },
  resultTypes: ["violations", "incomplete"],
})"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An element of a page at which a rule stops."""

    rule: str
    markup: str

    def __str__(self) -> str:
        """The rule and the beginning of the element."""
        return f"{self.rule}: {self.markup[:120]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What axe says of a page.

    Attributes:
        violations: What it objects to.
        undecided: What it leaves to people.
        rules: How many rules it ran.
    """

    violations: tuple[Place, ...]
    undecided: tuple[Place, ...]
    rules: int


def opinion(page: Page) -> Opinion:
    """All that axe says of an open page."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate(_RUN)
    kinds = ("violations", "incomplete", "passes", "inapplicable")
    return Opinion(
        violations=_places(found["violations"]),
        undecided=_places(found["incomplete"]),
        rules=len({rule["id"] for kind in kinds for rule in found[kind]}),
    )


def violations(page: Page) -> list[str]:
    """What axe objects to, in words."""
    return [str(place) for place in opinion(page).violations]


def _places(rules: Iterable[dict[str, Any]]) -> tuple[Place, ...]:
    return tuple(
        Place(rule=rule["id"], markup=node["html"]) for rule in rules for node in rule["nodes"]
    )

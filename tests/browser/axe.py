"""axe-core on an open page: every rule it has, none switched off."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from playwright.sync_api import Page

_AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# By name, because axe leaves out by itself what is AAA, experimental or obsolete. Only what is
# needed comes back: a whole answer takes longer to carry over than to find.
_RUN = """async () => {
  const found = await axe.run({
    runOnly: { type: "rule", values: axe.getRules().map(({ ruleId }) => ruleId) },
    resultTypes: ["violations", "incomplete"],
  });
  const { violations, incomplete, passes, inapplicable } = found;
  const places = (rules) =>
    rules.flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ rule: id, markup: html })));
  return {
    violations: places(violations),
    undecided: places(incomplete),
    rules: new Set([violations, incomplete, passes, inapplicable].flat().map(({ id }) => id)).size,
  };
}"""


class Place(Struct, frozen=True, kw_only=True):
    """An element of a page at which a rule stops."""

    rule: str
    markup: str

    def __str__(self) -> str:
        """The rule and the beginning of the element."""
        return f"{self.rule}: {self.markup[:120]}"


class Opinion(Struct, frozen=True, kw_only=True):
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
    return Opinion(
        violations=_places(found["violations"]),
        undecided=_places(found["undecided"]),
        rules=found["rules"],
    )


def violations(page: Page) -> list[str]:
    """What axe objects to, in words."""
    return [str(place) for place in opinion(page).violations]


def _places(found: Iterable[dict[str, str]]) -> tuple[Place, ...]:
    return tuple(Place(**place) for place in found)

"""Whether our probes and tools judge small pages as W3C's ACT rules ask; `act_cases.toml`."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from playwright.sync_api import Page

from tests.browser import axe
from tests.browser.probes import probe

_RULES = tomllib.loads(Path(__file__).with_name("act_cases.toml").read_text(encoding="utf-8"))
_PAGE = (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Ca thử</title></head>'
    "<body>{}</body></html>"
)


class Case(Struct, frozen=True, kw_only=True):
    """One small page and what a rule says of it.

    Attributes:
        act: The identifier of the rule.
        finds: The probes and tools that judge it.
        breaks: Whether the page breaks the rule.
        markup: The whole page.
    """

    act: str
    finds: tuple[str, ...]
    breaks: bool
    markup: str

    def __str__(self) -> str:
        """The rule, what it says, and the markup."""
        return f"{self.act} {'fails' if self.breaks else 'passes'}: {self.markup}"


def _cases() -> Iterator[Case]:
    for rule in _RULES["rule"]:
        for outcome in ("failed", "passed"):
            for markup in rule[outcome]:
                yield Case(
                    act=rule["act"],
                    finds=tuple(rule["finds"]),
                    breaks=outcome == "failed",
                    markup=markup if markup.startswith("<html") else _PAGE.format(markup),
                )


CASES = tuple(_cases())


def misjudged(page: Page, cases: Iterable[Case] = CASES) -> list[Case]:
    """The cases of which our probes and tools say something else than the rule; on an own page."""
    return [case for case in cases if _is_found(page, case) is not case.breaks]


def _is_found(page: Page, case: Case) -> bool:
    """Whether a probe or tool that judges the rule finds anything."""
    page.goto("about:blank")
    page.set_content(case.markup)
    probes = [name for name in case.finds if not name.startswith("axe ")]
    if any(probe(page, only=name) for name in probes):
        return True
    rules = {name.removeprefix("axe ") for name in case.finds if name.startswith("axe ")}
    return bool(rules) and any(place.rule in rules for place in axe.opinion(page).violations)

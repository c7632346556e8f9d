"""The conditions under which every page is opened: all combinations, or a sample of them.

In the sample every two values of any two conditions meet, the pages among them: most faults
that hang on a combination hang on two things.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from tests.browser.readers import DESK, ZOOMED, Reader

CHOICES: Mapping[str, Mapping[str, str]] = {
    "default": {},
    "size-125": {"text-size": "125"},
    "size-150": {"text-size": "150"},
    "size-200": {"text-size": "200"},
    "spacing": {"spacing": "wide"},
    "font": {"font": "plain"},
    "light": {"contrast": "light"},
    "dark": {"contrast": "dark"},
    "high-light": {"contrast": "high-light"},
    "high-dark": {"contrast": "high-dark"},
    "long": {"abbreviations": "long"},
}
SYSTEMS: Mapping[str, Mapping[str, Any]] = {
    "plain": {"reduced_motion": "no-preference"},
    "dark": {"color_scheme": "dark"},
    "more": {"contrast": "more"},
    "forced": {"forced_colors": "active"},
    "reduced-motion": {},
}
SCREENS = {"desk": DESK, "phone": ZOOMED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One page under one set of conditions.

    Attributes:
        page: Its address below the root.
        choice: A name of `CHOICES`.
        system: A name of `SYSTEMS`.
        screen: A name of `SCREENS`.
        scripts: Whether script files arrive.
    """

    page: str
    choice: str
    system: str
    screen: str
    scripts: bool

    @property
    def reader(self) -> Reader:
        """Who visits, but for the choice."""
        return Reader(system=SYSTEMS[self.system], screen=SCREENS[self.screen])

    @property
    def contrast_limit(self) -> int:
        """What text has to reach: 12:1 where more contrast is asked for, else 7:1."""
        chosen = CHOICES[self.choice].get("contrast", "")
        asked = chosen.startswith("high") or (self.system == "more" and not chosen)
        # Forced colours are the system's own; without scripts a choice may not reach the page.
        return 12 if asked and self.system != "forced" and self.scripts else 7

    def __str__(self) -> str:
        """The page and what is special about the visit."""
        scripts = "" if self.scripts else ", no scripts"
        return f"/{self.page} ({self.choice}, {self.system}, {self.screen}{scripts})"


def whole(pages: Sequence[str]) -> list[Visit]:
    """Every page under all conditions."""
    return [
        Visit(page=page, choice=choice, system=system, screen=screen, scripts=scripts)
        for page, choice, system, screen, scripts in product(
            pages, CHOICES, SYSTEMS, SCREENS, (True, False)
        )
    ]


def sample(pages: Sequence[str]) -> list[Visit]:
    """Every page with every choice; the other conditions change so that any two meet.

    It takes a site of ten pages or more for that.
    """
    systems, screens = list(SYSTEMS), list(SCREENS)
    return [
        Visit(
            page=page,
            choice=choice,
            system=systems[(first + second) % len(systems)],
            screen=screens[(first + second // 2) % 2],
            scripts=(first // 2 + second // 4) % 2 == 0,
        )
        for first, page in enumerate(pages)
        for second, choice in enumerate(CHOICES)
    ]

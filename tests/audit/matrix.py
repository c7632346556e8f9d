"""The conditions under which every page is opened: all combinations, or some of them.

In the sample every two values of any two conditions meet, the pages among them: most faults
that hang on a combination hang on two things.
"""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from msgspec import Struct

from plugins.accessibility_toolbar.options import OPTIONS
from tests.browser.probes import LEAST_CONTRAST, MORE_CONTRAST
from tests.browser.readers import COLOURS, DESK, ZOOMED, Reader

# Every choice of the reading options by itself.
CHOICES: Mapping[str, Mapping[str, str]] = {
    "default": {},
    **{size.key: {"text-size": size.value} for size in OPTIONS.sizes[1:]},
    **{switch.name: {switch.name: switch.value} for switch in OPTIONS.text_switches},
    **{contrast.value: {"contrast": contrast.value} for contrast in OPTIONS.contrasts[1:]},
    OPTIONS.abbreviations.name: {OPTIONS.abbreviations.name: OPTIONS.abbreviations.value},
}
SYSTEMS: Mapping[str, Mapping[str, Any]] = {
    "plain": {"reduced_motion": "no-preference"},
    "dark": COLOURS["system-dark"].system,
    "more": COLOURS["system-high"].system,
    "forced": COLOURS["forced"].system,
    "reduced-motion": {},
}
SCREENS = {"desk": DESK, "phone": ZOOMED}


class Visit(Struct, frozen=True, kw_only=True):
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
        more = asked and self.system != "forced" and self.scripts
        return MORE_CONTRAST if more else LEAST_CONTRAST

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


def one_screen(pages: Sequence[str]) -> list[Visit]:
    """Every page with every choice on every system at the narrow screen; a sample of the rest.

    Systems of readers and what they choose change all that is measured; a second screen and
    missing scripts change little of it, and would make four visits of each.
    """
    every = [visit for visit in whole(pages) if visit.screen == "phone" and visit.scripts]
    return list(dict.fromkeys([*every, *sample(pages)]))


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

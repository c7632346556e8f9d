"""Measures on open pages; `probes.js` and `writing.js` do the work inside the page."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct
from playwright.sync_api import Page, ViewportSize

from tests.browser.allowed import is_allowed
from tests.browser.readers import ZOOMED

_FOLDER = Path(__file__).parent
_TEXT = "".join((_FOLDER / name).read_text("utf-8") for name in ("writing.js", "probes.js"))
_LINKS = re.compile(r"^(?:import \{.*?\} from .*?;$|export )", re.MULTILINE | re.DOTALL)
# One expression: the function that calls a probe by name.
_PROBES = f"(() => {{{_LINKS.sub('', _TEXT)} return probe; }})()"
Faults = list[str]
# What text and targets have to reach: WCAG's AAA, and more for readers who ask for contrast.
LEAST_CONTRAST = 7
MORE_CONTRAST = 12
LEAST_TARGET = 44


class FocusStop(Struct, frozen=True, kw_only=True):
    """What has the focus.

    Attributes:
        place: Among all elements of the page, in their order.
        name: Says which control it is.
        part: The class of the nearest component around it.
        faults: What is wrong with how the focus shows.
    """

    place: int
    name: str
    part: str
    faults: Faults


class Finding(Struct, frozen=True, kw_only=True):
    """One fault of a page.

    Attributes:
        probe: Which probe found it.
        look: In which look of the page.
        fault: What and where, in words.
    """

    probe: str
    look: str
    fault: str


def faults(page: Page, name: str, argument: object = None) -> Faults:
    """The faults that a function of `probes.js` finds, in words."""
    found: Faults = page.evaluate(_PROBES, [name, argument])
    return found


def open_all(page: Page) -> None:
    """Open everything that can be opened, so that nothing goes unmeasured."""
    page.evaluate(_PROBES, ["openDetails"])


def space_text(page: Page) -> None:
    """Give text the spacing that readers may need (WCAG 1.4.12)."""
    page.evaluate(_PROBES, ["spaceText"])


def zoom_text(page: Page, *, factor: float = 1, least: int = 0) -> None:
    """Enlarge text alone: by a factor, or up to a smallest size in pixels."""
    page.evaluate(_PROBES, ["zoomText", {"factor": factor, "least": least}])


def shorten_links(page: Page) -> None:
    """Give every link that stands alone two short words."""
    page.evaluate(_PROBES, ["shortenLinks"])


def loaded_fonts(page: Page) -> list[str]:
    """The fonts of the site that have arrived."""
    found: list[str] = page.evaluate(_PROBES, ["loadedFonts"])
    return found


def focus_stop(page: Page) -> FocusStop | None:
    """What has the focus, if anything has."""
    found = page.evaluate(_PROBES, ["focusStop"])
    return FocusStop(**found) if found else None


# What is wrong with the markup and the words, however the page is looked at.
_WRITING = (
    *("wrongLanguage", "unmarkedLanguage", "poorAlternatives", "titledAbbreviations"),
    *("fakeHeadings", "fakeLists", "fakeParagraphs", "doubledMarkers", "drawnText", "wordsOfStyle"),
    *("deadLinks", "vagueLinks", "ambiguousLinks", "doubledIds", "brokenHeadings"),
    *("headerlessTables", "namelessControls", "unspokenLabels", "movingParts", "surprises"),
)
_SIGHT = (
    *("justifiedText", "crampedText", "tinyTexts", "unyieldingText", "shuffledBoxes"),
    *("linksByColour", "faintEdges", "stubbornParts", "lockedPage"),
)


class Look(Struct, frozen=True, kw_only=True):
    """One way to look at a page: what is done to it first, on which screen, and who looks."""

    name: str
    probes: tuple[str, ...]
    look: Callable[[Page, tuple[str, ...]], dict[str, Faults]]
    screen: ViewportSize | None = None
    prepare: Callable[[Page], None] | None = None


def probe(page: Page, only: str = "") -> list[Finding]:
    """All that our own probes find on an open page, or what one of them finds.

    The page is looked at as it stands, then enlarged, with the reader's own spacing and with
    larger text alone, and walked through with the Tab key; afterwards it is as it was, but that
    all its parts are open. What `allowed.toml` allows is left out.
    """
    open_all(page)
    return [finding for look in LOOKS for finding in _findings(page, look, only)]


def _findings(page: Page, look: Look, only: str) -> Iterator[Finding]:
    probes = tuple(name for name in look.probes if only in {"", name})
    if not probes:
        return
    screen = page.viewport_size
    if look.screen:
        page.set_viewport_size(look.screen)
    if look.prepare:
        look.prepare(page)
    found = look.look(page, probes)
    page.evaluate(_PROBES, ["restoreText"])
    if look.screen and screen:
        page.set_viewport_size(screen)
    for name, each in found.items():
        for fault in each:
            if not is_allowed("probes", f"{name}: {fault}"):
                yield Finding(probe=name, look=look.name, fault=fault)


def _measured(page: Page, probes: tuple[str, ...]) -> dict[str, Faults]:
    limits = {"faintTexts": LEAST_CONTRAST, "smallTargets": LEAST_TARGET}
    return {name: faults(page, name, limits.get(name)) for name in probes}


def _listening(page: Page, probes: tuple[str, ...]) -> dict[str, Faults]:
    """As `_measured`, with what only the browser's console knows: who listens for presses."""
    session = page.context.new_cdp_session(page)
    found = {}
    for name in probes:
        asked = {"expression": f"{_PROBES}(['{name}'])", "returnByValue": True}
        answer = session.send("Runtime.evaluate", {**asked, "includeCommandLineAPI": True})
        found[name] = answer["result"]["value"]
    session.detach()
    return found


def _walked(page: Page, probes: tuple[str, ...]) -> dict[str, Faults]:
    """Through the whole page with the Tab key; a few presses more than it has controls."""
    page.evaluate(_AT_REST)
    controls: int = page.evaluate(_PROBES, ["followFocus"])
    for _ in range(controls + 3):
        page.keyboard.press("Tab")
    found: dict[str, Faults] = page.evaluate(_PROBES, ["focusFaults"])
    page.evaluate(_AT_REST)
    return {name: found[name] for name in probes}


_AT_REST = "() => { document.activeElement.blur(); scrollTo(0, 0); }"
_TARGETS = ("smallTargets", "overlappingTargets")
_LAYOUT = ("sidewaysScroll", "hiddenText")
_FOCUS = ("hiddenFocus", "focusOrder", "unreachedControls")
LOOKS = (
    Look(name="written", probes=_WRITING, look=_measured),
    Look(name="console", probes=("fakeControls",), look=_listening),
    Look(name="seen", probes=(*_SIGHT, "faintTexts", *_TARGETS, *_LAYOUT), look=_measured),
    Look(name="walked", probes=_FOCUS, look=_walked),
    Look(name="enlarged", probes=(*_LAYOUT, "tallStickies"), look=_measured, screen=ZOOMED),
    Look(
        name="enlarged, spaced",
        probes=_LAYOUT,
        look=_measured,
        screen=ZOOMED,
        prepare=space_text,
    ),
    Look(name="spaced", probes=_LAYOUT, look=_measured, prepare=space_text),
    Look(name="double text", probes=_LAYOUT, look=_measured, prepare=partial(zoom_text, factor=2)),
    Look(
        name="text of 24 px", probes=_LAYOUT, look=_measured, prepare=partial(zoom_text, least=24)
    ),
)

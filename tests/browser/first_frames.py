"""What pages look like in each of their first frames, on a slow device.

A page in another mode than the chosen one, be it for one frame, is a flash in the eyes of those
who chose dark colours because light hurts. `python -m tests.browser.first_frames` counts them
in fifty loads of each mode.
"""

import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from msgspec import Struct
from playwright.sync_api import Browser, Page

from tests.browser.chromium import chromium
from tests.browser.pages import HOME, REPORT, SUPPORT
from tests.browser.readers import COLOURS, PLAIN, Reader
from tests.browser.serving import served
from tests.browser.toolbar import BLACK, DARK, WHITE
from tests.screenshots import build_site

PATHS = (REPORT, HOME, SUPPORT)
LOADS = 50
SLOWNESS = 6
DARK_SYSTEM = COLOURS["system-dark"]
# Runs before everything else in a page. A browser calls back before each frame that it paints,
# and paints nothing while a style sheet in the head is awaited.
WATCH = """
window.frames_seen = new Promise((resolve) => {
  const seen = [];
  const look = () => {
    const { backgroundColor, fontSize } = getComputedStyle(document.documentElement);
    seen.push(`${backgroundColor} ${fontSize}`);
    if (seen.length < 20) requestAnimationFrame(look);
    else resolve(seen);
  };
  requestAnimationFrame(look);
});
"""


class Mode(Struct, frozen=True, kw_only=True):
    """What a reader has chosen, and how each frame looks to them: ground and size of a rem."""

    reader: Reader
    look: str


MODES = {
    "dark": Mode(reader=COLOURS["dark"], look=f"{DARK} 16px"),
    "high-dark": Mode(
        reader=PLAIN.choosing(contrast="high-dark", text_size="150"), look=f"{BLACK} 24px"
    ),
    "light": Mode(
        reader=DARK_SYSTEM.choosing(contrast="light", text_size="200"),
        look=f"{WHITE} 32px",
    ),
    "high-light": Mode(reader=DARK_SYSTEM.choosing(contrast="high-light"), look=f"{WHITE} 16px"),
}


def wrong_frames(page: Page, mode: Mode, loads: int) -> list[str]:
    """The frames that look otherwise than chosen; the page must have been given `WATCH`."""
    slow = page.context.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWNESS})
    return [
        f"load {number} of /{path}: {look}"
        for number, path in enumerate(islice(cycle(PATHS), loads), start=1)
        for look in _frames(page, path)
        if look != mode.look
    ]


def _frames(page: Page, path: str) -> list[str]:
    page.goto(path)
    frames: list[str] = page.evaluate("frames_seen")
    return frames


def wrong_frames_of_all_modes(browser: Browser, address: str) -> Iterator[str]:
    """The frames in another mode in all loads of all modes; prints a line for each mode."""
    for name, mode in MODES.items():
        with browser.new_context(**mode.reader.context_options(address)) as context:
            context.add_init_script(WATCH)
            found = wrong_frames(context.new_page(), mode, LOADS)
        print(f"{name:<12}{LOADS} loads, {len(found)} frames in another mode")
        yield from found


def main() -> int:
    """Build, serve, load, count; the exit code is 1 if a frame was wrong."""
    with tempfile.TemporaryDirectory() as folder:
        build_site(Path(folder))
        with served(Path(folder)) as address, chromium() as browser:
            found = list(wrong_frames_of_all_modes(browser, address))
    for frame in found:
        print(frame)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())

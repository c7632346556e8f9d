"""While the site is served: after every save, and the build behind it, all is as in a clean build.

A seed gives the same edits each time: `-k seed-2003` repeats those of a failure.
"""

import re
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from random import Random
from typing import TypeVar

import pytest

from tests.conftest import ROOT
from tests.page_writer.edited_site import CLOCK, EditedSite
from tests.page_writer.random_edits import BY_EDITORS, SEQUENCES, component, style, template
from tests.preview.running import Preview

T = TypeVar("T")

# What the settings of the preview say cannot change while it runs.
_EDITS = (*BY_EDITORS, template, component, style)
_PATIENCE_SECONDS = 60.0
_SCRIPT = re.compile(r"<script src=\"/__preview__/.*?</script>")
_SETTINGS = """
from pelicanconf import *
THEME = {theme!r}
THEME_TEMPLATES_OVERRIDES = [THEME]
"""


@pytest.fixture
def preview(edited_site: EditedSite, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    """The site, served."""
    folder = edited_site.content.parent
    edited_site.write()
    settings = folder / "pelicanconf_served.py"
    settings.write_text(_SETTINGS.format(theme=str(folder / "theme")), encoding="utf-8")
    monkeypatch.setenv("STORE_PATH", str(edited_site.store))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv(CLOCK, str(edited_site.state.clock))
    running = Preview(folder, "--settings", str(settings))
    running.wait_for_first_build()
    edited_site.state.settings = {"SITEURL": running.url, "FEED_DOMAIN": running.url}
    yield running
    running.stop(signal.SIGINT)


@pytest.mark.parametrize("seed", range(2000, 2002), ids="seed-{}".format)
def test_after_edits_while_it_is_served(
    edited_site: EditedSite, preview: Preview, seed: int
) -> None:
    chance, compared = Random(seed), 0  # noqa: S311  (a seed is the point)
    for _ in range(SEQUENCES):
        before = edited_site.state.copied()
        edits = chance.choices(_EDITS, k=chance.randint(1, 3))
        done = [edit(chance, edited_site.state) for edit in edits]
        clean = edited_site.build_clean()
        if clean.exit_code:
            edited_site.state = before
            edited_site.write()
            continue
        assert _in_time(edited_site.applied, clean.files) == clean.files, done
        # First looks are forgotten a moment after the output stands.
        for path, page in _pages(clean.files):
            assert _in_time(partial(_page, preview, path), page) == page, (done, path)
        compared += 1

    assert compared > SEQUENCES // 2


def _in_time(look: Callable[[], T], wanted: T) -> T:
    """What is seen as soon as it is as wanted, or when that has been waited for long enough."""
    end = time.monotonic() + _PATIENCE_SECONDS
    while (seen := look()) != wanted and time.monotonic() < end:
        time.sleep(0.1)
    return seen


def _pages(files: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """The pages of articles, and home."""
    found = [path for path in files if path.endswith("/index.html") and "/bai-viet-so-" in path]
    return [(path, files[path].decode()) for path in ["index.html", *found]]


def _page(preview: Preview, path: str) -> str:
    """A page as it is served, without the script of the preview."""
    return _SCRIPT.sub("", preview.read(f"/{path.removesuffix('index.html')}"))

"""A visit finds what is planted, whatever the conditions, and names it as the goals do."""

from collections.abc import Iterator
from itertools import chain

import pytest
from playwright.sync_api import Browser

from plugins.accessibility_statement import AccessibilityStatementSettings
from plugins.accessibility_statement.measures import read_measures
from tests.audit.examination import Examination, batches, examine_batch
from tests.audit.matrix import Visit, whole
from tests.browser.serving import served

pytestmark = pytest.mark.browser
HEAD = (
    '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Một trang</title>'
    '<link rel="stylesheet" href="/style.css"><script src="/script.js"></script>'
)
STYLE = """
body { margin: 0; color: #000; background: #fff; font: 16px/1.5 sans-serif }
.faint { color: #666 } .wide { inline-size: 1700px } .cut { block-size: 10px; overflow: hidden }
"""
FAULTY = (
    '<main><h1>Đề</h1><p class="faint">Mờ</p><p class="wide">Rộng</p><p class="cut">Bị cắt</p>'
    '<ul><li><a href="/">Nhỏ</a></li></ul><p style="margin: 0">Chính sách</p>'
    '<img src="https://noi-khac.example/anh.png"></main>'
)
SOUND = "<main><h1>Đề</h1><p>Một câu.</p></main>"
# A script that takes the title away, so that it shows whether scripts arrive.
SCRIPT = "document.title = '';"


@pytest.fixture(scope="module")
def examinations(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> dict[str, Examination]:
    """What visits to two small pages have shown."""
    folder = tmp_path_factory.mktemp("pages")
    pages = {"404.html": SOUND, "faulty.html": FAULTY, "sound.html": SOUND}
    for name, body in pages.items():
        (folder / name).write_text(HEAD + body, encoding="utf-8")
    (folder / "style.css").write_text(STYLE, encoding="utf-8")
    (folder / "script.js").write_text(SCRIPT, encoding="utf-8")
    visits = [_visit("faulty.html"), _visit("sound.html"), _visit("sound.html", scripts=True)]
    with served(folder) as address:
        return {str(each.visit): each for each in _examine(browser, address, visits)}


def _examine(browser: Browser, address: str, visits: list[Visit]) -> Iterator[Examination]:
    for batch in batches(visits):
        yield from examine_batch(browser, address, batch)


def _visit(page: str, *, scripts: bool = False) -> Visit:
    return Visit(page=page, choice="default", system="plain", screen="phone", scripts=scripts)


def test_every_kind_of_fault_is_found(examinations: dict[str, Examination]) -> None:
    faults = examinations[str(_visit("faulty.html"))].faults
    assert {name for name, found in faults.items() if found} == {
        *("faint-texts", "foreign-requests", "hidden-texts", "policy-violations"),
        *("sideways-scroll", "small-targets"),
    }
    goals = AccessibilityStatementSettings().goals
    assert set(faults) <= {measure.name for measure in read_measures(goals)}


def test_axe_runs_every_rule(examinations: dict[str, Examination]) -> None:
    said = examinations[str(_visit("faulty.html"))].axe
    assert {"color-contrast-enhanced", "image-alt"} <= {each.rule for each in said.violations}
    assert said.rules >= 100


def test_a_sound_page_has_no_faults(examinations: dict[str, Examination]) -> None:
    examination = examinations[str(_visit("sound.html"))]
    assert [name for name, found in examination.faults.items() if found] == []
    assert examination.axe.violations == ()


def test_scripts_arrive_or_are_blocked(examinations: dict[str, Examination]) -> None:
    rules = {
        scripts: {
            each.rule
            for each in examinations[str(_visit("sound.html", scripts=scripts))].axe.violations
        }
        for scripts in (True, False)
    }
    assert rules == {True: {"document-title"}, False: set()}


def test_a_batch_is_for_one_context_and_no_visit_is_lost() -> None:
    visits = whole([f"trang-{number}/" for number in range(10)])
    parts = batches(visits)
    assert sorted(map(str, chain.from_iterable(parts))) == sorted(map(str, visits))
    assert all(len({(v.system, v.scripts) for v in part}) == 1 for part in parts)
    assert max(map(len, parts)) < len(visits) / 10

"""The probes find what is planted; a probe that finds nothing proves nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.probes import faults, focus_stop
from tests.browser.readers import PHONE

STYLE = (
    "<style>body { margin: 0; color: #000; background: #fff; font: 16px/1.5 sans-serif }</style>"
)
PLANTED = [
    ("sidewaysScroll", None, '<p style="inline-size: 700px">Rộng quá khổ</p>'),
    ("hiddenText", None, '<p style="block-size: 10px; overflow: hidden">Bị cắt mất</p>'),
    ("hiddenText", None, '<p style="margin-inline-start: -2em">Ra ngoài lề</p>'),
    ("hiddenText", None, '<p>Dòng trên</p><p style="margin-block-start: -30px">Đè lên</p>'),
    ("smallTargets", 44, '<button style="padding: 0">Nhỏ</button>'),
    ("smallTargets", 44, "<ul><li><a href='#'>Chỉ một liên kết</a></li></ul>"),
    ("overlappingTargets", None, '<button>A</button><button style="margin: -1em">B</button>'),
    ("faintTexts", 7, '<p style="color: #777">Mờ</p>'),
    ("faintTexts", 7, '<div style="background: #333"><p>Chìm trong nền</p></div>'),
    ("touchingLines", "KHẲNG ĐỊNH", '<h2 style="line-height: 1">Sát dòng</h2>'),
]
SOUND = """
<h2 style="line-height: 1.6">Tiêu đề</h2>
<p>Một câu có <a href="#">liên kết</a> ở giữa.</p>
<p><a href="#" style="display: inline-flex; min-block-size: 44px">Một liên kết đứng riêng</a></p>
<div style="overflow-x: auto"><p style="inline-size: 700px">Cuộn được trong khung</p></div>
<label style="display: flex; block-size: 44px"><input type="checkbox"> Một lựa chọn</label>
<details><summary style="block-size: 44px">Phần đóng</summary><button>Nhỏ</button></details>
"""


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """A page outside the site, so that it may be written into."""
    with browser.new_page(viewport=PHONE) as page:
        yield page


@pytest.mark.parametrize(("probe", "argument", "defect"), PLANTED)
def test_a_planted_defect_is_found(blank: Page, probe: str, argument: object, defect: str) -> None:
    blank.set_content(STYLE + defect)
    assert len(faults(blank, probe, argument)) >= 1


def test_nothing_is_found_where_all_is_well(blank: Page) -> None:
    blank.set_content(STYLE + SOUND)
    assert [faults(blank, probe, argument) for probe, argument, _ in PLANTED] == [[]] * len(PLANTED)


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        ("button:focus { outline: none }", "no ring"),
        ("button:focus { outline: 1px solid #000 }", "no ring"),
        ("button:focus { outline: 3px solid #ccc }", "ring of 1.61"),
        ("div { position: fixed; inset: 0; background: #fff }", "covered by div"),
    ],
)
def test_a_focus_that_cannot_be_seen_is_found(blank: Page, style: str, fault: str) -> None:
    ring = "<style>button:focus { outline: 3px solid #000 }</style>"
    blank.set_content(f"{STYLE}{ring}<style>{style}</style><button>Nút</button><div></div>")
    blank.keyboard.press("Tab")
    stop = focus_stop(blank)
    assert stop
    assert stop.faults
    assert stop.faults[0].startswith(fault)

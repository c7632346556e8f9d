"""The page that visitors read, in small real sites."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.accessibility_statement import AccessibilityStatementSettings
from plugins.accessibility_statement.faithfulness import unfaithful_parts
from plugins.accessibility_statement.results import Extent, written
from plugins.accessibility_statement.statement import compose
from plugins.core.dates import date_short
from tests.accessibility_statement.test_results import FEW, MANY, NONE, RESULTS
from tests.browser.allowed import ALLOWED
from tests.conftest import ROOT, BuildSite, BuiltSite, article

GOALS = """
[[measure]]
name = "loi"
goal = 1
title = "Lỗi"
how = "axe-core"
sample = "lượt mở trang"
at_most = 0

[[measure]]
name = "diem"
goal = 6
title = "Điểm"
how = "Lighthouse"
sample = "trang"
unit = "điểm"
at_least = 98

[[measure]]
name = "chua-do"
goal = 9
title = "Phóng chữ"
how = "Chưa có"
at_most = 0
"""
URL = "tuyen-bo-ve-kha-nang-tiep-can/"


def _build(build_site: BuildSite, folder: Path, results: str) -> BuiltSite:
    goals, file = folder / "goals.toml", folder / "results.json"
    goals.write_text(GOALS, encoding="utf-8")
    if results:
        file.write_text(results, encoding="utf-8")
    settings = AccessibilityStatementSettings(goals=goals, results=file)
    return build_site({"tin-tuc/a.md": article()}, {"ACCESSIBILITY_STATEMENT": settings})


def _texts(site: BuiltSite) -> dict[str, str]:
    """The text under each heading of the page."""
    sections = site.page(URL).xpath("//main//section[h2]")
    return {
        " ".join(section.find("h2").text_content().split()): " ".join(
            section.text_content().split()
        )
        for section in sections
    }


def test_the_page_says_what_the_results_say(build_site: BuildSite, tmp_path: Path) -> None:
    site = _build(build_site, tmp_path, written(RESULTS))
    texts = _texts(site)
    assert site.exit_code == 0
    assert "ngày 22/11/2026. Cả 29 trang" in texts["Lần kiểm tra gần nhất"]
    assert "lấy mẫu từ 6.380 tổ hợp" in texts["Lần kiểm tra gần nhất"]
    assert "axe-core 4.14.1." in texts["Lần kiểm tra gần nhất"]
    assert "Lỗi Đo được 0 trên 319 lượt mở trang; ngưỡng: không quá 0" in texts["Những điểm đạt"]
    unmet = "Điểm Đo được 97 điểm trên 4 trang; ngưỡng: từ 98 điểm Lighthouse"
    assert f"{unmet} Chưa đạt từ lần kiểm tra ngày 01/10/2026" in texts["Những điểm chưa đạt"]
    assert "Phóng chữ Chưa đo; ngưỡng: không quá 0" in texts["Những điểm chưa đo"]
    reviewed = "Trình đơn Đã xem. Xem ngày 22/11/2026, xem lại trước ngày 22/05/2027"
    assert reviewed in texts["Những chỗ do người xem xét"]


@pytest.mark.parametrize("results", ["", written(RESULTS)], ids=["never", "audited"])
def test_what_tests_let_pass_is_told_whatever_an_audit_has_met(
    build_site: BuildSite, tmp_path: Path, results: str
) -> None:
    told = _texts(_build(build_site, tmp_path, results))["Những chỗ do người xem xét"]
    for entry in ALLOWED:
        until = date_short(entry.until)
        assert f"{entry.what} {entry.told} Xem ngày {date_short(entry.since)}" in told
        assert f"xem lại trước ngày {until}" in told


def test_a_page_without_an_exception_is_found(build_site: BuildSite, tmp_path: Path) -> None:
    markup = _build(build_site, tmp_path, "").read(f"{URL}index.html")
    statement = compose([FEW, MANY, NONE], None, ALLOWED)
    assert list(unfaithful_parts(statement, markup)) == []
    told = ALLOWED[0].told
    assert list(unfaithful_parts(statement, markup.replace(told, ""))) == [told]


@pytest.mark.parametrize(
    ("extent", "told"),
    [
        (Extent.SAMPLE, "được mở, tất cả 319 lượt, lấy mẫu từ 6.380 tổ hợp"),
        (Extent.ONE_SCREEN, "được mở ở màn hình hẹp với từng mục"),
        (Extent.WHOLE, "được mở trong mọi điều kiện"),
    ],
)
def test_an_audit_is_called_as_far_as_it_went(
    build_site: BuildSite, tmp_path: Path, extent: Extent, told: str
) -> None:
    text = _texts(_build(build_site, tmp_path, written(replace(RESULTS, extent=extent))))
    assert f"22/11/2026. Cả 29 trang {told}" in text["Lần kiểm tra gần nhất"]


def test_the_page_claims_no_certificate(build_site: BuildSite, tmp_path: Path) -> None:
    text = _build(build_site, tmp_path, written(RESULTS)).page(URL).text_content()
    assert "được thiết kế để đáp ứng" in text
    assert "không phải một chứng nhận" in text


def test_before_the_first_audit_the_page_says_so(build_site: BuildSite, tmp_path: Path) -> None:
    texts = _texts(_build(build_site, tmp_path, ""))
    assert "Chưa có lần kiểm tra nào" in texts["Lần kiểm tra gần nhất"]
    assert "Những điểm đạt" not in texts
    assert "Lỗi Chưa đo" in texts["Những điểm chưa đo"]


def test_footer_and_site_map_lead_to_the_page(build_site: BuildSite, tmp_path: Path) -> None:
    site = _build(build_site, tmp_path, "")
    assert site.page("").xpath(f"//footer//a[@href='/{URL}']")
    assert site.page("so-do-trang/").xpath(f"//main//a[@href='/{URL}']")
    assert f"/{URL}</loc>" in site.read("sitemap.xml")


@pytest.mark.parametrize(
    ("shown", "instead", "part"),
    [
        ("22/11/2026", "23/11/2026", "22/11/2026"),
        ("Đo được 97 ", "Đo được 98 ", "diem"),
        ("01/10/2026", "02/10/2026", "diem"),
        ('data-measure="chua-do"', "", "chua-do"),
        ('data-measure="chua-do"', 'data-measure="khac"', "khac"),
        ("Đã xem.", "", "Đã xem."),
    ],
)
def test_a_page_that_says_something_else_is_found(
    build_site: BuildSite, tmp_path: Path, shown: str, instead: str, part: str
) -> None:
    markup = _build(build_site, tmp_path, written(RESULTS)).read(f"{URL}index.html")
    statement = compose([FEW, MANY, NONE], RESULTS)
    assert list(unfaithful_parts(statement, markup)) == []
    assert part in unfaithful_parts(statement, markup.replace(shown, instead))


def test_a_theme_that_leaves_something_out_stops_the_build(
    build_site: BuildSite, tmp_path: Path
) -> None:
    theme = tmp_path / "overrides"
    theme.mkdir()
    (theme / "accessibility_statement.html").write_text(
        '{% extends "_index_page.html" %}{% set section = "x/" %}{% set title = "Tuyên bố" %}'
        '{% set description = "" %}',
        encoding="utf-8",
    )
    site = build_site(
        {"tin-tuc/a.md": article()},
        {"THEME_TEMPLATES_OVERRIDES": [str(theme), str(ROOT / "theme")]},
    )
    assert "AX001" in site.codes

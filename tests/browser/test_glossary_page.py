"""The page of all abbreviations: letters to jump to, and a box that filters."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.readers import PHONE, PLAIN

GLOSSARY = "tu-viet-tat/"
BOX = "Lọc theo từ viết tắt hoặc nghĩa"


def _entries(page: Page) -> Locator:
    return page.locator(".glossary-index dl > div").locator("visible=true")


def _shorts(page: Page) -> list[str]:
    return _entries(page).locator("dt").all_inner_texts()


@pytest.mark.parametrize("screen", [PLAIN.screen, PHONE], ids=["desk", "phone"])
def test_a_letter_leads_to_its_terms(visit: Visit, screen: object) -> None:
    page = visit(GLOSSARY, PLAIN.at(screen))  # type: ignore[arg-type]  # a ViewportSize
    page.get_by_role("navigation", name="Đến chữ cái").get_by_role("link", name="Đ").click()
    expect(page.get_by_role("heading", name="Đ", exact=True)).to_be_in_viewport()
    section = page.locator("section").filter(has=page.get_by_role("heading", name="Đ", exact=True))
    expect(section.locator("dt").first).to_be_in_viewport()


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("đmst", "ĐMST"),
        ("DMST", "ĐMST"),
        ("doi moi sang tao", "ĐMST"),
        ("đổi mới", "ĐMST"),
        ("khcn", "KH&CN"),
        ("kh&cn", "KH&CN"),
        ("  KT-XH ", "KT-XH"),
        ("ktxh", "KT-XH"),
    ],
)
def test_typing_leaves_what_matches(visit: Visit, typed: str, wanted: str) -> None:
    page = visit(GLOSSARY)
    everything = _shorts(page)
    page.get_by_role("searchbox", name=BOX).fill(typed)
    assert wanted in _shorts(page)
    assert len(_shorts(page)) < len(everything) / 2
    expect(page.get_by_role("status")).to_have_text(f"Có {len(_shorts(page))} từ phù hợp.")
    headings = page.locator(".glossary-index h2").locator("visible=true").all_inner_texts()
    assert page.locator("nav.glossary-index__letters a:visible").all_inner_texts() == headings


def test_marks_that_are_typed_count(visit: Visit) -> None:
    page = visit(GLOSSARY)
    page.get_by_role("searchbox", name=BOX).fill("đôi mới")
    expect(page.get_by_role("status")).to_have_text("Không có từ nào phù hợp.")
    assert _shorts(page) == []


def test_escape_brings_everything_back(visit: Visit) -> None:
    page = visit(GLOSSARY)
    everything = _shorts(page)
    box = page.get_by_role("searchbox", name=BOX)
    box.press_sequentially("zzz")
    assert _shorts(page) == []
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    assert _shorts(page) == everything
    expect(page.get_by_role("status")).to_be_empty()


def test_without_scripts_there_is_no_box_and_everything_else(visit: Visit) -> None:
    with_it, without = visit(GLOSSARY), visit(GLOSSARY, javascript=False)
    expect(without.locator("input")).to_have_count(0)
    assert _shorts(without) == _shorts(with_it)
    uses = _entries(without).filter(has_text="khoa học và công nghệ").locator("details").first
    uses.locator("summary").click()
    expect(uses.get_by_role("link").first).to_be_visible()


def test_the_register_can_be_taken_along(visit: Visit) -> None:
    page = visit(GLOSSARY)
    for name, ending in (("Bảng tính (CSV)", ".csv"), ("Dữ liệu (JSON)", ".json")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.suggested_filename == f"tu-viet-tat{ending}"

"""What the gate found, in the open page: the project's own settings in a real browser."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.conftest import ROOT, article, write_files
from tests.preview.running import ARTICLE_FILE, Preview

HEIGHT = 640
pytestmark = pytest.mark.browser
GOOD = article("Đổi mới sáng tạo", slug="doi-moi", body="Bản thứ nhất.\n\n" + "Đoạn văn.\n\n" * 40)
BAD_DATE = GOOD.replace("17/03/2024", "hôm nay")
TWO_FAULTS = BAD_DATE.replace("Bản thứ nhất", "[Liên kết](khong-co.md) trong bản thứ nhất")
SLIP = GOOD.replace("Bản thứ nhất", "Bản thứ nhất, thảo gỡ khó khăn")
AGENCY = """
name = "Sở Khoa học và Công nghệ"
governing_body = "Ủy ban nhân dân tỉnh"
address = "Số 1"
telephone = "0210 000 000"
email = "so@example.gov.vn"
responsible_person = "Giám đốc Sở"
"""


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    """A preview of one article with the project's settings."""
    monkeypatch.setenv("STORE_PATH", str(tmp_path / "store"))
    write_files(tmp_path, {"content/du-lieu/co-quan.toml": AGENCY, ARTICLE_FILE: GOOD})
    running = Preview(tmp_path, "--settings", str(ROOT / "pelicanconf.py"))
    running.wait_for_first_build()
    yield running
    running.stop(signal.SIGINT)


def opened(preview: Preview, page: Page) -> Locator:
    """The region for findings of the article's page, which is not there while all is well."""
    page.goto(f"{preview.url}/tin-tuc/doi-moi/")
    return page.get_by_role("region", name="Kết quả kiểm tra")


def errors_in(region: Locator) -> Locator:
    return region.get_by_role("listitem").filter(has_text="(lỗi)")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_finding_is_shown_with_its_place_and_its_remedy_until_it_is_mended(
    preview: Preview, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": HEIGHT})
    region = opened(preview, page)
    page.get_by_role("link", name="Trang chủ").first.focus()
    preview.save(ARTICLE_FILE, TWO_FAULTS)

    expect(region.get_by_role("status")).to_contain_text("Chưa dựng được bản mới.")
    expect(region.get_by_role("status")).to_contain_text("2 lỗi")
    date, link = errors_in(region).all()
    file = preview.project / ARTICLE_FILE
    expect(date).to_contain_text(f"{file}:3: AR011 (lỗi) [date] không đọc được ngày “hôm nay”")
    expect(date).to_contain_text("Cách sửa: viết ngày trước")
    expect(link).to_contain_text(f"{file}:8: AR017 (lỗi)")
    expect(page.get_by_text("Bản thứ nhất.")).to_be_in_viewport()
    expect(page.locator(":focus")).to_have_text("Trang chủ")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert region.evaluate("element => element.offsetHeight") <= HEIGHT / 2
    assert violations(page) == []

    preview.save(ARTICLE_FILE, GOOD)
    expect(errors_in(region)).to_have_count(0)


def test_advice_waits_below_the_page_and_stays_as_it_was_left(preview: Preview, page: Page) -> None:
    region = opened(preview, page)
    slip = region.get_by_text("“thảo gỡ” có thể là “tháo gỡ”")
    preview.save(ARTICLE_FILE, SLIP)

    expect(region.get_by_role("status")).to_contain_text("Đã dựng xong, còn điều nên xem lại")
    expect(slip).to_be_hidden()
    region.get_by_text("Xem từng điều").click()
    expect(slip).to_be_visible()
    page.reload()
    expect(slip).to_be_visible()


def test_closed_it_stays_closed_until_there_is_something_else_to_tell(
    preview: Preview, page: Page
) -> None:
    region = opened(preview, page)
    preview.save(ARTICLE_FILE, SLIP)
    expect(region).to_contain_text("thảo gỡ")
    region.get_by_role("button", name="Đóng").press("Enter")
    expect(region).to_have_count(0)
    with page.expect_request("**/__preview__/events"):
        page.goto(preview.url)
    page.wait_for_timeout(500)
    expect(region).to_have_count(0)

    preview.save(ARTICLE_FILE, BAD_DATE)
    expect(errors_in(region)).to_have_count(1)

"""The script in the open page, in a real browser under the policy of the published site."""

import pytest
from playwright.sync_api import Page, expect

from tests.preview.running import ARTICLE, ARTICLE_FILE, TEMPLATE_FILE, TEMPLATES, Preview

pytestmark = pytest.mark.browser


def test_the_open_page_follows_the_edits(preview: Preview, page: Page) -> None:
    preview.wait_for_first_build()
    page.goto(f"{preview.url}/tin-tuc/doi-moi/")
    expect(page.get_by_text("Bản thứ nhất.")).to_be_visible()
    preview.save(ARTICLE_FILE, ARTICLE.replace("nhất", "hai"))
    expect(page.get_by_text("Bản thứ hai.")).to_be_visible()


def test_the_report_stands_below_the_page_until_the_build_is_mended(
    preview: Preview, page: Page
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    preview.wait_for_first_build()
    page.goto(f"{preview.url}/tin-tuc/doi-moi/")
    preview.save(TEMPLATE_FILE, "{% if %} <b>")
    report = page.get_by_role("region", name="Kết quả kiểm tra")
    expect(report).to_contain_text("Chưa dựng được bản mới.")
    expect(report).to_contain_text("article.html")
    expect(page.get_by_text("Bản thứ nhất.")).to_be_visible()
    assert report.evaluate("element => getComputedStyle(element).position") == "sticky"
    preview.save(TEMPLATE_FILE, TEMPLATES["article.html"])
    expect(report).to_have_count(0)
    assert not [text for text in said if "Content Security Policy" in text]


def test_a_page_opened_too_early_shows_itself_when_it_is_built(
    preview: Preview, page: Page
) -> None:
    page.goto(f"{preview.url}/tin-tuc/doi-moi/")
    expect(page.get_by_text("Bản thứ nhất.")).to_be_visible(timeout=20_000)

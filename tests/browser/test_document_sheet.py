"""Numbers of clauses and letters of points: links to their places, which a script copies."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.readers import PLAIN

NOTICE = "van-ban/ket-luan-hoi-nghi-giam-doc-so-2024/"


def test_a_number_copies_the_address_of_its_clause(visit: Visit) -> None:
    page = visit(NOTICE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Điểm b) khoản 2.").click()
    expect(page.get_by_role("status").filter(has_text="Đã sao chép liên kết")).to_have_text(
        "Đã sao chép liên kết: Điểm b) khoản 2."
    )
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/{NOTICE}#khoan-2-diem-b")
    assert page.url.endswith(f"/{NOTICE}#khoan-2-diem-b")


def test_no_two_numbers_have_one_name(visit: Visit) -> None:
    page = visit(NOTICE, PLAIN)
    names = page.locator(".clause__number, .point__letter").evaluate_all(
        "marks => marks.map((mark) => [mark.ariaLabel, mark.hash])"
    )
    assert len(names) == 13
    assert len({address for _, address in names}) == 13

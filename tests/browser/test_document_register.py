"""The register of documents: filtered and sorted in the browser."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.readers import PLAIN


def test_what_is_chosen_is_listed_and_counted(visit: Visit) -> None:
    page = visit("van-ban/")
    page.get_by_text("Lọc và sắp xếp").click()
    register = page.locator("document-register")
    status = register.get_by_role("status")
    expect(status).to_have_text("Có 1 văn bản phù hợp.")
    register.get_by_label("Từ trong trích yếu").fill("ket luan")
    expect(register.get_by_role("link", name="Kết luận của Bộ trưởng")).to_be_visible()
    register.get_by_label("Loại văn bản").select_option("Thông báo")
    register.get_by_label("Năm ban hành").select_option("không rõ")
    register.get_by_label("Sắp xếp").select_option("Theo trích yếu")
    expect(status).to_have_text("Có 1 văn bản phù hợp.")
    register.get_by_label("Từ trong trích yếu").fill("đề án")
    expect(status).to_have_text("Không có văn bản nào phù hợp.")


def test_without_the_register_the_lists_stay(visit: Visit) -> None:
    page = visit("van-ban/", PLAIN)
    page.route("**/van-ban.json", lambda route: route.abort())
    page.get_by_text("Lọc và sắp xếp").click()
    expect(page.locator("document-register").get_by_role("status")).to_contain_text(
        "Không tải được danh sách văn bản."
    )
    expect(page.get_by_role("link", name="Thông báo", exact=True)).to_be_visible()

"""The reading options of an open page, as a reader finds them: by their words."""

from playwright.sync_api import Locator, Page

SIZE = "Cỡ chữ, giãn cách"
SPACING = "Giãn rộng chữ và dòng"
PLAIN_FONT = "Phông chữ của máy"
CONTRAST = "Tương phản"
ABBREVIATIONS = "Từ viết tắt"
EXPANSIONS = "Hiện dạng viết đầy đủ"
# What `page_colour` gives.
WHITE = "rgb(255, 255, 255)"
DARK = "rgb(14, 22, 32)"
BLACK = "rgb(0, 0, 0)"


def section(page: Page) -> Locator:
    """The whole part."""
    return page.get_by_role("region", name="Tùy chọn đọc")


def open_group(page: Page, name: str) -> None:
    """Open one of the groups of choices."""
    section(page).locator("summary").filter(has_text=name).click()


def choice(page: Page, name: str) -> Locator:
    """A radio button or check box, by the words beside it."""
    return section(page).get_by_label(name, exact=True)


def reset(page: Page) -> None:
    """Go back to the defaults."""
    section(page).get_by_role("button", name="Về mặc định").click()


def text_size(page: Page) -> str:
    """The size of a rem, in pixels."""
    size: str = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    return size


def page_colour(page: Page) -> str:
    """The colour of the page."""
    colour: str = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return colour


def chosen(page: Page) -> dict[str, str]:
    """The choices that stand on `<html>`."""
    attributes: dict[str, str] = page.evaluate("({ ...document.documentElement.dataset })")
    return attributes

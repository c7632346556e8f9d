"""The body of a document as paper has it."""

from plugins.document_pdfs.printable import pictures_in, printable

SITE = "https://phutho.gov.vn"


def test_what_readers_switch_on_is_left_out() -> None:
    body = '<p><abbr id="vt_ubnd">UBND</abbr><span hidden> (Ủy ban nhân dân)</span> tỉnh</p>'
    assert printable(body, SITE, {}) == '<p><abbr id="vt_ubnd">UBND</abbr> tỉnh</p>'


def test_numbers_of_clauses_are_text() -> None:
    body = '<p><a aria-label="Khoản 1." class="clause__number" href="#khoan-1">1.</a> Một</p>'
    assert printable(body, SITE, {}) == '<p><span class="clause__number">1.</span> Một</p>'


def test_links_lead_from_a_file_as_from_the_site() -> None:
    body = '<p><a href="/van-ban/x/">x</a> <a href="https://chinhphu.vn/">y</a></p>'
    assert printable(body, SITE, {}) == (
        '<p><a href="https://phutho.gov.vn/van-ban/x/">x</a> '
        '<a href="https://chinhphu.vn/">y</a></p>'
    )
    assert printable(body, "", {}) == '<p><span>x</span> <a href="https://chinhphu.vn/">y</a></p>'


def test_pictures_are_inside_and_nothing_asks_for_another_form() -> None:
    body = (
        '<figure class="figure"><picture><source type="image/webp" srcset="/anh/a.0-480.webp 480w">'
        '<img src="/anh/a.0-800.jpg" srcset="/anh/a.0-480.jpg 480w, /anh/a.0-800.jpg 800w" '
        'width="800" height="500" alt="Biểu đồ" loading="lazy"></picture>'
        "<figcaption>Vốn</figcaption></figure>"
    )
    assert pictures_in(body).pictures == ("a.0-800.jpg",)
    assert printable(body, SITE, {"a.0-800.jpg": lambda: b"abc"}) == (
        '<figure class="figure"><img src="data:image/jpeg;base64,YWJj" alt="Biểu đồ">'
        "<figcaption>Vốn</figcaption></figure>"
    )

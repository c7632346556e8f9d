"""The body of a document as paper has it."""

from plugins.document_pdfs.printable import printable

SITE = "https://phutho.gov.vn"


def test_what_readers_switch_on_is_left_out() -> None:
    body = '<p><abbr id="vt_ubnd">UBND</abbr><span hidden> (Ủy ban nhân dân)</span> tỉnh</p>'
    assert printable(body, SITE) == '<p><abbr id="vt_ubnd">UBND</abbr> tỉnh</p>'


def test_numbers_of_clauses_are_text() -> None:
    body = '<p><a aria-label="Khoản 1." class="clause__number" href="#khoan-1">1.</a> Một</p>'
    assert printable(body, SITE) == '<p><span class="clause__number">1.</span> Một</p>'


def test_links_lead_from_a_file_as_from_the_site() -> None:
    body = '<p><a href="/van-ban/x/">x</a> <a href="https://chinhphu.vn/">y</a></p>'
    assert printable(body, SITE) == (
        '<p><a href="https://phutho.gov.vn/van-ban/x/">x</a> '
        '<a href="https://chinhphu.vn/">y</a></p>'
    )
    assert printable(body, "") == '<p><span>x</span> <a href="https://chinhphu.vn/">y</a></p>'

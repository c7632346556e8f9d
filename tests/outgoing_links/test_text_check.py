"""Outgoing links of single texts, read as the site reads them."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.core.diagnostics import Severity
from plugins.outgoing_links.gambling import read_words
from tests.outgoing_links.conftest import FIRST_LINE, FindInText, ReadText

WORDS = "Hội nghị bàn về chuyển giao công nghệ cho hợp tác xã trên địa bàn tỉnh."


@pytest.mark.parametrize(
    ("link", "code", "severity"),
    [
        ("[chi tiết](https://la.com/)", "OL001", Severity.ERROR),
        ("<https://la.com/>", "OL001", Severity.ERROR),
        ("[chi tiết](`https`://la.com/)", "OL001", Severity.ERROR),
        ("[chi tiết](ht`tp`s://la.com/)", "OL001", Severity.ERROR),
        ("[chi tiết][nguon]\n\n[nguon]: https://la.com/", "OL001", Severity.ERROR),
        ("[Cổng thông tin](https://most.gov.vn.la.com/)", "OL001", Severity.ERROR),
        ("[Cổng thông tin](https://mostgov.vn/)", "OL001", Severity.ERROR),
        ("[Cổng thông tin](https://most.gov.vn/)", "OL002", Severity.ADVICE),
        ("[Cổng thông tin](http://203.0.113.7/)", "OL003", Severity.ERROR),
        ("[Cổng thông tin](https://chinhphu.vn@la.com/)", "OL004", Severity.ERROR),
        ("[Cổng thông tin](https://chinhphu.vn:8443/)", "OL005", Severity.ERROR),
        (
            "[Cổng thông tin](https://chínhphủ.vn/)",
            "OL006",
            Severity.ERROR,
        ),
        ("[Cổng thông tin](https://chinh\u0440hu.vn/)", "OL006", Severity.ERROR),
        ("[Cổng thông tin](https:chinhphu.vn)", "OL007", Severity.ERROR),
        ("[](https://chinhphu.vn/)", "OL008", Severity.ERROR),
        ("[ ](https://chinhphu.vn/)", "OL008", Severity.ERROR),
        ("[.](https://chinhphu.vn/)", "OL008", Severity.ERROR),
        ("[…?!](https://chinhphu.vn/)", "OL008", Severity.ERROR),
        ("[**-**](https://chinhphu.vn/)", "OL008", Severity.ERROR),
        ("[a](https://chinhphu.vn/)", "OL008", Severity.ERROR),
        ("[\u2800](https://chinhphu.vn/)", "OL008", Severity.ERROR),
        ("[Nhà cái uy tín](https://chinhphu.vn/)", "OL010", Severity.ERROR),
        ("[nha cai uy tin](https://chinhphu.vn/)", "OL010", Severity.ERROR),
        ("[BET88 hôm nay](https://chinhphu.vn/)", "OL010", Severity.ERROR),
        ("[tin nóng](https://chinhphu.vn/fun88/)", "OL010", Severity.ERROR),
        ("[cá cược](https://syt.gov.vn/)", "OL010", Severity.WARNING),
        ("[tin nóng](https://syt.gov.vn/nha-cai-uy-tin)", "OL010", Severity.ERROR),
        ("[tin nóng](https://syt.gov.vn/t%C3%A0i-x%E1%BB%89u)", "OL010", Severity.WARNING),
    ],
)
def test_what_is_wrong_with_a_link_is_found_on_its_line(
    find_in: FindInText, link: str, code: str, severity: Severity
) -> None:
    found = find_in(f"{WORDS}\n\n{WORDS} {link}\n\n{WORDS}")

    (finding,) = [each for each in found if each.code == code]
    assert finding.severity is severity
    assert finding.remedy
    assert FIRST_LINE <= finding.line <= FIRST_LINE + 4


@pytest.mark.parametrize(
    "body",
    [
        "[Văn bản](https://vanban.chinhphu.vn/?id=1&so=2)",
        "[Báo tỉnh](HTTP://WWW.BAO.VN/tin)",
        "[Thư](mailto:so@phutho.gov.vn) <so@phutho.gov.vn> [Gọi](tel:+842103846123)",
        "[Liên hệ](/lien-he/) [Mục](#muc) [1](#muc)",
        "Địa chỉ https://la.com viết thành chữ thường, `https://la.com` là mã.",
        "    [mã](https://la.com)",
        "[Nghị định về kinh doanh đặt cược, cá cược](https://vanban.chinhphu.vn/nd-06)",
        "Công an triệt phá đường dây đánh bạc, cá độ bóng đá, lô đề qua mạng.",
        "Tuyên truyền phòng, chống cờ bạc; không tham gia cá cược trực tuyến, nhà cái lừa đảo.",
        "Cống hiến cả cuộc đời; cuộc sống đời thường; sợi kéo; nhà cải tạo; Bet 88 hộ; 88 bộ.",
        "Giống lúa BC15, TH3-5; công văn số 88/KH-BCA; AlphaBet 2024; Tibet 2024.",
    ],
)
def test_honest_texts_are_left_alone(find_in: FindInText, body: str) -> None:
    assert find_in(f"{WORDS}\n\n{body}\n") == []


@pytest.mark.parametrize(
    "slug", ["cong-hien-ca-cuoc-doi", "cac-uoc-tinh", "doi-thuong", "soi-keo", "nha-cai-nghien"]
)
def test_honest_addresses_are_left_alone(find_in: FindInText, slug: str) -> None:
    found = find_in(f"[Gương người tốt](https://phutho.gov.vn/{slug})")

    assert [each.code for each in found] == ["OL002"]


def test_each_place_of_an_error_has_its_line_and_advice_is_said_once(find_in: FindInText) -> None:
    line = "[Một bài](https://la.com/) và [Bộ](https://most.gov.vn/)"
    found = find_in(f"{line}\n\n{line}\n\n{line}")

    assert [(each.code, each.line - FIRST_LINE) for each in found] == [
        ("OL001", 0),
        ("OL002", 0),
        ("OL001", 2),
        ("OL001", 4),
    ]


def test_words_in_a_text_are_a_warning_at_their_first_place(find_in: FindInText) -> None:
    (found,) = find_in(f"{WORDS}\n\nXem kèo nhà cái.\n\nLại kèo nhà cái.")

    assert (found.code, found.severity, found.line) == ("OL011", Severity.WARNING, FIRST_LINE + 2)
    assert "“kèo nhà cái”" in found.message


def test_a_picture_in_a_link_has_its_description(find_in: FindInText) -> None:
    assert find_in("[![Sơ đồ quy trình](so-do.jpg)](https://chinhphu.vn/)") == []


@pytest.mark.parametrize(
    ("links", "words", "path", "farm"),
    [
        (12, 0, "tin-tuc/bai.md", True),
        (10, 0, "tin-tuc/bai.md", False),
        (30, 200, "tin-tuc/bai.md", True),
        (20, 400, "tin-tuc/bai.md", False),
        (60, 0, "trang/lien-ket.md", False),
    ],
)
def test_a_farm_has_many_links_for_its_length(
    find_in: FindInText, links: int, words: int, path: str, *, farm: bool
) -> None:
    body = (
        "chữ " * words
        + "\n\n"
        + "\n".join(f"- [văn bản](https://chinhphu.vn/{number})" for number in range(links))
    )

    assert [each.code for each in find_in(body, path)] == ["OL009"] * farm


def test_a_fixed_page_may_not_be_a_farm_of_hosts_that_nobody_listed(find_in: FindInText) -> None:
    body = "\n".join(f"- [trang {number}](https://x{number}.gov.vn/)" for number in range(40))

    assert "OL009" in {each.code for each in find_in(body, "trang/lien-ket.md")}


PIECES = st.sampled_from(["İ", "nhà cái uy tín", "NHÀ CÁI SỐ 1", "bet88", "\n", "ß", "chữ", "ẞ"])


@given(st.from_regex(read_words().brands))
def test_every_brand_has_one_of_its_signs(text: str) -> None:
    found = read_words().brands.search(text)
    assert found
    assert any(sign in found[0] for sign in read_words().brand_signs)


@given(st.lists(PIECES, max_size=12).map(" ".join))
@example("İİİİ İİİİ\n\nnhà cái uy tín\n\nhết")
def test_advertising_words_are_told_where_they_stand(text: str) -> None:
    for place, words in read_words().advertised_in(text):
        assert text[place : place + len(words)].lower() == words


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://la.com" style="display:none">chữ</a>',
        '<div hidden>chữ</div><p style="position:absolute;left:-9999px">chữ</p>',
        "chữ {: .visually-hidden style='font-size:0' hidden }",
        "## Tiêu đề {: .visually-hidden #an }",
        "[chữ](https://chinhphu.vn/){: .visually-hidden hidden }",
        "<!-- chữ -->",
        "| chữ |\n|:---:|\n| chữ |",
    ],
)
def test_no_text_can_be_hidden_by_an_editor(read_text: ReadText, body: str) -> None:
    markup = read_text(body).body

    assert "chữ" in markup or "Tiêu đề" in markup
    tags = "".join(re.findall("<[^>]*>", markup))
    assert set(re.findall(r" ([\w-]+)=", tags)) <= {"href", "id"}
    assert "<!" not in markup

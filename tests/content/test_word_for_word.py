"""The first content says word for word what its sources say, slips included."""

import re
import unicodedata
from pathlib import Path

import pytest

from tests.content.reading import (
    CONTENT,
    SOURCES,
    Entry,
    article,
    entries,
    read_entry,
    read_table,
    source_lines,
)

PORTAL = source_lines("bao-cao.txt")
TITLE = "KH&CN Địa phương: Phát triển nhanh, bền vững dựa chủ yếu vào KH,CN&ĐMST"
REPORT_END = "Theo most.gov.vn"
# Where the portal's page has photographs: lines of the source, the first is 1.
CAPTION_LINES = (19, 29, 33, 37, 41, 55, 59, 61)
OTHER_ARTICLES = "BÀI VIẾT KHÁC"
SIDE_LINKS = next(line for line in PORTAL if line.startswith("Chung tay"))
IMAGE = re.compile(r"!\[(?P<alt>[^]]*)\]\((?P<path>[^)]*)\)")


def is_image(block: str) -> bool:
    """Whether a paragraph is a picture and nothing else."""
    return IMAGE.fullmatch(block) is not None


def is_caption(block: str) -> bool:
    """Whether a paragraph is emphasis and nothing else."""
    return block.startswith("*") and block.endswith("*")


def filled(lines: list[str]) -> list[str]:
    """Those lines that hold something."""
    return [line for line in lines if line]


def report() -> Entry:
    """The conference report."""
    return article(TITLE)


def notice() -> Entry:
    """The document that the report links to."""
    (slug,) = report().header["documents"]
    return read_entry(CONTENT / "van-ban" / f"{slug}.md")


# The report.


def test_report_has_every_line_of_the_source_in_order_and_nothing_else() -> None:
    begin, end = PORTAL.index(TITLE), PORTAL.index(REPORT_END)
    entry = report()
    body = [block.strip("*") for block in entry.blocks if not is_image(block)]
    shown = [entry.header["title"], entry.header["summary"], *body, entry.header["source"]]
    assert shown == filled(PORTAL[begin : end + 1])


def test_report_has_its_eight_captions_each_below_a_picture() -> None:
    blocks = report().blocks
    captions = [block.strip("*") for block in blocks if is_caption(block)]
    assert captions == [PORTAL[line - 1] for line in CAPTION_LINES]
    pictures = [place for place, block in enumerate(blocks) if is_image(block)]
    assert [place + 1 for place in pictures] == [
        place for place, block in enumerate(blocks) if is_caption(block)
    ]


def test_report_has_the_day_that_stands_in_the_head_of_the_page() -> None:
    assert f"Chủ Nhật, {report().header['date']}" in PORTAL


# The six posts of "Bài viết khác".


def posts_of_the_source() -> list[tuple[str, str, str]]:
    """Title, lead and date of each post; the page has each title twice, once as a picture's."""
    start = next(number for number, line in enumerate(PORTAL) if line.endswith(OTHER_ARTICLES))
    lines = filled(PORTAL[start + 1 : PORTAL.index(SIDE_LINKS)])
    return [
        (lines[first], lines[first + 2], lines[first + 3].removeprefix("Ngày "))
        for first in range(0, len(lines), 4)
    ]


def test_source_has_six_posts() -> None:
    assert len(posts_of_the_source()) == 6


@pytest.mark.parametrize(("title", "lead", "date"), posts_of_the_source())
def test_post_has_title_date_and_lead_of_the_source_and_no_body(
    title: str, lead: str, date: str
) -> None:
    entry = article(title)
    assert (entry.header["summary"], entry.header["date"], entry.body) == (lead, date, "")


# The notice.


def words(text: str) -> list[str]:
    """The words of a text without Markdown's stars."""
    return text.replace("*", " ").split()


def test_notice_has_every_word_of_the_source_in_order_and_nothing_else() -> None:
    entry = notice()
    body = re.sub(r"^:::.*$", "", entry.body, flags=re.MULTILINE)
    shown = f"{entry.header['type'].upper()} {entry.header['title']} {body}"
    assert words(shown) == words((SOURCES / "thong-bao.txt").read_text(encoding="utf-8"))


def test_notice_keeps_its_numbers_and_letters_as_text() -> None:
    marks = [mark for block in notice().blocks if (mark := re.match(r"\d+\.|\w\)", block))]
    shown = " ".join(mark.group() for mark in marks)
    assert shown == "1. 2. a) b) c) d) d) e) g) 3. 4. 5. 6."


def test_paragraphs_of_the_notice_are_those_of_the_source_but_for_point_a() -> None:
    source = (SOURCES / "thong-bao.txt").read_text(encoding="utf-8")
    broken = "chính sách về\n\nKHCN&DMST"
    assert broken in source
    lines = source.replace(broken, broken.replace("\n\n", " ")).split("\n")
    begin = next(number for number, line in enumerate(lines) if line.startswith("Ngày 15"))
    end = lines.index("Nơi nhận:")
    blocks = notice().blocks
    closing = next(number for number, block in enumerate(blocks) if block.startswith(":::"))
    assert blocks[:closing] == filled(lines[begin:end])


def test_notice_ends_with_recipients_and_signature() -> None:
    _, mark, closing = notice().body.partition(":::")
    assert mark + closing == (
        "::: recipients\n"
        "Nơi nhận:\n"
        "- Bộ trưởng và các Thứ trưởng (để bao cáo);\n"
        "- Sở KH&CN các tỉnh, TP (để t/h);\n"
        "- Các đơn vị trực thuộc Bộ (để t/h);\n"
        "- Lưu: VT, ĐP *[ký]*\n"
        ":::\n\n"
        "::: signature\n"
        "TL. BỘ TRƯỞNG\n"
        "KT. CHÁNH VĂN PHÒNG\n"
        "PHÓ CHÁNH VĂN PHÒNG\n\n"
        "Nguyễn Thị Huệ\n"
        ":::\n"
    )


def test_nothing_is_made_up_about_the_notice() -> None:
    header = notice().header
    assert (header["number"], header["date"]) == ("không rõ", "không rõ")


# The data files.


def test_side_links_are_the_words_of_the_source_without_addresses() -> None:
    links = read_table("lien-ket.toml")
    assert " ".join(link["text"] for link in links["side_link"]) == SIDE_LINKS
    assert {link["url"] for link in links["side_link"]} == {""}
    assert "site_link" not in links


def test_counters_have_the_values_of_the_source() -> None:
    lines = filled(PORTAL[PORTAL.index("PAKN đã trả lời") :])
    counters = read_table("so-lieu.toml")["counter"]
    shown = [text for counter in counters for text in (counter["label"], str(counter["value"]))]
    assert shown == lines
    assert {counter["taken_on"] for counter in counters} == {""}


def test_views_of_the_report_are_those_of_the_source() -> None:
    views = {view["slug"]: view for view in read_table("luot-xem.toml")["view"]}
    view = views[report().header["slug"]]
    assert f"Lượt xem: {view['value']}{OTHER_ARTICLES}" in PORTAL
    assert view["taken_on"] == ""


def test_names_of_the_agency_are_those_of_the_source_in_correct_spelling() -> None:
    agency = read_table("co-quan.toml")
    assert agency["governing_body"].lower() in PORTAL
    assert agency["short_name"].lower() in PORTAL
    assert agency["name"].upper() in PORTAL


def test_slips_of_the_sources_are_no_abbreviations_of_their_own() -> None:
    terms = read_table("tu-viet-tat.toml")["term"]
    slips = {slip for term in terms for slip in term.get("slips", ())}
    assert slips >= {"IPP", "DMST", "KHCN&DMST"}
    assert slips.isdisjoint({term["short"] for term in terms})
    explained = {word for term in terms for word in term.get("variants", ())}
    # The notice itself says what it means by this one.
    assert slips & explained == {"KHCN&DMST"}


# All content.


def test_every_section_of_an_article_is_a_known_one() -> None:
    known = {section["name"] for section in read_table("chuyen-muc.toml")["section"]}
    assert {entry.header["category"] for entry in entries("tin-tuc")} <= known


def test_every_file_is_named_by_its_slug() -> None:
    for entry in entries("tin-tuc", "trang", "van-ban"):
        assert entry.path.stem == entry.header["slug"]


def texts() -> list[Path]:
    """All text files of the content."""
    return sorted(path for ending in ("md", "toml") for path in CONTENT.rglob(f"*.{ending}"))


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_text_is_in_nfc(path: Path) -> None:
    assert unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))

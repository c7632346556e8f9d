"""A finding about a key of a header names the line on which the key stands, or would."""

from plugins.article_reader.config import ArticleReaderSettings
from tests.conftest import BuildSite, article

LONG_NAME = "Hội nghị " * 12
DOCUMENT = "---\ntitle: Kết luận\ntype: Thông báo\nnumber: không rõ\nissuer: Bộ\ndate: không rõ\n"
FILES = {
    "tin-tuc/khong-dau.md": "Nội dung.\n",
    "tin-tuc/thieu.md": "---\ntitle: Một bài\n---\n",
    "tin-tuc/khoa.md": article(staus="draft", type="Thông báo", source="[một, hai]"),
    "tin-tuc/hai-lan.md": "---\ntitle: Một\ntitle: Hai\ndate: 17/03/2024\n---\n",
    "tin-tuc/gia-tri.md": article(
        date="31/02/2024", slug="Một bài", status="publised", tags="<b>", category=LONG_NAME
    ),
    "tin-tuc/khong-ro.md": article(date="không rõ"),
    "tin-tuc/hen.md": article(date="17/03/2099", scheduled="có"),
    "tin-tuc/ngay.md": article(date="17/03/2099", modified="17/03/2024"),
    "tin-tuc/sua.md": article(modified="16/03/2024", review="xem lại"),
    "tin-tuc/html.md": article(summary="<b>Sở</b> <script> &nbsp; {.to}"),
    "tin-tuc/chon.md": article(related="khong-co, chon, nhap", slug="chon"),
    "tin-tuc/van-ban.md": article(documents="khong-co, ban-nhap"),
    "tin-tuc/viet-tat.md": article(abbreviations="KT"),
    "tin-tuc/anh.md": article(image="hinh-anh/khong-co.jpg"),
    "tin-tuc/chu-hoa.md": article("MỘT BÀI", tags="hội nghị, Tin"),
    "tin-tuc/chu-thuong.md": article("Một bài", tags="Hội nghị", category="tin khác"),
    "tin-tuc/2024/khong-dau.md": article(),
    "tin-tuc/nhap.md": article(status="draft"),
    "van-ban/ban-nhap.md": f"{DOCUMENT}status: draft\n---\n",
    "van-ban/thieu.md": "---\ntitle: Kết luận\n---\n",
    "trang/the.md": "---\ntitle: Thẻ\n---\n",
    "trang/chuyen-muc.md": "---\ntitle: Chuyên mục\nslug: chuyen-muc\n---\n",
}
CODES = """AR006 AR007 AR008 AR009 AR010 AR011 AR012 AR013 AR019 AR020 AR021 AR024 AR025 AR026 AR027
AR028 AR029 AR031 CG010 CG011 CG012 CG013 GL007 IM002 OA001 OA002 OA003 OD005 OD006 PW001"""


def test_every_finding_about_a_key_names_its_line(build_site: BuildSite) -> None:
    # With its own addresses the reader refuses pages before the writer can (PW001).
    reader = ArticleReaderSettings(own_addresses=())
    site = build_site(FILES, {"ARTICLE_READER": reader})

    about_keys = [found for found in site.diagnostics if found.field and found.path in FILES]
    assert {found.code for found in about_keys} >= set(CODES.split())
    for found in about_keys:
        lines = FILES[found.path].split("\n")
        keys = [
            number for number, line in enumerate(lines, 1) if line.startswith(f"{found.field}:")
        ]
        assert found.line in (keys or [1]), found

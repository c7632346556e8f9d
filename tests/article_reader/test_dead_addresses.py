"""Links to pages of the site itself, and to places on them, on real small sites."""

from collections.abc import Mapping
from typing import Any

import pytest

from plugins.core.diagnostics import Diagnostic
from tests.conftest import BuildSite, article
from tests.pdfs import pdf_of

PUBLIC = {"SITEURL": "https://khcn.example/cong-tin", "FEED_DOMAIN": "https://khcn.example"}
WITHOUT_DRAFTS = {**PUBLIC, "DRAFT_SAVE_AS": "", "DRAFT_PAGE_SAVE_AS": ""}
OTHERS = {
    "tin-tuc/2024/Bài khác.md": article(
        "Bài khác", slug="bai-khac", body="## Kế hoạch & dự toán\n\nSở KH&CN.\n\n### Điều 2"
    ),
    "van-ban/ket-luan.md": "---\ntitle: Kết luận\ntype: Thông báo\nnumber: không rõ\n"
    "issuer: Bộ Khoa học và Công nghệ\ndate: không rõ\n---\n\n"
    "1. Ghi nhận.\n\n2. Đề nghị:\n\na) Một.\n\nđ) Hai.\n",
    "tin-tuc/nhap.md": article("Bài nháp", slug="nhap", status="nháp", body="## Mục"),
    "van-ban/ke-hoach.pdf": pdf_of(),
}
DATA = {"du-lieu/tu-viet-tat.toml": '[[term]]\nshort = "KH&CN"\nlong = "khoa học và công nghệ"\n'}


def findings(
    build_site: BuildSite, body: str, settings: Mapping[str, Any] | None = None, **header: str
) -> list[Diagnostic]:
    source = article("Bài này", slug="bai-nay", body=body, **header)
    site = build_site({**OTHERS, **DATA, "tin-tuc/bai.md": source}, settings)
    return [
        found
        for found in site.diagnostics
        if found.path == "tin-tuc/bai.md" and found.code in {"AR017", "AR018", "AR022", "AR033"}
    ]


def test_every_way_to_name_a_place_that_is_there(build_site: BuildSite) -> None:
    targets = [
        "#",
        "#top",
        "#Top",
        "#muc-mot",
        "#muc%2Dmot",
        "#noi-dung-chinh",
        "#muc-mot:~:text=M%E1%BB%99t",
        "#:~:text=M%E1%BB%99t",
        "<2024/Bài khác.md>",
        "<2024/Bài khác.md#ke-hoach-du-toan>",
        "2024/B%C3%A0i%20kh%C3%A1c.md#dieu-2",
        "/tin-tuc/bai-khac/#dieu-2",
        "/tin-tuc/bai-khac#dieu-2",
        "/tin-tuc/bai-khac/index.html#dieu-2",
        "/tin-tuc/bai-khac/?a=1&b=2#dieu-2",
        "{filename}/van-ban/ket-luan.md#khoan-2-diem-dd",
        "/van-ban/ket-luan/#khoan-1",
        "/tu-viet-tat/#noi-dung-chinh",
        "/#noi-dung-chinh",
        "/van-ban/ke-hoach.pdf#page=3",
        "https://most.gov.vn/#khong-co",
    ]
    body = "\n\n".join(["## Mục một", *(f"[một bài]({target})" for target in targets)])

    assert findings(build_site, body) == []
    assert findings(build_site, body, PUBLIC) == []


@pytest.mark.parametrize(
    ("target", "nearest"),
    [
        ("#muc-mott", "#muc-mot"),
        ("#Mục-một", "#muc-mot"),
        ("#M%E1%BB%A5c-m%E1%BB%99t", "#muc-mot"),
        ("#MUC-MOT", "#muc-mot"),
        ("<2024/Bài khác.md#điều 2>", "#dieu-2"),
        ("2024/B%C3%A0i%20kh%C3%A1c.md#dieu-22", "#dieu-2"),
        ("/tin-tuc/bai-khac/#dieu2", "#dieu-2"),
        ("{filename}/van-ban/ket-luan.md#khoan-2-diem-d", "#khoan-2-diem-dd"),
        ("/#qqqq", ""),
        ("?trang=2#qqqq", ""),
    ],
)
@pytest.mark.parametrize("settings", [None, PUBLIC])
def test_a_place_that_is_not_there_is_a_warning_that_names_the_nearest(
    build_site: BuildSite, target: str, nearest: str, settings: Mapping[str, Any] | None
) -> None:
    (found,) = findings(build_site, f"## Mục một\n\nXem [một bài]({target}) nhé.", settings)

    assert (found.code, found.severity) == ("AR033", "warning")
    assert nearest in found.remedy
    assert ("có phải là" in found.remedy) is bool(nearest)
    assert found.line == 10


def test_a_finding_comes_again_from_a_stored_body(build_site: BuildSite) -> None:
    body = "Xem [một bài](2024/B%C3%A0i%20kh%C3%A1c.md#dieu-2)."
    assert findings(build_site, body) == []
    site = build_site({"tin-tuc/2024/Bài khác.md": article("Bài khác", slug="bai-khac")})
    (found,) = site.found("AR033")

    assert (found.path, found.line) == ("tin-tuc/bai.md", 8)
    assert "“2024/B%C3%A0i%20kh%C3%A1c.md#dieu-2”" in found.message


@pytest.mark.parametrize(
    "target",
    ["/khong-co/", "/tin-tuc/khong-co/#muc", "/%2e%2e/bi-mat", "/tep/../../bi-mat", "/anh/"],
)
@pytest.mark.parametrize("settings", [None, PUBLIC])
def test_an_address_without_a_page_is_an_error(
    build_site: BuildSite, target: str, settings: Mapping[str, Any] | None
) -> None:
    (found,) = findings(build_site, f"Một.\n\n[một bài]({target})", settings)

    assert (found.code, found.severity, found.line) == ("AR022", "error", 10)
    assert f"“{target}”" in found.message


@pytest.mark.parametrize("target", ["nhap.md", "{filename}nhap.md#muc", "/ban-nhap/nhap/"])
@pytest.mark.parametrize("settings", [None, WITHOUT_DRAFTS])
def test_a_link_from_the_public_to_a_draft_is_an_error_before_it_is_published(
    build_site: BuildSite, target: str, settings: Mapping[str, Any] | None
) -> None:
    (found,) = findings(build_site, f"Một.\n\n[một bài]({target})", settings)

    assert (found.code, found.severity, found.line) == ("AR022", "error", 10)


def test_drafts_may_name_drafts(build_site: BuildSite) -> None:
    assert findings(build_site, "[một bài](nhap.md#muc)", status="nháp") == []
    assert findings(build_site, "[một bài](nhap.md)", WITHOUT_DRAFTS, status="nháp") == []


@pytest.mark.parametrize("target", ["/README.md", "{filename}/du-lieu/ghi-chu.md"])
def test_a_file_that_becomes_no_page_is_no_aim(build_site: BuildSite, target: str) -> None:
    build_site({"README.md": "x", "du-lieu/ghi-chu.md": "x"})
    (found,) = findings(build_site, f"Một.\n\n[một bài]({target})")

    assert (found.code, found.line) == ("AR017", 10)

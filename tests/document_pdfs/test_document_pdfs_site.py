"""PDFs of documents on a small real site."""

import os
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfua
import pytest
from PIL import ImageFile
from pypdf import PdfReader

from plugins.core.diagnostics import Severity
from plugins.document_pdfs import DocumentPdfsSettings, plugin
from plugins.document_pdfs.printing import PrintOrder, load_printer, print_pdf, style_sheet
from tests.conftest import ROOT, BuildSite, BuiltSite
from tests.responsive_images.pictures import picture

OWN = "Sở Khoa học và Công nghệ"
IDENTITY = f'name = "{OWN} tỉnh Phú Thọ"\nshort_name = "{OWN}"\ngoverning_body = "Ủy ban"\n'
TEXT = """Căn cứ [quy chế](https://chinhphu.vn/); theo **Nghị định số 95/2014/NĐ-CP**:

## Chương I. Quy định chung

### Điều 1. Phạm vi

1. Khoản một:

a) Điểm a của Ủy ban nhân dân (UBND) tỉnh, KH&CN.

- Mục gạch.

| Việc | Hạn |
| --- | --- |
| Họp | Quý II |

> Trích dẫn.

### Điều 2. Tổ chức

1. Giao các phòng./.

::: recipients
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
:::

::: signature
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Nguyễn Thị Huệ
:::
"""
PDF = "van-ban/ke-hoach/ke-hoach.pdf"


def document(text: str = TEXT, issuer: str = OWN, **header: str) -> str:
    fields = {
        "title": "Triển khai cải cách hành chính",
        "slug": "ke-hoach",
        "type": "Kế hoạch",
        "number": "12/KH-SKHCN",
        "issuer": issuer,
        "superior": "Ủy ban nhân dân tỉnh Phú Thọ",
        "place": "Phú Thọ",
        "date": "05/07/2024",
        "letterhead": "có",
        **header,
    }
    return "\n".join(
        ["---", *(f"{key}: {value}" for key, value in fields.items()), "---", "", text]
    )


def files() -> dict[str, str | bytes]:
    allowed = '[[host]]\nname = ".chinhphu.vn"\n'
    return {
        "van-ban/ke-hoach.md": document(),
        "du-lieu/co-quan.toml": IDENTITY,
        "du-lieu/may-chu.toml": allowed,
    }


@pytest.fixture
def fresh(tmp_path: Path) -> dict[str, Any]:
    """A store in which no PDF is kept."""
    return {"STORE_PATH": str(tmp_path / "store")}


def pdf_of(site: BuiltSite) -> PdfReader:
    return PdfReader(BytesIO(site.files[PDF]))


def test_a_document_of_the_agency_has_a_pdf_that_its_page_names(build_site: BuildSite) -> None:
    site = build_site(files())
    assert site.codes == []
    assert site.page("van-ban/ke-hoach/").xpath(f"//main//a[@href='/{PDF}']")
    text = " ".join(" ".join(page.extract_text() for page in pdf_of(site).pages).split())
    for words in (
        "Bản để đọc, không thay thế bản gốc",
        "Phú Thọ, ngày 05 tháng 7 năm 2024",
        "Số: 12/KH-SKHCN",
        "a) Điểm a của Ủy ban nhân dân (UBND) tỉnh, KH&CN.",
        "Nguyễn Thị Huệ",
    ):
        assert words in text
    assert "(khoa học" not in text


def test_it_is_tagged_and_no_rule_that_the_checker_knows_is_broken(build_site: BuildSite) -> None:
    site = build_site(files())
    report = pdfua.validate(str(site.folder / PDF))
    assert [f.message for f in report.findings if f.severity is pdfua.Severity.ERROR] == []
    reader = pdf_of(site)
    root: Any = reader.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("vi", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Triển khai cải cách hành chính"
    bookmark: Any = reader.outline[0]
    assert bookmark.title == "Kế hoạch Triển khai cải cách hành chính"


def test_all_letters_are_of_the_fonts_of_the_theme(build_site: BuildSite) -> None:
    page: Any = pdf_of(build_site(files())).pages[0]
    fonts = {font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()}
    assert {name.partition("+")[2] for name in fonts} == {
        "Be-Vietnam-Pro",
        "Be-Vietnam-Pro-Semi-Bold",
    }


def test_the_page_is_that_of_the_decree_and_its_number_begins_on_the_second() -> None:
    html = f"<html lang=vi><title>A</title><h1>A</h1>{'<p>Nội dung.</p>' * 200}"
    content = print_pdf(style_sheet(ROOT / "theme"), PrintOrder(key="k", html=html))
    pages = PdfReader(BytesIO(content)).pages
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]
    figures = [[w for w in page.extract_text().split() if w.isdigit()] for page in pages]
    assert figures[:3] == [[], ["2"], ["3"]]


def test_the_same_document_gives_the_same_bytes(build_site: BuildSite, tmp_path: Path) -> None:
    made = [
        build_site(files(), {"STORE_PATH": str(tmp_path / name)}).files[PDF] for name in ("a", "b")
    ]
    assert made[0] == made[1]


def test_one_that_is_kept_is_not_made_again(
    build_site: BuildSite, fresh: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build_site(files(), fresh)
    monkeypatch.setattr(plugin, "load_printer", _must_not_be_called)
    again = build_site({"tin-tuc/moi.md": "title: Mới\ndate: 17/03/2024\n\nTin.\n"}, fresh)
    assert first.files[PDF] == again.files[PDF]


def test_of_another_agency_only_on_an_editors_word(build_site: BuildSite) -> None:
    other = document(issuer="Bộ Khoa học và Công nghệ")
    assert not build_site({**files(), "van-ban/ke-hoach.md": other}).has(PDF)
    wanted = document(issuer="Bộ Khoa học và Công nghệ", pdf="có")
    assert build_site({"van-ban/ke-hoach.md": wanted}).has(PDF)
    assert not build_site({"van-ban/ke-hoach.md": document(pdf="không")}).has(PDF)


@pytest.mark.parametrize(
    ("required", "severity"), [(False, Severity.WARNING), (True, Severity.ERROR)]
)
def test_without_pango_the_site_is_built_and_publishing_fails(
    build_site: BuildSite,
    fresh: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    required: bool,  # noqa: FBT001  (a column)
    severity: Severity,
) -> None:
    monkeypatch.setattr(plugin, "can_print", lambda: False)
    settings = {**fresh, "DOCUMENT_PDFS": DocumentPdfsSettings(required=required)}
    site = build_site(files(), settings)
    (found,) = site.found("DP001")
    assert (found.severity, site.exit_code) == (severity, int(required))
    assert required or not site.page("van-ban/ke-hoach/").xpath(f"//a[@href='/{PDF}']")


DRAWN = """![Biểu đồ vốn đầu tư](/hinh-anh/bieu-do.jpg)

*Vốn đầu tư các năm*

Dấu ![Hình con dấu](/hinh-anh/dau.png) ở cuối.
"""


def drawn(**options: Any) -> dict[str, str | bytes]:  # noqa: ANN401  (Pillow's own options)
    return {
        **files(),
        "van-ban/ke-hoach.md": document(DRAWN),
        "hinh-anh/bieu-do.jpg": picture(**options),
        "hinh-anh/dau.png": picture(60, 40, "PNG"),
    }


def test_pictures_are_in_the_pdf_with_what_is_seen_in_them(
    build_site: BuildSite, fresh: dict[str, Any]
) -> None:
    site = build_site(drawn(comment=b"from a camera"), fresh)
    assert site.codes == []
    assert [image.image.size for image in pdf_of(site).pages[0].images if image.image] == [
        (1200, 750),
        (60, 40),
    ]
    assert b"from a camera" not in site.files[PDF]
    report = pdfua.validate(str(site.folder / PDF))
    assert [f.message for f in report.findings if f.severity is pdfua.Severity.ERROR] == []
    seen = [figure.get("/Alt") for figure in tags_of(pdf_of(site), "/Figure")]
    assert seen == ["Biểu đồ vốn đầu tư", "Hình con dấu"]


def test_pictures_are_the_same_bytes_until_they_change(
    build_site: BuildSite, tmp_path: Path
) -> None:
    settings = [{"STORE_PATH": str(tmp_path / name)} for name in ("a", "b")]
    first, again = (build_site(drawn(), each).files[PDF] for each in settings)
    assert first == again
    assert build_site(drawn(height=900), settings[0]).files[PDF] != first


def test_pictures_that_are_cut_off_are_still_refused() -> None:
    load_printer()
    assert not ImageFile.LOAD_TRUNCATED_IMAGES


def tags_of(reader: PdfReader, kind: str) -> list[Any]:
    """The elements of one kind in the tree of tags, in reading order."""

    def below(element: Any) -> list[Any]:  # noqa: ANN401  (pypdf's objects)
        element = element.get_object()
        if not isinstance(element, dict):
            return []
        own = [element] if element.get("/S") == kind else []
        children = element.get("/K", [])
        inside = children if isinstance(children, list) else [children]
        return [*own, *(found for child in inside for found in below(child))]

    root: Any = reader.trailer["/Root"]
    return below(root["/StructTreeRoot"])


def test_a_command_signs_the_file(
    build_site: BuildSite, fresh: dict[str, Any], tmp_path: Path
) -> None:
    script = tmp_path / "sign.py"
    script.write_text("import sys\nopen(sys.argv[1], 'ab').write(b'%signed')\n", encoding="utf-8")
    sign = DocumentPdfsSettings(sign=(sys.executable, str(script)))
    assert build_site(files(), {**fresh, "DOCUMENT_PDFS": sign}).files[PDF].endswith(b"%signed")


def test_a_command_that_cannot_sign_stops_the_build(
    build_site: BuildSite, fresh: dict[str, Any]
) -> None:
    sign = DocumentPdfsSettings(sign=(sys.executable, "-c", "raise SystemExit('no card')"))
    site = build_site(files(), {**fresh, "DOCUMENT_PDFS": sign})
    (found,) = site.found("DP003")
    assert (site.exit_code, "no card" in found.message) == (1, True)


def test_a_pdf_that_ends_its_worker_is_told(
    build_site: BuildSite, fresh: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plugin, "print_pdf", end_worker)
    site = build_site(files(), fresh)
    assert "DP004" in site.codes


def end_worker(_style: str, _order: PrintOrder) -> bytes:
    os._exit(1)


def _must_not_be_called() -> None:
    pytest.fail("WeasyPrint was loaded")

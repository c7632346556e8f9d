"""Attached files on small real sites."""

from typing import Literal
from unicodedata import normalize

import pytest

from tests.conftest import BuildSite, article
from tests.pdfs import acting_pdf, locked_pdf, pdf_of

PDF = pdf_of(2).ljust(2_500)


def test_publishes_exactly_the_files_that_are_linked(build_site: BuildSite) -> None:
    site = build_site(
        {
            "tin-tuc/bai.md": article(body="[Kế hoạch](<../van-ban/Kế hoạch.pdf>)"),
            "van-ban/Kế hoạch.pdf": PDF,
            "van-ban/thua.pdf": PDF,
        }
    )
    assert site.codes == []
    assert [name for name in site.files if name.startswith("tep/")] == ["tep/van-ban/ke-hoach.pdf"]
    assert site.files["tep/van-ban/ke-hoach.pdf"] == PDF
    link = site.page("tin-tuc/bai/").xpath("//a[starts-with(@href, '/tep/')]")[0]
    assert link.text_content() == "Kế hoạch (PDF, 2\u00a0kB, 2\u00a0trang)"


def test_files_follow_a_site_in_a_folder(build_site: BuildSite) -> None:
    site = build_site(
        {"tin-tuc/bai.md": article(body="[Kế hoạch](a.pdf)"), "tin-tuc/a.pdf": PDF},
        {"SITEURL": "https://phutho.gov.vn/cong-tin"},
    )
    assert site.codes == []
    assert site.has("tep/tin-tuc/a.pdf")
    assert site.page("tin-tuc/bai/").xpath("//a[@href='/cong-tin/tep/tin-tuc/a.pdf']")


def test_files_of_drafts_stay_at_home_when_drafts_do(build_site: BuildSite) -> None:
    site = build_site(
        {
            "tin-tuc/nhap.md": article(status="draft", body="[Kế hoạch](a.pdf)"),
            "tin-tuc/bai.md": article(),
            "tin-tuc/a.pdf": PDF,
        },
        {"DRAFT_SAVE_AS": ""},
    )
    assert site.codes == []
    assert not site.has("tep/tin-tuc/a.pdf")


def test_a_published_address_without_a_file_is_a_dead_link(build_site: BuildSite) -> None:
    for target in ("/tep/", "/tep/khong-co", "/tep/../../bi-mat"):
        site = build_site({"tin-tuc/bai.md": article(body=f"[Kế hoạch]({target})")})
        assert (site.exit_code, site.codes) == (1, ["AR022"])


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_are_found_in_both_forms_of_unicode(
    build_site: BuildSite, form: Literal["NFC", "NFD"]
) -> None:
    site = build_site(
        {
            "tin-tuc/bai.md": article(body="[Kế hoạch](<../Văn bản/Kế hoạch.pdf>)"),
            normalize(form, "Văn bản/Kế hoạch.pdf"): PDF,
        }
    )
    assert site.codes == []
    assert site.files["tep/van-ban/ke-hoach.pdf"] == PDF


def test_two_files_under_one_address_stop_the_build(build_site: BuildSite) -> None:
    site = build_site(
        {
            "tin-tuc/bai.md": article(body="[Một](<Kế hoạch.pdf>), [hai](ke-hoach.pdf)"),
            "tin-tuc/Kế hoạch.pdf": PDF,
            "tin-tuc/ke-hoach.pdf": PDF,
        }
    )
    assert site.exit_code == 1
    assert len(site.codes) == 1


def test_a_secret_outside_never_gets_into_the_site(build_site: BuildSite) -> None:
    build_site({"../bi-mat.pdf": b"%PDF-secret"})
    targets = ("../../bi-mat.pdf", "{attach}../../bi-mat.pdf", "{static}/../bi-mat.pdf")
    for target in targets:
        site = build_site({"tin-tuc/bai.md": article(body=f"[x]({target})")})
        assert (site.exit_code, site.codes) == (1, ["AT002"])
        assert not [name for name, content in site.files.items() if b"secret" in content]


def document(**header: str) -> str:
    fields = {"title": "Kế hoạch", "type": "Kế hoạch", "number": "1/KH-SKHCN", "issuer": "Sở"}
    lines = [f"{key}: {value}" for key, value in {**fields, "date": "05/07/2024", **header}.items()]
    return "\n".join(["---", *lines, "---", "", "Nội dung.", ""])


def test_the_files_of_a_header_are_published_and_shown_with_their_facts(
    build_site: BuildSite,
) -> None:
    site = build_site(
        {
            "van-ban/ke-hoach.md": document(
                original="Bản ký.pdf", attachments='["/van-ban/bieu-mau.csv: Biểu mẫu"]'
            ),
            "van-ban/Bản ký.pdf": pdf_of(2),
            "van-ban/bieu-mau.csv": b"a,b\n",
        }
    )
    assert site.codes == []
    assert site.files["tep/van-ban/ban-ky.pdf"] == pdf_of(2)
    assert site.has("tep/van-ban/bieu-mau.csv")


@pytest.mark.parametrize(
    ("header", "content", "code"),
    [
        ({"original": "khong-co.pdf"}, pdf_of(), "AT001"),
        ({"original": "../../a.pdf"}, pdf_of(), "AT002"),
        ({"attachments": '["a.exe: Phần mềm"]'}, b"MZ", "AT003"),
        ({"original": "a.pdf"}, b"MZ", "AT004"),
        ({"original": "a.pdf"}, locked_pdf(), "AT007"),
        ({"attachments": "[a.pdf]"}, acting_pdf(), "AT008"),
    ],
)
def test_a_file_that_cannot_be_published_stops_the_build(
    build_site: BuildSite, header: dict[str, str], content: bytes, code: str
) -> None:
    site = build_site(
        {
            "van-ban/x.md": document(**header),
            "van-ban/a.pdf": content,
            "van-ban/a.exe": content,
        }
    )
    (found,) = (each for each in site.diagnostics if each.code == code)
    assert site.exit_code == 1
    assert (found.line, found.field) == (7, next(iter(header)))

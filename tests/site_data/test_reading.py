"""From the data files to site data, with everything that is wrong told."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from plugins.core.dates import ZONE
from plugins.core.diagnostics import Severity
from plugins.site_data.reading import SiteDataReading, read_site_data
from plugins.site_data.records import Counter, Identity, Link, Section, Security, SiteData

NOW = datetime(2024, 4, 11, 8, 30, tzinfo=ZONE)
COMPLETE = """
name = "Sở Khoa học và Công nghệ tỉnh Phú Thọ"
short_name = "Sở Khoa học và Công nghệ"
governing_body = "Ủy ban nhân dân tỉnh Phú Thọ"
address = "Việt Trì"
telephone = "0210 0000 000"
email = "ten@co-quan.gov.vn"
responsible_person = "Giám đốc Sở"
feedback_url = "/lien-he/"
site_url = "https://khcn.example.gov.vn/"
[security]
expires = 2025-01-31
"""


def read(tmp_path: Path, **files: str) -> SiteDataReading:
    folder = tmp_path / "du-lieu"
    folder.mkdir(exist_ok=True)
    for name, source in files.items():
        (folder / f"{name.replace('_', '-')}.toml").write_text(source, encoding="utf-8")
    return read_site_data(tmp_path, "/cong/", NOW)


def codes(reading: SiteDataReading) -> list[str]:
    return [found.code for found in reading.diagnostics]


def picture(kind: str) -> bytes:
    target = BytesIO()
    Image.new("RGB", (4, 2)).save(target, kind)
    return target.getvalue()


def large(kind: str) -> bytes:
    target = BytesIO()
    Image.new("1", (2_001, 2_000)).save(target, kind)
    return target.getvalue()


def moving(kind: str) -> bytes:
    target = BytesIO()
    frames = [Image.new("RGB", (4, 2), colour) for colour in ("red", "blue")]
    frames[0].save(target, kind, save_all=True, append_images=frames[1:])
    return target.getvalue()


def test_an_empty_folder_has_neutral_defaults_and_one_warning(tmp_path: Path) -> None:
    reading = read(tmp_path)
    unnamed = "Cơ quan chưa khai báo tên"
    assert reading.site_data == SiteData(identity=Identity(name=unnamed, short_name=unnamed))
    (found,) = reading.diagnostics
    assert (found.code, found.severity) == ("SD002", Severity.WARNING)
    assert found.path == "du-lieu/co-quan.toml"


def test_a_complete_identity_has_no_findings(tmp_path: Path) -> None:
    reading = read(tmp_path, co_quan=COMPLETE)
    assert codes(reading) == []
    assert reading.site_data.identity == Identity(
        name="Sở Khoa học và Công nghệ tỉnh Phú Thọ",
        short_name="Sở Khoa học và Công nghệ",
        governing_body="Ủy ban nhân dân tỉnh Phú Thọ",
        address="Việt Trì",
        telephone="0210 0000 000",
        email="ten@co-quan.gov.vn",
        responsible_person="Giám đốc Sở",
        feedback_url="/cong/lien-he/",
        site_url="https://khcn.example.gov.vn",
        security=Security(expires=date(2025, 1, 31)),
    )


def test_what_an_agency_left_empty_is_one_advice(tmp_path: Path) -> None:
    reading = read(tmp_path, co_quan=COMPLETE.replace('"Việt Trì"', '""'))
    (found,) = reading.diagnostics
    assert (found.code, found.severity) == ("SD003", Severity.ADVICE)
    assert "chưa khai báo: address;" in found.message


def test_a_short_name_is_the_name_where_nobody_gave_one(tmp_path: Path) -> None:
    reading = read(tmp_path, co_quan='name = "Sở Tư pháp"')
    assert reading.site_data.identity.short_name == "Sở Tư pháp"


def test_a_broken_file_is_one_error_and_no_warning_on_top(tmp_path: Path) -> None:
    assert codes(read(tmp_path, co_quan='name = "Sở')) == ["SD001"]


def test_sections_links_and_counters_keep_their_order(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        co_quan=COMPLETE,
        chuyen_muc='[[section]]\nname = "Tin trong nước"\ndescription = "Cả nước"\n'
        '[[section]]\nname = "Tin trong tỉnh"\n',
        lien_ket='[[side_link]]\ntext = "Du lịch Phú Thọ"\nurl = "https://dulich.example.vn/"\n'
        '[[site_link]]\ntext = "Văn bản"\nurl = "/van-ban/"\n',
        so_lieu='[[counter]]\nlabel = "PAKN đã trả lời"\nvalue = 0\ntaken_on = ""\n'
        '[[counter]]\nlabel = "Không ai cho số"\n'
        '[[counter]]\nlabel = "PAKN đang xử lý"\nvalue = 3\ntaken_on = "08/04/2024"\n',
    )
    assert codes(reading) == []
    assert reading.site_data.sections == (
        Section(name="Tin trong nước", description="Cả nước"),
        Section(name="Tin trong tỉnh"),
    )
    assert reading.site_data.side_links == (
        Link(text="Du lịch Phú Thọ", url="https://dulich.example.vn/"),
    )
    assert reading.site_data.site_links == (Link(text="Văn bản", url="/cong/van-ban/"),)
    assert reading.site_data.counters == (
        Counter(label="PAKN đã trả lời", value=0),
        Counter(label="PAKN đang xử lý", value=3, taken_on=date(2024, 4, 8)),
    )


@pytest.mark.parametrize(("day", "told"), [("12/03/2024", []), ("11/03/2024", ["SD013"])])
def test_a_counter_older_than_thirty_days_is_advice(
    tmp_path: Path, day: str, told: list[str]
) -> None:
    counter = f'[[counter]]\nlabel = "PAKN đã trả lời"\nvalue = 3\ntaken_on = "{day}"\n'
    reading = read(tmp_path, co_quan=COMPLETE, so_lieu=counter)
    assert codes(reading) == told
    assert [found.line for found in reading.diagnostics] == [4] * len(told)


def test_a_link_without_address_is_advice_and_stands_as_text(tmp_path: Path) -> None:
    reading = read(
        tmp_path, co_quan=COMPLETE, lien_ket='[[side_link]]\ntext = "Thống kê"\nurl = ""\n'
    )
    assert reading.site_data.side_links == (Link(text="Thống kê"),)
    (found,) = reading.diagnostics
    assert (found.code, found.severity, found.line) == ("SD005", Severity.ADVICE, 3)
    assert "chưa có địa chỉ" in found.message


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "java\\nscript:alert(1)",
        "data:text/html,x",
        "ftp://x.vn/",
        "//x.vn/",
        "/\\\\x.vn",
        "https://",
        "https://[x",
        "https://x.vn/a b",
        "dulich.example.vn",
        " https://x.vn/",
    ],
)
def test_unsafe_or_incomplete_addresses_stop_the_build(tmp_path: Path, url: str) -> None:
    reading = read(
        tmp_path, co_quan=COMPLETE, lien_ket=f'[[site_link]]\ntext = "A"\nurl = "{url}"\n'
    )
    (found,) = reading.diagnostics
    assert (found.code, found.severity, found.line) == ("SD004", Severity.ERROR, 3)
    assert reading.site_data.site_links == (Link(text="A"),)


def test_the_address_of_the_site_must_be_complete(tmp_path: Path) -> None:
    source = COMPLETE.replace("https://khcn.example.gov.vn/", "/khcn/")
    reading = read(tmp_path, co_quan=source)
    assert codes(reading) == ["SD004"]
    assert reading.site_data.identity.site_url == ""


@pytest.mark.parametrize(
    ("kind", "path"),
    [("PNG", "bieu-trung.png"), ("JPEG", "bieu-trung.jpg"), ("WEBP", "bieu-trung.webp")],
)
def test_an_emblem_is_named_by_its_bytes(tmp_path: Path, kind: str, path: str) -> None:
    (tmp_path / "hinh.bin").write_bytes(picture(kind))
    reading = read(tmp_path, co_quan='emblem = "hinh.bin"\n' + COMPLETE)
    assert codes(reading) == []
    assert reading.site_data.identity.emblem == path
    assert reading.emblem is not None
    assert reading.emblem.content == picture(kind)


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        picture("GIF"),
        b"",
        picture("PNG")[:12],
        picture("PNG")[:-20],
        large("PNG"),
        moving("PNG"),
        moving("MPO"),
    ],
)
def test_an_unfit_emblem_stops_the_build(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "hinh.png").write_bytes(content)
    reading = read(tmp_path, co_quan='emblem = "hinh.png"\n' + COMPLETE)
    assert codes(reading) == ["SD006"]
    assert reading.emblem is None


@pytest.mark.parametrize("name", ["khong-co.png", "../hinh.png", "lien-ket.png", "to.png"])
def test_an_emblem_out_of_reach_stops_the_build(tmp_path: Path, name: str) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (tmp_path / "hinh.png").write_bytes(picture("PNG"))
    (content / "lien-ket.png").symlink_to(tmp_path / "hinh.png")
    (content / "to.png").write_bytes(picture("PNG") + bytes(500_000))
    assert codes(read(content, co_quan=f'emblem = "{name}"\n' + COMPLETE)) == ["SD006"]


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("mailto:ten@co-quan.gov.vn", []),
        ("https://co-quan.gov.vn/bao-loi", []),
        ("tel:+84-210-000-000", []),
        ("ten@co-quan.gov.vn", ["SD007"]),
        ("http://co-quan.gov.vn/", ["SD007"]),
        ("mailto:x\\nExpires: 2099", ["SD007"]),
    ],
)
def test_the_security_contact_is_an_address(
    tmp_path: Path, contact: str, expected: list[str]
) -> None:
    assert codes(read(tmp_path, co_quan=f'{COMPLETE}contact = "{contact}"\n')) == expected

"""Data files: values are checked, and every slip is told with its line."""

from datetime import date
from pathlib import Path

import pytest

from plugins.core.diagnostics import Severity
from plugins.core.toml_files import TomlFile, TomlForm, TomlKey, TomlKind, read_toml

FORM: TomlForm = {
    "": (TomlKey("name"),),
    "security": (TomlKey("expires", TomlKind.DAY),),
    "term": (
        TomlKey("short", required=True),
        TomlKey("variants", TomlKind.TEXTS),
        TomlKey("value", TomlKind.NUMBER),
    ),
}


def read(tmp_path: Path, source: str | bytes) -> TomlFile:
    content = source.encode() if isinstance(source, str) else source
    (tmp_path / "tu.toml").write_bytes(content)
    return read_toml(tmp_path, "tu.toml", FORM, code="XX001")


def slips(file: TomlFile) -> list[tuple[int, str, str]]:
    return [(found.line, found.field, found.message) for found in file.diagnostics]


def test_gives_typed_values_in_the_order_of_the_file(tmp_path: Path) -> None:
    file = read(
        tmp_path,
        'name = "Sở Khoa học và Công nghệ"\n[security]\nexpires = 2027-06-30\n'
        '[[term]]\nshort = "ĐMST"\nvariants = ["DMST"]\n[[term]]\nshort = "UBND"\nvalue = 3\n',
    )
    assert slips(file) == []
    assert file.entry().text("name") == "Sở Khoa học và Công nghệ"
    assert file.entry("security").day("expires") == date(2027, 6, 30)
    assert [term.text("short") for term in file.entries("term")] == ["ĐMST", "UBND"]
    assert file.entries("term")[0].texts("variants") == ("DMST",)
    assert file.entries("term")[1].number("value") == 3
    assert file.entries("term")[1].line_of("short") == 8
    assert file.entries("term")[1].line_of("variants") == 7


def test_a_missing_file_is_empty_and_no_slip(tmp_path: Path) -> None:
    file = read_toml(tmp_path, "tu.toml", FORM, code="XX001")
    assert not file.found
    assert file.entries("term") == ()
    assert file.entry("security").day("expires") is None
    assert file.diagnostics == ()


def test_a_symbolic_link_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.toml"
    secret.write_text('name = "x"\n')
    content = tmp_path / "content"
    content.mkdir()
    (content / "tu.toml").symlink_to(secret)
    assert not read_toml(content, "tu.toml", FORM, code="XX001").found


def test_text_is_normalised_and_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    file = read(tmp_path, b"\xef\xbb\xbf" + 'name = "Sở"\r\n'.encode())
    assert file.entry().text("name") == "Sở"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2024-03-17", date(2024, 3, 17)),
        ("2024-03-17T08:30:00", date(2024, 3, 17)),
        ('"17/03/2024"', date(2024, 3, 17)),
        ('"Ngày 17 tháng 3 năm 2024"', date(2024, 3, 17)),
        ('""', None),
    ],
)
def test_days_are_read_day_first(tmp_path: Path, given: str, expected: date | None) -> None:
    file = read(tmp_path, f"[security]\nexpires = {given}\n")
    assert slips(file) == []
    assert file.entry("security").day("expires") == expected


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ('name = "chưa đóng\n', 1),
        ('name = "một"\nname = "hai"\n', 2),
        ("[[term]]\n\nshort = [1,\n", 3),
        ("name = Sở\n", 1),
    ],
)
def test_broken_syntax_is_told_with_its_line(tmp_path: Path, source: str, line: int) -> None:
    (found,) = read(tmp_path, source).diagnostics
    assert (found.code, found.severity, found.path) == ("XX001", Severity.ERROR, "tu.toml")
    assert found.line == line
    assert "không đúng cú pháp TOML" in found.message


def test_another_encoding_is_told(tmp_path: Path) -> None:
    (found,) = read(tmp_path, 'name = "Sở"\n'.encode("utf-16")).diagnostics
    assert found.message == "tệp không phải văn bản UTF-8"


def test_unknown_keys_and_tables_are_told_with_the_nearest(tmp_path: Path) -> None:
    file = read(tmp_path, 'nme = "x"\n[[term]]\nshort = "UBND"\nshrot = "x"\n[[terms]]\na = 1\n')
    assert [(found.line, found.field, found.remedy) for found in file.diagnostics] == [
        (1, "nme", "sửa thành “name”"),
        (5, "terms", "sửa thành “term”"),
        (4, "shrot", "sửa thành “short”"),
    ]


@pytest.mark.parametrize(
    ("line", "field", "written"),
    [
        ("name = 3", "name", "3"),
        ("security = 1", "security", ""),
        ('[security]\nexpires = "31/02/2024"', "expires", '"31/02/2024"'),
        ('[[term]]\nshort = "A"\nvariants = "B"', "variants", '"B"'),
        ('[[term]]\nshort = "A"\nvariants = [1]', "variants", "[1]"),
        ('[[term]]\nshort = "A"\nvalue = true', "value", "True"),
        ('[[term]]\nshort = "A"\nvalue = -1', "value", "-1"),
        ("[[term]]\nshort = 1", "short", "1"),
    ],
)
def test_values_of_the_wrong_kind_are_told(
    tmp_path: Path, line: str, field: str, written: str
) -> None:
    (found,) = read(tmp_path, line + "\n").diagnostics
    assert found.field == field
    assert written in found.message


@pytest.mark.parametrize("entry", ["[[term]]", '[[term]]\nshort = ""'])
def test_an_entry_without_what_it_must_have_is_left_out(tmp_path: Path, entry: str) -> None:
    file = read(tmp_path, f"{entry}\n")
    assert [found.field for found in file.diagnostics] == ["short"]
    assert file.entries("term") == ()

"""The register as files: complete, readable by Excel, harmless there."""

import csv
import io
import json

from plugins.glossary.downloads import register_csv, register_json
from plugins.glossary.terms import Scope, Term

TERMS = [
    Term(short="KH&CN", long="khoa học và công nghệ", variants=("KHCN", "KH-CN"), source="Luật"),
    Term(short="KT", long='kinh tế, "kinh doanh"', also=("kiểm tra",)),
    Term(short="TH", long="tiểu học", scope=Scope.SECTION, sections=("Tin trong tỉnh",)),
    Term(short="VT", long="Văn thư", scope=Scope.RECIPIENTS, spoken="vê tê", slips=("VTh",)),
]


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_json_has_the_keys_of_the_register_and_no_empty_ones() -> None:
    assert json.loads(register_json(TERMS)) == [
        {
            "short": "KH&CN",
            "long": "khoa học và công nghệ",
            "variants": ["KHCN", "KH-CN"],
            "source": "Luật",
        },
        {"short": "KT", "long": 'kinh tế, "kinh doanh"', "also": ["kiểm tra"]},
        {"short": "TH", "long": "tiểu học", "scope": "section", "sections": ["Tin trong tỉnh"]},
        {
            "short": "VT",
            "long": "Văn thư",
            "spoken": "vê tê",
            "scope": "recipients",
            "slips": ["VTh"],
        },
    ]


def test_a_spreadsheet_reads_every_value_under_a_vietnamese_name() -> None:
    content = register_csv(TERMS)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == len(TERMS) + 1
    first, second, third, fourth = _rows(content)
    assert (first["Viết tắt"], first["Viết đầy đủ"]) == ("KH&CN", "khoa học và công nghệ")
    assert (first["Cách viết khác"], first["Phạm vi"]) == ("KHCN; KH-CN", "mọi nơi")
    assert (second["Viết đầy đủ"], second["Nghĩa khác"]) == ('kinh tế, "kinh doanh"', "kiểm tra")
    assert (third["Phạm vi"], third["Chuyên mục"]) == ("trong chuyên mục", "Tin trong tỉnh")
    assert (fourth["Phạm vi"], fourth["Cách đọc"]) == ("ở Nơi nhận của văn bản", "vê tê")


def test_no_cell_is_a_formula() -> None:
    starts = ("=", "+", "-", "@", "\t")
    terms = [Term(short="A", long=f"{sign}1+cmd|' /C calc'!A0", source=sign) for sign in starts]
    for row in _rows(register_csv(terms)):
        assert all(not cell.startswith(starts) for cell in row.values())


def test_an_empty_register_gives_empty_files() -> None:
    assert json.loads(register_json([])) == []
    assert _rows(register_csv([])) == []

"""Where cited documents are."""

from datetime import datetime
from pathlib import Path

from plugins.citations.addresses import FILE, keys_of_documents, read_outside_addresses
from plugins.core.abbreviations import Synonyms
from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.dates import ZONE

KHCN = Synonyms(forms=("KH&CN", "KHCN"), longs=("khoa học và công nghệ",))


def register() -> tuple[Synonyms, ...]:
    return (Synonyms(forms=("KT",), longs=("kinh tế",)), KHCN)


def record(slug: str, number: str, title: str = "", kind: str = "Nghị định") -> ArticleRecord:
    return ArticleRecord(
        path=f"van-ban/{slug}.md",
        kind=Kind.DOCUMENT,
        status=Status.PUBLISHED,
        slug=slug,
        title=title,
        url=f"van-ban/{slug}/",
        date=datetime(2013, 6, 18, tzinfo=ZONE),
        header={"number": number, "type": kind},
    )


def outside(content: Path, text: str) -> tuple[dict[str, str], list[tuple[str, int]]]:
    (content / "du-lieu").mkdir()
    (content / FILE).write_text(text, encoding="utf-8")
    found = read_outside_addresses(content)
    return found.urls, [(each.code, each.line) for each in found.diagnostics]


def test_documents_are_known_by_number_and_laws_by_year() -> None:
    law = record("luat", "29/2013/QH13", "Khoa học và Công nghệ", "luật")
    decree = record("nghi-dinh", "95/2014/NĐ-CP")
    unknown = record("khac", "không rõ")
    assert keys_of_documents([law, decree, unknown], register) == {
        "29-2013-qh13": law,
        "luat-khoa-hoc-va-cong-nghe-2013": law,
        "luat-kh-cn-2013": law,
        "luat-khcn-2013": law,
        "95-2014-nd-cp": decree,
    }


def test_the_type_of_a_law_may_stand_in_its_title() -> None:
    law = record("luat", "không rõ", "Luật Đầu tư công", "luật")
    assert [*keys_of_documents([law], tuple)] == ["luat-dau-tu-cong-2013"]


def test_without_laws_nobody_asks_for_abbreviations() -> None:
    def refuse() -> tuple[Synonyms, ...]:
        raise AssertionError

    assert keys_of_documents([record("nghi-dinh", "95/2014/NĐ-CP")], refuse)


def test_a_number_of_two_documents_means_neither() -> None:
    assert keys_of_documents([record("a", "12/QĐ-UBND"), record("b", "12/QĐ-UBND")], tuple) == {}


def test_the_data_file_gives_addresses_to_all_names(tmp_path: Path) -> None:
    text = (
        '[[document]]\nname = "Luật KH&CN năm 2013"\nurl = "https://a.vn/"\nalso = ["29/2013/QH13"]'
    )
    assert outside(tmp_path, text) == (
        {"luat-kh-cn-2013": "https://a.vn/", "29-2013-qh13": "https://a.vn/"},
        [],
    )


def test_what_is_wrong_with_the_data_file_is_told(tmp_path: Path) -> None:
    text = '[[document]]\nname = "Nghị định về đầu tư"\nurl = "https://a.vn/"\nnam = ""\n'
    assert outside(tmp_path, text) == ({}, [("CI001", 4), ("CI002", 2)])

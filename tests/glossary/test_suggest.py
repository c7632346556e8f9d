import tomllib
from pathlib import Path

import pytest

from plugins.glossary.__main__ import main
from plugins.glossary.sources import read_sources
from plugins.glossary.suggest import suggest
from plugins.glossary.terms import Scope, Term, lexicon_of
from tests.conftest import article, write_files

NOTICE = """---
title: A
---

Về việc họp.

::: signature
KT. CHÁNH
:::

::: recipients
Lưu: VT
:::
"""
FILES = {
    "tin-tuc/mot.md": article(
        body="## ABC\n\nỞ khu công nghiệp (KCN). Mới.\n\n*[XY]: x y\n\nVề XYZ."
    ),
    "tin-tuc/hai.md": article(body="Khu chế nghệ (KCN), [đơn vị](a.md) **XYZ** họp."),
    "tin-tuc/ba.md": article(body="Ban Thường vụ (BTV). Biên tập viên (BTV)."),
    "van-ban/a.md": NOTICE,
    "README.md": "Bỏ qua (BQ)",
}
LEXICON = lexicon_of([Term(short="BTV", long="Ban Thường vụ")])


@pytest.fixture
def content(tmp_path: Path) -> Path:
    write_files(tmp_path, FILES)
    return tmp_path


def test_reads_paragraphs_with_their_places_and_without_marks(content: Path) -> None:
    sources = {source.path: source.passages for source in read_sources(content)}
    assert "README.md" not in sources
    assert [passage.text for passage in sources["tin-tuc/mot.md"]] == [
        "Ở khu công nghiệp (KCN). Mới.",
        "Về XYZ.",
    ]
    assert sources["tin-tuc/hai.md"][0].text == "Khu chế nghệ (KCN), đơn vị XYZ họp."
    assert [passage.places for passage in sources["van-ban/a.md"]] == [
        (Scope.DOCUMENT, Scope.SITE),
        (Scope.SIGNATURE, Scope.DOCUMENT, Scope.SITE),
        (Scope.RECIPIENTS, Scope.DOCUMENT, Scope.SITE),
    ]


def test_the_header_gives_meanings(tmp_path: Path) -> None:
    header = '---\ntitle: A\nabbreviations:\n  - "KT: kỹ thuật"\n  - VT: vận tải\n---\n\nB.\n'
    inline = article(abbreviations='"KT: kỹ thuật"')
    write_files(tmp_path, {"tin-tuc/a.md": header, "tin-tuc/b.md": inline})
    first, second = read_sources(tmp_path)
    assert [term.long for term in first.own] == ["kỹ thuật", "vận tải"]
    assert [term.long for term in second.own] == ["kỹ thuật"]


def test_the_summary_is_text_too(tmp_path: Path) -> None:
    folded = "---\ntitle: A\nsummary: >-\n  Sở X\n  họp.\ndate: 1\n---\n\nB.\n"
    write_files(tmp_path, {"tin-tuc/a.md": folded, "tin-tuc/b.md": article(summary='"Một."')})
    first, second = read_sources(tmp_path)
    assert first.passages[0].text == "Sở X họp."
    assert second.passages[0].text == "Một."


def test_proposes_entries_ready_to_paste_with_the_sentences(content: Path) -> None:
    lines = list(suggest(read_sources(content), LEXICON))
    (entry,) = tomllib.loads("\n".join(lines))["term"]
    assert entry == {
        "short": "KCN",
        "long": "Khu chế nghệ",
        "also": ["khu công nghiệp"],
        "source": "Bài tin-tuc/hai.md",
    }
    assert "# tin-tuc/mot.md: “Ở khu công nghiệp (KCN).”" in lines


def test_tells_other_meanings_of_known_forms_and_forms_without_a_meaning(content: Path) -> None:
    text = "\n".join(suggest(read_sources(content), LEXICON))
    assert "Danh mục đã có “BTV” với nghĩa khác: nếu đúng cả hai thì thêm “Biên tập viên”" in text
    assert "# “XYZ”: 2 lần, chưa bài nào giải nghĩa" in text


def test_the_command_says_when_there_is_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--content", str(tmp_path), "suggest"]) == 0
    assert capsys.readouterr().out.startswith("# Mọi từ viết tắt")

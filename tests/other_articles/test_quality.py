from pathlib import Path

import pytest

from plugins.other_articles.__main__ import main
from plugins.other_articles.labelled_texts import LabelledText, labelled_texts
from plugins.other_articles.quality import quality_of
from tests.other_articles.labelled_corpus import write_labelled_corpus


def test_by_text_alone_the_nearest_are_of_the_section_and_halves_find_each_other(
    tmp_path: Path,
) -> None:
    write_labelled_corpus(tmp_path, 400)
    quality = quality_of(list(labelled_texts(tmp_path)))
    assert (quality.texts, quality.sections, quality.counted) == (400, 4, 256)
    assert quality.same_section >= 0.975
    assert quality.halves_first >= 0.72
    assert quality.halves_first <= quality.halves_rank <= 1
    assert quality.new_article < 200


def test_articles_with_a_header_and_folders_without(tmp_path: Path) -> None:
    files = {
        "a.md": "---\ntitle: Một\ncategory: Tin\nsummary: >\n  Đoạn\n  mở\n---\n\nThân [bài](x)",
        "b.md": "Title: Hai\nCategory: Khác\n\nThân",
        "muc/c.txt": "Chỉ có chữ",
        "muc/d.jpg": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    first, second, third = labelled_texts(tmp_path)
    assert (first.section, first.words.split()) == (
        "Tin",
        ["Một", "Đoạn", "mở", "Thân", "bài"],
    )
    assert (second.section, second.words.split()) == ("Khác", ["Hai", "Thân"])
    assert third == LabelledText(section="muc", words="\n\nChỉ có chữ", body="Chỉ có chữ")


def test_the_report_prints_every_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_labelled_corpus(tmp_path, 30)
    assert main(["report", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "same section among the five nearest" in printed
    assert "0.975" in printed


def test_a_folder_without_texts_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(tmp_path)]) == 2
    assert "Không có tệp" in capsys.readouterr().err

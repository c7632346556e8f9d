"""What a content folder has already, and one more file in it."""

import os
from datetime import date
from pathlib import Path

import pytest

from plugins.new_article.article import NewArticle, NewArticleError
from plugins.new_article.content_folder import lay_down, section_names, taken_slugs
from tests.conftest import article, write_files

NEW = NewArticle(title="Một bài", section="", slug="mot-bai", day=date(2024, 4, 11))
FILE = "tin-tuc/2024/04/mot-bai.md"


def test_names_of_files_and_slugs_of_headers_are_taken(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "tin-tuc/2023/Hoi-Nghi.md": "x",
            "tin-tuc/Đề án.md": article(slug='"de-an-844"'),
            "van-ban/ket-luan.md": "Title: Kết luận\r\nSlug: Ket-Luan-2024\r\n\r\nNội dung.\r\n",
            "trang/bom.md": "\ufeffslug: lien-he\n\nNội dung.\n",
            "trang/cu.md": b"slug: \xff\xfe\n",
            "hinh-anh/anh.jpg": b"slug: anh",
        },
    )
    os.mkfifo(tmp_path / "tin-tuc" / "ong.md")
    (tmp_path / "tin-tuc" / "lien-ket.md").symlink_to("khong-co")

    assert taken_slugs(tmp_path) == {
        "hoi-nghi",
        "de-an",
        "de-an-844",
        "ket-luan",
        "ket-luan-2024",
        "bom",
        "lien-he",
        "cu",
        "ong",
        "lien-ket",
    }


def test_sections_stand_in_the_order_of_their_register(tmp_path: Path) -> None:
    assert section_names(tmp_path) == ()
    register = '[[section]]\nname = "Tin trong nước"\n[[section]]\nname = "Tin trong tỉnh"\n'
    write_files(tmp_path, {"du-lieu/chuyen-muc.toml": register})

    assert section_names(tmp_path) == ("Tin trong nước", "Tin trong tỉnh")


def test_a_new_article_is_laid_down_in_the_folder_of_its_month(tmp_path: Path) -> None:
    assert lay_down(tmp_path, NEW) == tmp_path / FILE
    assert (tmp_path / FILE).read_bytes() == NEW.text.encode()


@pytest.mark.parametrize("content", [b"", "Bài của người khác.".encode()])
def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    write_files(tmp_path, {FILE: content})

    with pytest.raises(NewArticleError, match=r"mot-bai\.md đã có sẵn"):
        lay_down(tmp_path, NEW)
    assert (tmp_path / FILE).read_bytes() == content


def test_nothing_is_written_through_a_symbolic_link(tmp_path: Path) -> None:
    target = tmp_path / "noi-khac.md"
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).symlink_to(target)

    with pytest.raises(NewArticleError, match="đã có sẵn"):
        lay_down(tmp_path, NEW)
    assert not target.exists()


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    write_files(tmp_path, {"tin-tuc/2024": "x"})

    with pytest.raises(NewArticleError, match="tin-tuc/2024"):
        lay_down(tmp_path, NEW)

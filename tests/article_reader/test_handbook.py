"""The schema of headers and the handbook say the same."""

from pathlib import Path

import pytest

from plugins.article_reader import __main__ as command
from plugins.article_reader.front_matter import read_front_matter
from plugins.article_reader.handbook import tables_of, with_tables
from plugins.article_reader.header_schema import BASE_FIELDS, HeaderSchema
from plugins.article_reader.plugin import fields_of_project
from plugins.core.articles import Kind
from plugins.core.errors import SiteError
from plugins.core.headers import Explanation, HeaderField, HeaderKind
from tests.conftest import ROOT

HANDBOOK = ROOT / "content" / "README.md"
BEGIN, END = "<!-- make handbook: {} -->\n", "<!-- make handbook: end -->\n"
EMPTY = f"Mở đầu.\n\n{BEGIN.format('article')}{END}\nGiữa.\n\n{BEGIN.format('document')}cũ\n{END}"
FIELDS = (
    HeaderField(
        name="title",
        kind=HeaderKind.TEXT,
        about=Explanation(meaning="Tiêu đề", example="Một bài"),
        required=frozenset([Kind.ARTICLE]),
    ),
    HeaderField(
        name="issuer",
        kind=HeaderKind.TEXT,
        about=Explanation(meaning="Cơ quan ban hành", example="Bộ"),
        kinds=frozenset([Kind.DOCUMENT]),
        required=frozenset([Kind.DOCUMENT]),
    ),
)


def test_articles_have_one_table_and_documents_what_is_their_own() -> None:
    head = "| Từ khóa | Nghĩa | Ví dụ |\n| --- | --- | --- |\n"

    assert tables_of(FIELDS) == {
        "article": f"{head}| `title` | Tiêu đề; bắt buộc | `title: Một bài` |",
        "document": f"{head}| `issuer` | Cơ quan ban hành; bắt buộc | `issuer: Bộ` |\n\n"
        "Những từ khóa khác dùng như ở bài viết: `title`.",
    }


def test_tables_take_the_place_between_their_marks_and_nothing_else() -> None:
    tables = tables_of(FIELDS)
    written = with_tables(EMPTY, FIELDS)

    assert written == (
        f"Mở đầu.\n\n{BEGIN.format('article')}\n{tables['article']}\n\n{END}\nGiữa.\n\n"
        f"{BEGIN.format('document')}\n{tables['document']}\n\n{END}"
    )
    assert with_tables(written, FIELDS) == written


def test_a_handbook_without_a_place_for_its_tables_is_refused() -> None:
    with pytest.raises(SiteError, match="make handbook: document"):
        with_tables(EMPTY.replace("document", "page"), FIELDS)


@pytest.mark.usefixtures("isolated_signals")
def test_the_handbook_has_the_tables_of_the_schema() -> None:
    handbook = HANDBOOK.read_text(encoding="utf-8")

    assert with_tables(handbook, fields_of_project()) == handbook, "run make handbook"


@pytest.mark.usefixtures("isolated_signals")
def test_every_example_is_read_without_a_finding() -> None:
    fields = fields_of_project()
    schema = HeaderSchema(fields)
    for field in fields:
        text = f"---\n{field.name}: {field.about.example}\n---\n"
        for kind in field.kinds:
            header = schema.read(read_front_matter(text).entries, "x.md", kind)
            assert header.values.get(field.name), field
            assert {found.code for found in header.diagnostics} <= {"AR006"}, field


@pytest.mark.usefixtures("isolated_signals")
def test_features_add_their_keys_in_one_order() -> None:
    names = [field.name for field in fields_of_project()]

    assert names[: len(BASE_FIELDS)] == [field.name for field in BASE_FIELDS]
    assert {"abbreviations", "documents", "image", "related", "personal_data_cleared"} < set(names)


@pytest.mark.usefixtures("isolated_signals")
def test_the_command_prints_the_tables_or_writes_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main([]) == 0
    printed = capsys.readouterr().out
    handbook = tmp_path / "README.md"
    handbook.write_text(EMPTY, encoding="utf-8")

    assert command.main(["--handbook", str(handbook)]) == 0
    written = handbook.read_text(encoding="utf-8")
    tables = tables_of(fields_of_project())
    assert printed == f"{tables['article']}\n\n{tables['document']}\n"
    assert all(table in written for table in tables.values())

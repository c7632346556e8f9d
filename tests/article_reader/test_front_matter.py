"""Headers as people and programs write them: YAML between `---`, or `Key: value` lines."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.article_reader.front_matter import FrontMatter, Value, read_front_matter
from plugins.article_reader.source_text import decode_source
from tests.article_reader.conftest import ReadText


def entries(text: str) -> dict[str, Value]:
    return {entry.key: entry.value for entry in read_front_matter(text).entries}


# Each row of the table: what a header may look like, and what it means.
@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ('title: "Hà Nội: khai mạc"', {"title": "Hà Nội: khai mạc"}),
        ("title: 'Hà Nội: khai mạc'", {"title": "Hà Nội: khai mạc"}),
        ('title: "Đợt \\"cao điểm\\" số #1"', {"title": 'Đợt "cao điểm" số #1'}),
        ("title: Hà Nội: khai mạc", {"title": "Hà Nội: khai mạc"}),
        ("title: Đề án 844", {"title": "Đề án 844"}),
        ('date: "2026-11-02"', {"date": "2026-11-02"}),
        (
            "date: 2026-11-02T10:15:00.000+07:00",
            {"date": "2026-11-02T10:15:00.000+07:00"},
        ),
        ("tags: một, hai", {"tags": "một, hai"}),
        ("tags:\n  - một\n  - hai", {"tags": ("một", "hai")}),
        ("tags:\n- một\n- hai", {"tags": ("một", "hai")}),
        ('tags:\n  - "KH&CN: điểm"\n  - hai', {"tags": ("KH&CN: điểm", "hai")}),
        ("Title: Một\nDate: 17/03/2024", {"title": "Một", "date": "17/03/2024"}),
        ("gio: 12:30\nso: 0844\nco: no", {"gio": "12:30", "so": "0844", "co": "no"}),
        ("summary:", {"summary": ""}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_both_forms_mean_the_same(header: str, expected: dict[str, Value]) -> None:
    assert entries(f"---\n{header}\n---\nThân bài.") == expected
    assert entries(f"{header}\n\nThân bài.") == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("tags: [một, hai]", {"tags": ("một", "hai")}),
        ('tags: ["một, hai", ba]', {"tags": ("một, hai", "ba")}),
        ("summary: >-\n  Câu một.\n  Câu hai.", {"summary": "Câu một. Câu hai."}),
        ("summary: |\n  Câu một.\n  Câu hai.", {"summary": "Câu một.\nCâu hai."}),
        ("summary: Câu một,\n  câu hai.", {"summary": "Câu một, câu hai."}),
        ("# ghi chú\ntitle: Một", {"title": "Một"}),
        ("", {}),
    ],
)
def test_yaml_between_its_lines(header: str, expected: dict[str, Value]) -> None:
    assert entries(f"---\n{header}\n---\nThân bài.") == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("summary: >-\n  Câu một.\n  Câu hai.", {"summary": "Câu một. Câu hai."}),
        ("summary: Câu một,\n    câu hai.", {"summary": "Câu một, câu hai."}),
        ('title: "Một" và "Hai"', {"title": '"Một" và "Hai"'}),
    ],
)
def test_lines_without_a_fence(header: str, expected: dict[str, Value]) -> None:
    assert entries(f"{header}\n\nThân bài.") == expected


def test_a_colon_without_quotes_does_not_lose_the_rest_of_the_header() -> None:
    front = read_front_matter("---\ntitle: A: b\ntags:\n  - một\n  - hai\n---\nThân bài.")

    assert {entry.key: entry.value for entry in front.entries} == {
        "title": "A: b",
        "tags": ("một", "hai"),
    }
    assert front.yaml_error == 2
    assert front.body == "Thân bài."


def test_every_key_and_every_item_knows_its_line() -> None:
    front = read_front_matter("---\ntitle: Một\nreview:\n  - xem ngày\n  - xem tên\n---\n")

    assert [(entry.key, entry.line, entry.item_lines) for entry in front.entries] == [
        ("title", 2, ()),
        ("review", 3, (4, 5)),
    ]


def test_a_key_given_twice_is_kept_twice() -> None:
    front = read_front_matter("---\ntitle: Một\ntitle: Hai\n---\n")

    assert [entry.value for entry in front.entries] == ["Một", "Hai"]


@pytest.mark.parametrize(
    ("text", "body", "body_line"),
    [
        ("---\ntitle: Một\n---\nThân bài.", "Thân bài.", 4),
        ("---\ntitle: Một\n---\n\nThân bài.", "\nThân bài.", 4),
        ("\n\n---\ntitle: Một\n--- \nThân bài.", "Thân bài.", 6),
        ("title: Một\n\nThân bài.", "\nThân bài.", 2),
        ("\ntitle: Một\n\nThân bài.", "\nThân bài.", 3),
        ("Thân bài không có phần đầu.", "Thân bài không có phần đầu.", 1),
        ("---\ntitle: Một\n---", "", 4),
        ("", "", 1),
    ],
)
def test_the_body_and_its_line(text: str, body: str, body_line: int) -> None:
    front = read_front_matter(text)

    assert (front.body, front.body_line) == (body, body_line)


def test_a_rule_in_the_body_does_not_open_another_header() -> None:
    front = read_front_matter("---\ntitle: Một\n---\nTrên\n\n---\n\nDưới")

    assert front.body == "Trên\n\n---\n\nDưới"


def test_a_header_that_nobody_closes_is_told() -> None:
    assert read_front_matter("---\ntitle: Một\n\nThân bài.").unclosed


@pytest.mark.parametrize(
    "header",
    [
        "- một\n- hai",
        "title: {a: b}",
        "? [a]\n: b",
        "title: &a [*a]",
        "&a a: *b",
        "title: !!python/object:os.system x",
        'title: "chưa đóng',
        "\tdate: 17/03/2024",
        "title: [một",
    ],
)
def test_yaml_that_is_no_header_ends_in_no_crash_and_runs_nothing(header: str) -> None:
    front = read_front_matter(f"---\n{header}\n---\nThân bài.")

    assert front.body == "Thân bài."


@given(st.text(alphabet="-: \n\t\"'[]{}>|#&*!?,abĐ\\", max_size=80))
def test_whatever_the_text_is_it_is_taken_apart(text: str) -> None:
    front = read_front_matter(text)

    assert isinstance(front, FrontMatter)
    assert front.unclosed or text.endswith(front.body)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: ("\n\n" + text).encode(),
        lambda text: ("\ufeff\r\n" + text.replace("\n", "\r\n")).encode(),
        lambda text: unicodedata.normalize("NFD", text).encode(),
    ],
    ids=["BOM", "CRLF", "CR", "blank lines in front", "BOM and CRLF", "NFD"],
)
@pytest.mark.parametrize("fence", ["---\n", ""], ids=["YAML", "lines"])
def test_how_an_editor_saves_a_file_makes_no_difference(
    read_bytes: ReadText, change: object, fence: str
) -> None:
    header = "title: Đề án 844\ndate: 08/04/2024\ncategory: Đổi mới\ntags:\n  - Hội nghị\n"
    header += "summary: Mở đầu.\n"
    text = f"{fence}{header}{fence}\nNâng cao năng lực.\n"
    assert callable(change)

    plain, changed = read_bytes(text.encode()), read_bytes(change(text))

    assert replace(changed, lines={}, source="") == replace(plain, lines={}, source="")
    assert changed.lines.keys() == plain.lines.keys()
    assert changed.diagnostics == ()
    assert changed.header["title"] == "Đề án 844"
    assert changed.header["tags"] == ("Hội nghị",)
    assert changed.body == "<p>Nâng cao năng lực.</p>"


LINES = st.lists(
    st.sampled_from(
        ["title: A: {}", "date: {}", "  {}", "- {}", '"{}', "tags: [{}]", "{}", "", "---", "a: >-"]
    ),
    max_size=9,
)


@given(LINES)
def test_every_line_is_a_value_a_finding_or_body(forms: list[str]) -> None:
    lines = [form.format(f"chữ{number}") for number, form in enumerate(forms)]
    front = read_front_matter("\n".join(lines))

    kept = repr([front.body, *(entry.value for entry in front.entries)])
    wanted = [f"chữ{number}" for number, form in enumerate(forms) if "{" in form]
    assert front.unclosed or front.yaml_error or all(word in kept for word in wanted)


@given(LINES | st.lists(st.text(max_size=20), max_size=9))
def test_the_body_begins_where_it_is_said_to(lines: list[str]) -> None:
    text = "\n".join(lines)
    front = read_front_matter(text)

    if not front.unclosed:
        assert "\n".join(text.split("\n")[front.body_line - 1 :]) == front.body
    assert 1 <= front.body_line <= 1 + text.count("\n") + 1


@given(LINES)
def test_every_entry_stands_on_its_line(forms: list[str]) -> None:
    lines = [form.format(f"chữ{number}") for number, form in enumerate(forms)]
    front = read_front_matter("\n".join(lines))

    for entry in front.entries:
        assert lines[entry.line - 1].lower().lstrip(' "').startswith(entry.key.strip())
        assert entry.line < front.body_line
        assert all(entry.line <= line < front.body_line for line in entry.item_lines)
        if entry.item_lines:
            assert len(entry.item_lines) == len(entry.value)


@given(st.lists(st.text(alphabet="aăâđơưệ:- \"'[]#", max_size=20), max_size=9))
def test_how_a_text_was_saved_makes_no_difference(lines: list[str]) -> None:
    text = unicodedata.normalize("NFC", "\n".join(lines))
    saved = (
        unicodedata.normalize("NFD", text),
        text.replace("\n", "\r\n"),
        text.replace("\n", "\r"),
        f"\ufeff{text}",
    )

    for twin in saved:
        read = decode_source(twin.encode(), "tin-tuc/bai.md", 1_000_000)
        assert isinstance(read, str)
        assert read_front_matter(read) == read_front_matter(text)

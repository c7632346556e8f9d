"""Which lines begin clauses and points, and what belongs to them."""

import pytest

from plugins.official_documents.clauses import Item, Level, has_mark, split_before_mark, take_items


def blocks(text: str) -> list[str]:
    return text.split("\n\n")


def marks(items: list[Item]) -> list[str]:
    return [item.mark for item in items]


@pytest.mark.parametrize(
    "line",
    [
        "1. Giao",
        "12. Giao",
        "01. Giao",
        "1.1. Giao",
        "a) Giao",
        "đ) Giao",
        "a.1) Giao",
        "a1) Giao",
        "  b) Thụt",
    ],
)
def test_marks(line: str) -> None:
    assert has_mark(line)


@pytest.mark.parametrize(
    "line",
    [
        "2024. Năm nay",
        "1.1 triệu đồng",
        "1.Không có khoảng trắng",
        r"1\. Không phải khoản",
        "(a) Trong ngoặc",
        "ab) Hai chữ",
        "0. Không",
        "1.",
        "Ngày 15 tháng 3",
    ],
)
def test_no_marks(line: str) -> None:
    assert not has_mark(line)


def test_numbers_and_letters_stay_as_they_are_written() -> None:
    items = take_items(blocks("3. Ba\n\n01. Một\n\nĐ) Hoa"))
    assert [(item.number, item.mark, item.text) for item in items] == [
        (3, "3.", "Ba"),
        (1, "01.", "Một"),
        (0, "Đ)", "Hoa"),
    ]


def test_lines_of_one_block_are_items_of_their_own() -> None:
    assert take_items(["1. Một\ntiếp\na) A\nb) B"]) == [
        Item(level=Level.CLAUSE, number=1, mark="1.", text="Một\ntiếp"),
        Item(level=Level.POINT, mark="a)", text="A"),
        Item(level=Level.POINT, mark="b)", text="B"),
    ]


def test_text_before_the_first_mark_is_split_off() -> None:
    assert split_before_mark("Như sau:\n1. Một\n2. Hai") == ("Như sau:", "1. Một\n2. Hai")


def test_a_paragraph_before_the_next_mark_belongs_to_the_item_above() -> None:
    items = take_items(blocks("1. Một\n\nTiếp của một.\n\na) A\n\nTiếp của a.\n\n2. Hai"))
    assert [(item.mark, item.blocks) for item in items] == [
        ("1.", ("Tiếp của một.",)),
        ("a)", ("Tiếp của a.",)),
        ("2.", ()),
    ]


def test_a_paragraph_after_the_last_item_ends_the_run() -> None:
    rest = blocks("1. Một\n\n2. Hai\n\nBộ thông báo để các đơn vị biết.")
    assert marks(take_items(rest)) == ["1.", "2."]
    assert rest == ["Bộ thông báo để các đơn vị biết."]


def test_a_paragraph_before_a_new_count_ends_the_run() -> None:
    rest = blocks("1. Một\n\n2. Hai\n\nII. Phần hai\n\n1. Lại một")
    assert marks(take_items(rest)) == ["1.", "2."]
    assert rest == ["II. Phần hai", "1. Lại một"]


@pytest.mark.parametrize("boundary", ["## Phần hai", "::: signature"])
def test_headings_and_fences_end_the_run(boundary: str) -> None:
    rest = blocks(f"1. Một\n\n{boundary}\n\n2. Hai")
    assert marks(take_items(rest)) == ["1."]
    assert rest == [boundary, "2. Hai"]


@pytest.mark.parametrize("block", ["- Sở A;\n- Sở B.", "  Đoạn thụt vào.", "    Đoạn thụt vào."])
def test_lists_and_indented_paragraphs_belong_to_the_last_item(block: str) -> None:
    (item,) = take_items(["1. Giao:", block])
    assert item.blocks == (block.lstrip(" "),)


def test_a_list_right_below_a_mark_belongs_to_the_item() -> None:
    (item,) = take_items(["1. Giao:\n- Sở A;\n- Sở B."])
    assert (item.text, item.blocks) == ("Giao:", ("- Sở A;\n- Sở B.",))


def test_parts_go_on_with_the_count() -> None:
    items = take_items(blocks("1. Một\n\n1.1. Phần\n\nTiếp.\n\na) A\n\na.1) B\n\n2. Hai"))
    assert [(item.level, item.mark) for item in items] == [
        (Level.CLAUSE, "1."),
        (Level.SUBCLAUSE, "1.1."),
        (Level.POINT, "a)"),
        (Level.SUBPOINT, "a.1)"),
        (Level.CLAUSE, "2."),
    ]
    assert items[1].blocks == ("Tiếp.",)

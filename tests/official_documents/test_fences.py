"""The blocks between `:::` lines."""

from plugins.official_documents.fences import (
    Fence,
    Recipients,
    read_recipients,
    read_signature,
    take_fence,
)


def test_a_fence_may_hold_blank_lines_and_leaves_what_follows() -> None:
    blocks = ["::: signature\nTL. BỘ TRƯỞNG", "Nguyễn Thị Huệ\n:::", "Sau."]
    assert take_fence(blocks) == Fence(
        before="",
        opening="::: signature",
        name="signature",
        content="TL. BỘ TRƯỞNG\n\nNguyễn Thị Huệ",
        closed=True,
    )
    assert blocks == ["Sau."]


def test_text_on_the_lines_around_a_fence_is_kept() -> None:
    blocks = ["./.\n:::recipients\nNơi nhận:\n:::\nSau."]
    fence = take_fence(blocks)
    assert fence is not None
    assert (fence.before, fence.name, fence.content) == ("./.", "recipients", "Nơi nhận:")
    assert blocks == ["Sau."]


def test_an_unclosed_fence_ends_where_the_next_begins() -> None:
    blocks = ["::: recipients\nNơi nhận:", "::: signature\nA\n:::"]
    fence = take_fence(blocks)
    assert fence is not None
    assert (fence.content, fence.closed) == ("Nơi nhận:", False)
    assert blocks == ["::: signature\nA\n:::"]


def test_an_unclosed_last_fence_takes_the_rest() -> None:
    blocks = ["::: recipients\nNơi nhận:", "- A;"]
    fence = take_fence(blocks)
    assert fence is not None
    assert (fence.content, fence.closed) == ("Nơi nhận:\n\n- A;", False)
    assert blocks == []


def test_a_closing_line_alone_has_no_name() -> None:
    blocks = ["Trước.\n:::\nSau."]
    fence = take_fence(blocks)
    assert fence is not None
    assert (fence.before, fence.name, fence.content) == ("Trước.", "", "")
    assert blocks == ["Sau."]


def test_recipients_are_a_title_and_entries() -> None:
    content = "Nơi nhận:\n- Bộ trưởng\nvà các Thứ trưởng;\n\n- Lưu: VT, ĐP *[ký]*"
    assert read_recipients(content) == Recipients(
        title="Nơi nhận:", entries=("Bộ trưởng và các Thứ trưởng;", "Lưu: VT, ĐP *[ký]*")
    )


def test_a_signature_keeps_its_lines_and_groups() -> None:
    assert read_signature("TL. BỘ TRƯỞNG\nKT. CHÁNH VĂN PHÒNG\n\n\nNguyễn Thị Huệ") == (
        ("TL. BỘ TRƯỞNG", "KT. CHÁNH VĂN PHÒNG"),
        ("Nguyễn Thị Huệ",),
    )

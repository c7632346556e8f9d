"""Who signed, as the signature block says."""

import pytest

from plugins.official_documents.signatures import (
    Signature,
    odd_capacity,
    signature_in,
    signature_of,
)


def test_the_last_line_is_the_name() -> None:
    body = (
        '<p>Nội dung</p><div class="document-signature"><p><abbr>TL.</abbr>'
        "<span hidden> (thừa lệnh)</span> BỘ TRƯỞNG<br>KT. CHÁNH VĂN PHÒNG<br>"
        "PHÓ CHÁNH VĂN PHÒNG</p>\n<p>Nguyễn Thị Huệ</p></div>"
    )
    assert signature_in(body) == Signature(
        signer="Nguyễn Thị Huệ",
        capacity=("TL. BỘ TRƯỞNG", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    )


def test_a_post_is_no_name() -> None:
    assert signature_of((("GIÁM ĐỐC",),)) == Signature(capacity=("GIÁM ĐỐC",))
    assert signature_of(()) == Signature()
    assert signature_in("<p>Không có chữ ký</p>") == Signature()


@pytest.mark.parametrize(
    ("line", "odd"),
    [
        *((f"{known}. GIÁM ĐỐC", "") for known in ("TM", "KT", "TL", "TUQ", "Q")),
        ("GIÁM ĐỐC", ""),
        ("TN. GIÁM ĐỐC", "TN"),
    ],
)
def test_capacities_are_those_of_the_decree(line: str, odd: str) -> None:
    assert odd_capacity(line) == odd

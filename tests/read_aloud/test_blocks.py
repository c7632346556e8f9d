from plugins.read_aloud.blocks import Part, page_blocks

BODY = (
    '<h2>Mục</h2><p>Bộ <abbr><a href="#x">KH&amp;CN</a></abbr><span hidden> (dài)</span> họp</p>'
    "<ol><li>1. Một<ul><li>a) Hai</li></ul> sau</li></ol><p> </p>"
    "<figure><img alt='x'><figcaption>Ảnh.</figcaption></figure>"
    '<div class="document-recipients"><p>Nơi nhận:</p></div>'
    '<div class="document-signature"><p>TL. BỘ TRƯỞNG<br>KT. CHÁNH</p></div>'
)


def test_blocks_are_runs_of_text_in_the_order_of_the_page() -> None:
    blocks = page_blocks(["Tiêu đề", ""], BODY, ["Theo báo"])
    assert [block.text for block in blocks] == [
        *("Tiêu đề", "Mục", "Bộ KH&CN họp", "1. Một", "a) Hai", " sau", "Ảnh.", "Nơi nhận:"),
        *("TL. BỘ TRƯỞNG", "KT. CHÁNH", "Theo báo"),
    ]
    assert [block.number for block in blocks] == list(range(11))


def test_captions_recipients_and_signatures_are_known() -> None:
    parts = {block.text: block.part for block in page_blocks([], BODY)}
    assert parts["Ảnh."] is Part.CAPTION
    assert parts["Nơi nhận:"] is Part.RECIPIENTS
    assert parts["KT. CHÁNH"] is Part.SIGNATURE
    assert parts["a) Hai"] is Part.BODY

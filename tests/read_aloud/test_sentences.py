import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.abbreviations import Abbreviations, NoAbbreviations
from plugins.read_aloud.blocks import Block, Part, page_blocks
from plugins.read_aloud.labels import leaks
from plugins.read_aloud.readings import Doubt
from plugins.read_aloud.sentences import Sentence, SpokenArticle, spoken_article

PIECES = st.sampled_from(
    [
        "Bộ",
        " ",
        ". ",
        ", ",
        "15/3",
        "KH&CN",
        " (",
        ")",
        "44,8%",
        "./.",
        "a",
        "; ",
        "UBND",
        "\n",
        "!",
    ]
)


def said(text: str, known: Abbreviations | None = None, part: Part = Part.BODY) -> SpokenArticle:
    block = Block(number=3, text=text, part=part)
    return spoken_article([block], known or NoAbbreviations(), ("site",))


def texts(article: SpokenArticle, text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in article.sentences]


def pairs(text: str, sentence: Sentence) -> list[tuple[str, str]]:
    return [
        (text[word.start : word.end], sentence.spoken[word.spoken_start : word.spoken_end])
        for word in sentence.words
    ]


def test_each_word_of_the_page_has_its_words(known: Abbreviations) -> None:
    text = "Sở Khoa học và Công nghệ (KH&CN) tăng 44,8% ngày 15/3."
    (sentence,) = said(text, known).sentences
    assert pairs(text, sentence)[3:] == [
        ("và", "và"),
        ("Công", "Công"),
        ("nghệ (KH&CN)", "nghệ"),
        ("tăng", "tăng"),
        ("44,8%", "bốn mươi tư phẩy tám phần trăm"),
        ("ngày", "ngày"),
        ("15/3", "mười lăm tháng ba"),
    ]
    assert sentence.block == 3


@given(st.lists(PIECES, max_size=14).map("".join))
def test_every_word_is_covered_once_and_nothing_leaks(text: str) -> None:
    article = said(text)
    covered = [place for s in article.sentences for w in s.words for place in range(w.start, w.end)]
    assert len(covered) == len(set(covered))
    assert {place for place, sign in enumerate(text) if sign.isalnum()} <= set(covered)
    assert not any(leaks(sentence.spoken) for sentence in article.sentences)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Một. Hai! Ba?", ["Một", "Hai", "Ba"]),
        ("TP. Việt Trì họp. Xong.", ["TP. Việt Trì họp", "Xong"]),
        ("1. Giao Vụ. 2. Giao Sở.", ["1. Giao Vụ", "2. Giao Sở"]),
        ("Tăng 1.250.000 đồng. Hết", ["Tăng 1.250.000 đồng", "Hết"]),
        ("Ông nói: “Tốt.” Rồi đi.", ["Ông nói: “Tốt.”", "Rồi đi"]),
        ("v.v. và nhiều nữa", ["v.v. và nhiều nữa"]),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    found = [piece.rstrip(".!?") for piece in texts(said(text), text)]
    assert found == [sentence.rstrip(".!?") for sentence in sentences]


def test_long_sentences_are_parted_where_one_may_breathe() -> None:
    text = "; ".join(["chữ " * 19 + "cuối"] * 4) + "."
    assert [len(s.words) for s in said(text).sentences] == [40, 40]
    text = "chữ " * 100
    assert len(said(text).sentences) == 1


def test_parts_are_read_in_their_order(known: Abbreviations) -> None:
    body = (
        "<figure><figcaption>Toàn cảnh.</figcaption></figure><p>Thân bài.</p>"
        '<div class="document-signature"><p>TL. BỘ TRƯỞNG</p></div>'
        '<div class="document-recipients"><p>Lưu: VT.</p></div>'
    )
    article = spoken_article(page_blocks(["Tên"], body), known, ("document", "site"))
    assert [sentence.spoken for sentence in article.sentences] == [
        *("Tên", "Thân bài.", "Chú thích ảnh: Toàn cảnh."),
        *("Lưu: Văn thư.", "thừa lệnh bộ trưởng"),
    ]
    assert all(sentence.opens for sentence in article.sentences)


def test_what_is_unsure_is_told_but_not_what_the_glossary_tells() -> None:
    article = said("XYZ theo 12/QĐ-XYZT")
    assert [each.doubt for each in article.doubts] == [Doubt.ISSUER]
    assert "XYZT" in article.asked

import json

from hypothesis import given
from hypothesis import strategies as st

from plugins.core.abbreviations import Abbreviations, NoAbbreviations
from plugins.read_aloud.blocks import Block, Part
from plugins.read_aloud.sentences import Sentence, spoken_article
from plugins.read_aloud.words import transcript_of_words, words_of
from tests.read_aloud.test_sentences import PIECES


def sentences(*blocks: Block, known: Abbreviations | None = None) -> tuple[Sentence, ...]:
    return spoken_article(blocks, known or NoAbbreviations(), ("site",)).sentences


def test_only_what_is_said_otherwise_has_its_place(known: Abbreviations) -> None:
    text = "Sở KH&CN tăng 44,8% và hết."
    (row,) = json.loads(words_of(sentences(Block(number=2, text=text), known=known)))
    block, start, end, spoken, parted = row
    assert (block, start, end) == (2, 0, len(text))
    assert spoken == "Sở khoa học và công nghệ tăng bốn mươi tư phẩy tám phần trăm và hết."
    places = [parted[begin : begin + 4] for begin in range(0, len(parted), 4)]
    assert [(text[a:b], spoken[c:d]) for a, b, c, d in places] == [
        ("KH&CN", "khoa học và công nghệ"),
        ("44,8%", "bốn mươi tư phẩy tám phần trăm"),
    ]


def test_what_is_said_before_a_caption_belongs_to_no_word() -> None:
    caption = Block(number=0, text="Toàn cảnh", part=Part.CAPTION)
    (row,) = json.loads(words_of(sentences(caption)))
    assert row[3:] == ["Chú thích ảnh: Toàn cảnh", [0, 4, 15, 19]]


def test_the_transcript_has_a_line_for_each_sentence() -> None:
    blocks = (Block(number=0, text="Một. Hai."), Block(number=1, text="Ba"))
    assert transcript_of_words(words_of(sentences(*blocks))).decode() == "Một.\nHai.\n\nBa\n"


@given(st.lists(PIECES, max_size=14).map("".join))
def test_the_place_of_every_word_can_be_worked_out(text: str) -> None:
    said = sentences(Block(number=0, text=text))
    for sentence, row in zip(said, json.loads(words_of(said)), strict=True):
        led = len(sentence.spoken) - len(sentence.spoken.lstrip())
        for word in sentence.words:
            place = _place(row[4], word.spoken_start - led)
            assert place == word.start - sentence.start


def _place(parted: list[int], spoken: int) -> int:
    """Where in the text the script finds what is said at a place."""
    before = [parted[i : i + 4] for i in range(0, len(parted), 4) if parted[i + 2] <= spoken]
    start, end, _, its_end = before[-1] if before else (0, 0, 0, 0)
    return start if spoken < its_end else end + spoken - its_end

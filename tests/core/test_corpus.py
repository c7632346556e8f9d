"""The cards that other pages show: what they show decides what those pages are made from."""

from datetime import datetime

import pytest

from plugins.core.articles import Kind
from plugins.core.corpus import Card
from plugins.core.dates import ZONE
from plugins.core.fingerprints import fingerprint_of

CARD = Card(kind=Kind.ARTICLE, title="Trồng chè", url="tin-tuc/trong-che/", date=None)
CHANGES: dict[str, object] = {
    "kind": Kind.DOCUMENT,
    "title": "Trồng lúa",
    "url": "tin-tuc/trong-lua/",
    "date": datetime(2024, 3, 1, tzinfo=ZONE),
    "summary": "Vụ mùa",
    "picture": ("anh.jpg", 3),
    "facts": {"number": "12/QĐ"},
}


def test_every_part_of_a_card_is_tried() -> None:
    assert tuple(CHANGES) == Card.PARTS


@pytest.mark.parametrize("part", Card.PARTS)
def test_whatever_a_card_shows_is_in_its_fingerprint(part: str) -> None:
    other = CARD.changed(**{part: CHANGES[part]})
    assert getattr(other, part) == CHANGES[part]
    assert other != CARD
    assert fingerprint_of((1, other)) != fingerprint_of((1, CARD))
    assert other.changed(**{part: getattr(CARD, part)}) == CARD
    assert len({other, CARD, CARD.changed()}) == 2

"""A value is read where a page shows it, and known by its fingerprint until then."""

from plugins.core.articles import Kind
from plugins.core.corpus import Card
from plugins.core.deferred import Deferred, shown
from plugins.core.fingerprints import fingerprint_of


def test_it_is_read_once_where_it_is_shown_several_times() -> None:
    read: list[str] = []

    def give(about: str) -> str:
        read.append(about)
        return f"{about} xuân"

    deferred = Deferred("read once", give, "mùa")
    assert read == []
    assert [shown(deferred), deferred.value] == ["mùa xuân", "mùa xuân"]
    assert read == ["mùa"]


def test_it_stands_for_its_fingerprint() -> None:
    one, same, other = (Deferred(name, str, number) for number, name in enumerate("aab"))
    assert one == same
    assert len({one, same, other}) == 2
    assert fingerprint_of((1, one)) == fingerprint_of((1, "a"))


def test_what_is_no_deferred_value_is_shown_as_it_is() -> None:
    assert [shown(None), shown("chữ")] == [None, "chữ"]


def test_a_card_shows_what_is_deferred_and_is_known_without_reading_it() -> None:
    def card(summary: str, picture: str) -> Card:
        return Card(
            kind=Kind.ARTICLE,
            title="Trồng chè",
            url="tin-tuc/trong-che/",
            date=None,
            summary=Deferred(summary, str.lower, "VỤ MÙA"),
            picture=Deferred(picture, str.lower, "ANH.JPG"),
        )

    one = card("card summary", "card picture")
    assert (one.summary, one.picture) == ("vụ mùa", "anh.jpg")
    assert one.changed() == one == card("card summary", "card picture")
    assert len({one, card("other summary", "card picture"), card("card summary", "other")}) == 3

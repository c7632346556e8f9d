"""Only what somebody has looked at, and not too long ago, is left out of the count."""

from datetime import date

from plugins.accessibility_statement.results import Review
from tests.audit.reviews import FILE, Reviewed, read_reviewed, unexplained
from tests.browser.axe import Place

DAY = date(2026, 11, 22)
REVIEW = Review(what="Trình đơn", reason="Đã xem", since=DAY, until=DAY)
ENTRY = Reviewed(rule="hidden-content", place='class="menu"', system="forced", review=REVIEW)


def test_an_entry_covers_its_rule_place_and_system_only() -> None:
    mine = Place(rule="hidden-content", markup='<nav class="menu">')
    other = Place(rule="hidden-content", markup='<nav class="list">')
    assert unexplained([mine, other], "forced", [ENTRY]) == ([str(other)], {REVIEW})
    assert unexplained([mine], "dark", [ENTRY]) == ([str(mine)], set())
    assert unexplained([Place(rule="list", markup=mine.markup)], "forced", [ENTRY])[0]


def test_an_expired_entry_counts_no_more() -> None:
    assert read_reviewed(FILE, DAY)
    assert read_reviewed(FILE, date(2100, 1, 1)) == []


def test_every_entry_says_why_and_until_when() -> None:
    for entry in read_reviewed(FILE, DAY):
        assert entry.review.reason.endswith(".")
        assert entry.review.since < entry.review.until

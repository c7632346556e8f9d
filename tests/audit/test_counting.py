"""A visit counts once for each measure, however many faults it shows."""

from datetime import date

from plugins.accessibility_statement.measures import Measure
from plugins.accessibility_statement.results import Extent, Figure, Results, Review
from tests.audit.counting import count, open_since
from tests.audit.examination import Examination
from tests.audit.matrix import Visit
from tests.audit.reviews import Reviewed
from tests.browser.axe import Opinion, Place

DAY = date(2026, 11, 22)
REVIEW = Review(what="Trình đơn", reason="Đã xem.", since=DAY, until=DAY)
ENTRY = Reviewed(rule="hidden-content", place="menu", system="", review=REVIEW)
MENU = Place(rule="hidden-content", markup='<nav class="menu">')
LIST = Place(rule="list", markup="<ul>")
VISIT = Visit(page="a/", choice="dark", system="plain", screen="desk", scripts=False)


def _examination(*violations: Place, faint: tuple[str, ...] = ()) -> Examination:
    said = Opinion(violations=violations, undecided=(MENU,), rules=105)
    return Examination(visit=VISIT, axe=said, faults={"faint-texts": list(faint)})


def test_visits_with_faults_are_counted_and_every_fault_is_told() -> None:
    counted = count([_examination(LIST, LIST), _examination(faint=("2.00: p",))], [ENTRY])
    assert counted.figures == {
        "axe-violations": Figure(value=1, over=2),
        "axe-unexplained": Figure(value=0, over=2),
        "faint-texts": Figure(value=1, over=2),
    }
    assert counted.lines == (
        "axe-violations /a/ (dark, plain, desk, no scripts): list: <ul>",
        "axe-violations /a/ (dark, plain, desk, no scripts): list: <ul>",
        "faint-texts /a/ (dark, plain, desk, no scripts): 2.00: p",
    )


def test_reviews_are_named_where_a_visit_has_met_them() -> None:
    assert count([_examination()], [ENTRY]).reviews == (REVIEW,)
    nobody = count([_examination()], [])
    assert nobody.reviews == ()
    assert nobody.figures["axe-unexplained"] == Figure(value=1, over=1)


def test_what_stays_open_keeps_its_first_day() -> None:
    measures = [
        Measure(name=name, goal=1, title="Lỗi", how="axe-core", at_most=0)
        for name in ("cu", "moi", "da-sua", "chua-do")
    ]
    before = Results(
        day=date(2026, 10, 1),
        extent=Extent.WHOLE,
        pages=1,
        visits=1,
        combinations=1,
        open_since={"cu": date(2026, 9, 1), "da-sua": date(2026, 9, 1)},
    )
    figures = {"cu": Figure(value=1), "moi": Figure(value=2), "da-sua": Figure(value=0)}
    assert open_since(measures, figures, before, DAY) == {"cu": date(2026, 9, 1), "moi": DAY}
    assert open_since(measures, figures, None, DAY) == {"cu": DAY, "moi": DAY}

"""From what single visits have shown to the figures of the whole audit."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from plugins.accessibility_statement.measures import Measure
from plugins.accessibility_statement.results import Figure, Results, Review
from tests.audit.examination import Examination
from tests.audit.reviews import Reviewed, unexplained


class Count(Struct, frozen=True, kw_only=True):
    """All visits together.

    Attributes:
        figures: How many visits had faults, by measure.
        reviews: What people have looked at and a visit has met, in the order of the list.
        lines: Every fault with its visit, for those who mend it.
    """

    figures: dict[str, Figure]
    reviews: tuple[Review, ...]
    lines: tuple[str, ...]


def count(examinations: Iterable[Examination], entries: Sequence[Reviewed]) -> Count:
    """The figures of all examinations; what people have looked at is no fault."""
    lines: list[str] = []
    met: set[Review] = set()
    faulty: dict[str, int] = {}
    total = 0
    for examination in examinations:
        total += 1
        violations, one = unexplained(examination.axe.violations, examination.visit.system, entries)
        undecided, other = unexplained(examination.axe.undecided, examination.visit.system, entries)
        met |= one | other
        found = {
            "axe-violations": violations,
            "axe-unexplained": undecided,
            **examination.faults,
        }
        for measure, faults in found.items():
            faulty[measure] = faulty.get(measure, 0) + bool(faults)
            lines += [f"{measure} {examination.visit}: {fault}" for fault in faults]
    return Count(
        figures={name: Figure(value=value, over=total) for name, value in faulty.items()},
        reviews=tuple(entry.review for entry in entries if entry.review in met),
        lines=tuple(lines),
    )


def open_since(
    measures: Iterable[Measure],
    figures: Mapping[str, Figure],
    before: Results | None,
    today: date,
) -> dict[str, date]:
    """Since when each limit that is not kept is not kept; the audit before may know a day."""
    known = before.open_since if before else {}
    return {
        measure.name: known.get(measure.name, today)
        for measure in measures
        if measure.name in figures and not measure.is_met_by(figures[measure.name].value)
    }

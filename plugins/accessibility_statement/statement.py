"""What the statement says: each measure with its figure, sorted by what came out."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from plugins.accessibility_statement.allowed import Allowed
from plugins.accessibility_statement.measures import Measure
from plugins.accessibility_statement.results import Figure, Results, Review


class Outcome(Struct, frozen=True, kw_only=True):
    """One measure and its figure.

    Attributes:
        figure: None where nobody has measured.
        open_since: Since when the limit is not kept; None where it is, or nobody knows.
    """

    measure: Measure
    figure: Figure | None = None
    open_since: date | None = None

    @property
    def is_met(self) -> bool:
        """Whether the figure is there and keeps to the limit."""
        return self.figure is not None and self.measure.is_met_by(self.figure.value)


class Statement(Struct, frozen=True, kw_only=True):
    """The content of the page.

    Attributes:
        results: The audit; None before the first.
        reviews: What tools object to or leave to people, and what people say of it.
    """

    results: Results | None
    outcomes: tuple[Outcome, ...]
    reviews: tuple[Review, ...] = ()

    @property
    def met(self) -> tuple[Outcome, ...]:
        """What keeps to its limit."""
        return tuple(outcome for outcome in self.outcomes if outcome.is_met)

    @property
    def unmet(self) -> tuple[Outcome, ...]:
        """What was measured and does not keep to its limit."""
        return tuple(each for each in self.outcomes if each.figure and not each.is_met)

    @property
    def unmeasured(self) -> tuple[Outcome, ...]:
        """What nobody has measured."""
        return tuple(outcome for outcome in self.outcomes if outcome.figure is None)


def compose(
    measures: Iterable[Measure], results: Results | None, allowed: Iterable[Allowed] = ()
) -> Statement:
    """The statement about an audit; everything is unmeasured where there was none."""
    return Statement(
        results=results,
        outcomes=tuple(
            Outcome(
                measure=measure,
                figure=results.figures.get(measure.name) if results else None,
                open_since=results.open_since.get(measure.name) if results else None,
            )
            for measure in measures
        ),
        reviews=(*(results.reviews if results else ()), *(entry.review for entry in allowed)),
    )

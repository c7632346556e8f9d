"""From what was measured to the figures that have limits."""

from collections.abc import Mapping, Sequence
from math import log
from statistics import median

from tests.bench.cost import Cost

# A figure, or why there is none.
Figure = float | str
# What every generator that is there cost, round by round.
Runs = Mapping[str, Sequence[Cost]]


def median_cost(costs: Sequence[Cost]) -> Cost:
    """The median seconds, and the most memory."""
    return Cost(
        seconds=median(cost.seconds for cost in costs),
        processor=median(cost.processor for cost in costs),
        megabytes=max(cost.megabytes for cost in costs),
    )


def ratio(runs: Runs, one: str, other: str) -> Figure:
    """The median of one's seconds over the other's, round by round, or who is not there."""
    for name in (one, other):
        if name not in runs:
            return f"{name} is not installed"
    pairs = zip(runs[one], runs[other], strict=True)
    return median(ours.seconds / theirs.seconds for ours, theirs in pairs)


def changed_pages(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> int:
    """How many of the pages that were there before are gone or have other bytes."""
    return sum(after.get(page) != digest for page, digest in before.items())


def growth(fewer: tuple[int, float], more: tuple[int, float]) -> float:
    """The power of the number of articles by which their cost grows, from two such pairs."""
    return log(more[1] / fewer[1]) / log(more[0] / fewer[0])

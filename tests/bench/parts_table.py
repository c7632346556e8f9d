"""What each feature had of the seconds of some commands, as a table."""

from collections.abc import Iterable, Mapping

from tests.bench.cost import GATE, Cost

_SLIGHT_SECONDS = 0.05


def parts_table(costs: Mapping[str, Cost]) -> str:
    """The gate's own parts, then those of other features; the heaviest first, slight ones as one.

    Args:
        costs: By the name of what was measured, each with its parts.
    """
    found = {name for cost in costs.values() for name in cost.parts}
    weights = {name: max(_seconds(costs, [name])) for name in found}
    heaviest = sorted(sorted(found), key=lambda name: -weights[name])
    others = [name for name in heaviest if name not in GATE]
    heavy = [name for name in others if weights[name] >= _SLIGHT_SECONDS]
    slight = [name for name in others if name not in heavy]
    rows = (
        ("the gate's own", _seconds(costs, GATE)),
        *((f"  {name}", _seconds(costs, [name])) for name in heaviest if name in GATE),
        ("other features", _seconds(costs, others)),
        *((f"  {name}", _seconds(costs, [name])) for name in heavy),
        (f"  {len(slight)} more together", _seconds(costs, slight)),
        ("the whole", [cost.seconds for cost in costs.values()]),
    )
    head = f"{'seconds by feature':26}{''.join(f'{name:>20}' for name in costs)}"
    return "\n".join([head, *(_row(name, seconds) for name, seconds in rows)])


def _row(name: str, seconds: Iterable[float]) -> str:
    return f"{name:26}{''.join(f'{each:20.2f}' for each in seconds)}"


def _seconds(costs: Mapping[str, Cost], names: Iterable[str]) -> list[float]:
    wanted = list(names)
    return [sum(cost.parts.get(name, 0.0) for name in wanted) for cost in costs.values()]

"""`python -m plugins.duty_list`: hold the duty list against the built site."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from plugins.duty_list.duties import Duty, State, missing_from, read_duties, state_of

FILE = Path(__file__).with_name("duties.toml")
PROJECT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Print a line for each duty; the exit code is 1 if one is open."""
    parser = argparse.ArgumentParser(prog="python -m plugins.duty_list", description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("output"), help="the built site")
    output: Path = parser.parse_args().output
    counted: Counter[State] = Counter()
    for duty in read_duties(FILE):
        missing = missing_from(duty, output, PROJECT)
        state = state_of(duty, missing)
        counted[state] += 1
        print(_line(duty, state, missing))
    print(", ".join(f"{counted[state]} {state.value.lower()}" for state in State))
    return int(counted[State.OPEN] > 0)


def _line(duty: Duty, state: State, missing: tuple[str, ...]) -> str:
    answer = ", ".join((*duty.pages, *duty.tests))
    if duty.waiver:
        answer = f"{duty.waiver.since}: {duty.waiver.reason}"
    lacking = f"  missing: {', '.join(missing)}" if missing else ""
    return f"{state.value:<10}{duty.name:<28}{answer}{lacking}"


if __name__ == "__main__":
    sys.exit(main())

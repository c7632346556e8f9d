"""The rows of the list, and whether something answers each."""

import tomllib
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from plugins.core.errors import ConfigError


class Sureness(StrEnum):
    """How it is known that a rule asks for something."""

    READ = "read at its source"
    THIRD_PARTY = "claimed by others, original not read"
    BACKGROUND = "background knowledge, to be checked"


class State(StrEnum):
    """What became of a duty."""

    SATISFIED = "satisfied"
    WAIVED = "waived"
    OPEN = "OPEN"


class Waiver(Struct, frozen=True, kw_only=True):
    """Why a duty is not met on purpose, and since when that stands."""

    reason: str
    since: date


class Duty(Struct, frozen=True, kw_only=True):
    """One thing that a rule asks for.

    Attributes:
        name: A word for the row.
        rule: The text and the place in it.
        status: Whether it is in force, and from when to when.
        asks: What it asks for.
        sureness: How that is known.
        checked_on: When the row was last gone through.
        pages: Files of the built site that satisfy it, all of them needed; a pattern may
            stand for several, of which one has to be there.
        tests: Test files that hold it.
        waiver: Why nothing satisfies it; None where something does.
    """

    name: str
    rule: str
    status: str
    asks: str
    sureness: Sureness
    checked_on: date
    pages: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    waiver: Waiver | None = None


def read_duties(path: Path) -> tuple[Duty, ...]:
    """All rows, in the order of the file.

    Raises:
        ConfigError: if two rows have one name.
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))["duty"]
    duties = tuple(_duty(table) for table in tables)
    if len({duty.name for duty in duties}) < len(duties):
        message = f"{path.name}: two duties have one name"
        raise ConfigError(message)
    return duties


def _duty(table: dict[str, object]) -> Duty:
    waiver = table.get("waiver")
    given = {key: tuple(v) if isinstance(v, list) else v for key, v in table.items()}
    given["sureness"] = Sureness[str(table["sureness"]).upper()]
    given["waiver"] = Waiver(**waiver) if isinstance(waiver, dict) else None
    return Duty(**given)  # type: ignore[arg-type]  # the file's values; its test checks their types


def missing_from(duty: Duty, site: Path, project: Path) -> tuple[str, ...]:
    """The pages and tests that a row names and that are not there."""
    absent = [page for page in duty.pages if not any(site.glob(page))]
    return (*absent, *(test for test in duty.tests if not (project / test).is_file()))


def state_of(duty: Duty, missing: Collection[str]) -> State:
    """Whether something answers a duty; a row that names nothing is open."""
    if duty.waiver:
        return State.WAIVED
    answered = (duty.pages or duty.tests) and not missing
    return State.SATISFIED if answered else State.OPEN

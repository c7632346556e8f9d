"""The Vietnamese words that the reader says and knows, from the three files beside this module."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct

_FOLDER = Path(__file__).parent
Words = Mapping[str, str]


class Numerals(Struct, frozen=True, kw_only=True):
    """The words of which numbers are made.

    Attributes:
        digits: From nought.
        to: Between the ends of a range.
        over: Between two counts: so many out of so many.
        part: Between the two numbers of a fraction.
        ordinals: The places in an order that have a name of their own, by their figures.
    """

    digits: tuple[str, ...]
    ten: str
    tens: str
    hundred: str
    thousand: str
    million: str
    billion: str
    one_behind_tens: str
    four_behind_tens: str
    five_behind_tens: str
    no_tens: str
    comma: str
    point: str
    minus: str
    plus: str
    to: str
    over: str
    part: str
    fourth: str
    ordinals: Words


class DocumentWords(Struct, frozen=True, kw_only=True):
    """What the codes of official documents say.

    Attributes:
        number: Before the number.
        of: Before the issuer.
        of_term: Before the term of an elected body.
        bodies: The codes of elected bodies, behind which their term stands.
        kinds: Of documents, by their codes.
        issuers: By their codes.
    """

    number: str
    of: str
    of_term: str
    year: str
    bodies: tuple[str, ...]
    kinds: Words
    issuers: Words


class Vocabulary(Struct, frozen=True, kw_only=True):
    """All words, by what they are for.

    Attributes:
        dates: Day, month, year, hour, minute, second.
        signs: Those that are said wherever they stand.
        powers: Behind a measure or a number.
        addresses: The signs between the parts of an address.
        units: By what stands behind a number.
        sides: What is said for a letter behind degrees and minutes.
        per: What more may stand behind a slash that follows a measure.
        days_of_week: What is said for their short names.
        parts_of_year: What is said for a letter before a number and a year.
        money_before: What is said behind a number, by the sign before it.
        measures: Words behind which a slash says for what something is counted.
        standards: What is said for the letters of a standard.
        roads: What is said for letters before the number of a road.
        whole: What is said for a few pairs of figure and letter.
        clauses: What is said for the letters before the number of a clause.
        parts_of_town: What is said for the letters before the number of a part of a town.
        titles: What is said for letters before the name of a place.
        places: The same for one letter with a point.
        people: What is said for letters before the name of a person.
        telephones: What is said for letters before a telephone number.
        shortened: What is said for short ways of writing that no register lists.
        alone: What is said for a word in capitals that stands alone.
        foreign: What is said for names in capitals.
        contexts: The words beside which a number is known for what it is.
    """

    numerals: Numerals
    dates: Words
    letters: Words
    signs: Words
    powers: Words
    addresses: Words
    units: Words
    sides: Words
    per: Words
    days_of_week: Words
    parts_of_year: Words
    money_before: Words
    measures: tuple[str, ...]
    standards: Words
    roads: Words
    whole: Words
    clauses: Words
    parts_of_town: Words
    titles: Words
    places: Words
    people: Words
    telephones: Words
    shortened: Words
    alone: Words
    foreign: Words
    documents: DocumentWords
    contexts: Mapping[str, tuple[str, ...]]


def _load() -> Vocabulary:
    table, documents, contexts = map(_table, ("vocabulary", "documents", "contexts"))
    of_documents = {name: _frozen(value) for name, value in documents.items()}
    named = table.keys() - {"numerals", "measures"}
    return Vocabulary(
        numerals=Numerals(**{name: _frozen(value) for name, value in table["numerals"].items()}),
        **{name: MappingProxyType(table[name]) for name in named},
        measures=tuple(table["measures"]["words"]),
        documents=DocumentWords(**of_documents),
        contexts=MappingProxyType({name: tuple(words) for name, words in contexts.items()}),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _frozen(value: Any) -> Any:  # noqa: ANN401  (whatever stands in a file)
    if isinstance(value, dict):
        return MappingProxyType(value)
    return tuple(value) if isinstance(value, list) else value


VOCABULARY = _load()

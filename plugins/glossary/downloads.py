"""The register as files for everybody: CSV for spreadsheets, JSON for programs."""

import csv
import io
from collections.abc import Iterable

import msgspec

from plugins.glossary import messages
from plugins.glossary.terms import Scope, Term

CSV_PATH = "tu-viet-tat/tu-viet-tat.csv"
JSON_PATH = "tu-viet-tat/tu-viet-tat.json"
_KEYS = (
    *("short", "long", "also", "before", "spoken", "scope", "sections", "variants", "slips"),
    "source",
)
# A spreadsheet takes what begins so for a formula, and may run it.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def register_json(terms: Iterable[Term]) -> bytes:
    """The register with the keys that editors write, those without a value left out."""
    entries = [_entry(term) for term in terms]
    return msgspec.json.format(msgspec.json.encode(entries), indent=1) + b"\n"


def _entry(term: Term) -> dict[str, object]:
    values = {key: getattr(term, key) for key in _KEYS}
    everywhere = {"scope"} if term.scope is Scope.SITE else set()
    return {key: value for key, value in values.items() if value and key not in everywhere}


def register_csv(terms: Iterable[Term]) -> bytes:
    """The register as a table under Vietnamese names, in an encoding that Excel recognises."""
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(messages.CSV_COLUMNS[key] for key in _KEYS)
    rows.writerows([_cell(key, getattr(term, key)) for key in _KEYS] for term in terms)
    return table.getvalue().encode("utf-8-sig")


def _cell(key: str, value: str | tuple[str, ...]) -> str:
    if key == "scope":
        return messages.SCOPE_WORDS[Scope(str(value))]
    text = value if isinstance(value, str) else "; ".join(value)
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text

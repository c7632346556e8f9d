"""The register of documents as files: CSV for spreadsheets, JSON for programs and the filter."""

import csv
import io
import json
from collections.abc import Sequence

from plugins.official_documents import messages
from plugins.official_documents.lists import Listed

# A spreadsheet takes what begins so for a formula, and may run it.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_KEYS = ("type", "number", "title", "issuer", "date", "validity", "url")


def register_json(documents: Sequence[Listed], link_root: str) -> bytes:
    """The public documents, the newest first; a date that nobody knows is null."""
    entries = [_entry(each, link_root) for each in documents]
    return f"{json.dumps(entries, ensure_ascii=False, indent=1)}\n".encode()


def register_csv(documents: Sequence[Listed], link_root: str) -> bytes:
    """The same as a table under Vietnamese names, in an encoding that Excel recognises."""
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(messages.CSV_COLUMNS[key] for key in _KEYS)
    for each in documents:
        entry = _entry(each, link_root) | {"date": each.facts.date}
        rows.writerow(_cell(str(entry[key])) for key in _KEYS)
    return table.getvalue().encode("utf-8-sig")


def _entry(each: Listed, link_root: str) -> dict[str, object]:
    facts, card = each.facts, each.card
    return {
        "type": facts.type,
        "number": facts.number,
        "title": card.title,
        "issuer": facts.issuer,
        "date": card.date.date().isoformat() if card.date else None,
        "validity": facts.validity,
        "url": f"{link_root}{card.url}",
    }


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text

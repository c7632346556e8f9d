"""The data file of old addresses, and everything that is wrong with it by itself."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from plugins.core.diagnostics import Diagnostic
from plugins.core.old_addresses import OldAddress
from plugins.core.toml_files import TomlEntry, TomlForm, TomlKey, TomlKind, read_toml
from plugins.old_addresses import messages

FILE = "du-lieu/dia-chi-cu.toml"
_FORM: TomlForm = {
    "redirect": (TomlKey("from", required=True), TomlKey("to", required=True)),
    "withdrawal": (
        TomlKey("address", required=True),
        TomlKey("date", TomlKind.DAY, required=True),
        TomlKey("reason", required=True),
    ),
}
# What a browser sends as it is typed, letters with marks included; `?` and `#` never reach a file.
_ADDRESS = re.compile(r"/[\w./~@!$&'()*+,;=:%-]*")
_FRAGMENT = re.compile(r"(?:#[^\s#]+)?")


class Entry(Struct, frozen=True, kw_only=True):
    """What the file says of one address.

    Attributes:
        old: The address and where it leads.
        line: Where that stands.
        withdrawn_on: None for a redirect.
        reason: Why, as readers are told; "" for a redirect.
    """

    old: OldAddress
    line: int
    withdrawn_on: date | None = None
    reason: str = ""


class Reading(Struct, frozen=True, kw_only=True):
    """The sound entries in the order of the file, and the findings."""

    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_old_addresses(content: Path) -> Reading:
    """What the data file of a content folder says; nothing where there is none."""
    file = read_toml(content, FILE, _FORM, code="DC001")
    given = [
        *map(_redirect, file.entries("redirect")),
        *map(_withdrawal, file.entries("withdrawal")),
    ]
    given.sort(key=lambda entry: entry.line)
    found = [*file.diagnostics, *_faults(given)]
    faulty = {diagnostic.line for diagnostic in found}
    sound = tuple(entry for entry in given if entry.line not in faulty)
    return Reading(entries=sound, diagnostics=tuple(found))


def _redirect(entry: TomlEntry) -> Entry:
    old = OldAddress(address=entry.text("from").strip(), to=entry.text("to").strip())
    return Entry(old=old, line=entry.line_of("from"))


def _withdrawal(entry: TomlEntry) -> Entry:
    return Entry(
        old=OldAddress(address=entry.text("address").strip()),
        line=entry.line_of("address"),
        withdrawn_on=entry.day("date"),
        reason=entry.text("reason").strip(),
    )


def _faults(entries: list[Entry]) -> Iterator[Diagnostic]:
    first: Mapping[str, Entry] = {entry.old.address: entry for entry in reversed(entries)}
    for entry in entries:
        old, line = entry.old, entry.line
        target = old.to.partition("#")[0]
        if not is_address(old.address) or old.address == "/":
            yield messages.unusable(FILE, line, old.address)
        elif old.to and not (is_address(target) and _FRAGMENT.fullmatch(old.to[len(target) :])):
            yield messages.unusable(FILE, line, old.to)
        elif first[old.address] is not entry:
            yield messages.twice(FILE, line, old.address, first[old.address].line)
        elif target in first:
            yield messages.chain(FILE, line, old.address, target, first[target].old.to)


def is_address(text: str) -> bool:
    """Whether a text is an address of a file below the site's root, without ways round."""
    normal = posixpath.normpath(text) + ("/" if text.endswith("/") and text != "/" else "")
    return _ADDRESS.fullmatch(text) is not None and normal == text and not text.startswith("//")

"""Reads the register of abbreviations, and those in the header of an article.

Not called `register.py`: the name belongs to the function of the package.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.diagnostics import Diagnostic
from plugins.core.files import inside
from plugins.core.text import normalise, squeeze
from plugins.glossary import messages
from plugins.glossary.terms import Addresses, Place, Scope, Term, first_token

REGISTER = "du-lieu/tu-viet-tat.toml"
_REQUIRED = ("short", "long")
_TEXTS = ("short", "long", "spoken", "scope", "source")
_FORMS = ("variants", "slips")
_LISTS = (*_FORMS, "sections", "also", "before")
_KEYS = (
    *("short", "long", "spoken", "scope", "sections", "also", "before", "variants", "slips"),
    "source",
)
_TERM_LINE = re.compile(r"\s*\[\[\s*term\s*\]\]")
_ERROR_LINE = re.compile(r"\(at line (\d+), column \d+\)")
Entry = dict[str, object]


class Register(Struct, frozen=True, kw_only=True):
    """The usable entries in the order of the file, and what is wrong with the others."""

    terms: tuple[Term, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_register_of(content: Path) -> Register:
    """The register of a content folder as it is now; an empty one where there is none."""
    path = inside(content, REGISTER)
    return read_register(path.read_bytes(), REGISTER) if path else Register()


def read_register(content: bytes, path: str) -> Register:
    """The register in a file; a bad entry is reported and hides no other.

    Args:
        content: The file.
        path: Its name for messages.
    """
    try:
        text = normalise(content.decode("utf-8-sig"))
        document = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Register(diagnostics=(messages.unreadable_register(path, line, error.reason),))
    except tomllib.TOMLDecodeError as error:
        return Register(diagnostics=(_syntax_error(str(error), path, text),))
    return _register(document, path, text)


def _syntax_error(reason: str, path: str, text: str) -> Diagnostic:
    match = _ERROR_LINE.search(reason)
    # Without a line the reason says "(at end of document)".
    line = int(match.group(1)) if match else text.count("\n") + 1
    return messages.unreadable_register(path, line, reason)


def _register(document: Entry, path: str, text: str) -> Register:
    diagnostics = [
        messages.unknown_key(path, 0, key, ("term",)) for key in document if key != "term"
    ]
    terms: list[Term] = []
    owners: dict[tuple[str, Place], Term] = {}
    entries = document.get("term", [])
    if not isinstance(entries, list):
        diagnostics.append(messages.wrong_value(path, 0, "term", messages.TERMS_WANTED))
        entries = []
    for line, entry in _with_lines(entries, text):
        problems = list(_problems(entry, path, line))
        diagnostics += problems
        if isinstance(entry, dict) and not problems:
            terms.append(_term(entry))
            diagnostics += _double_forms(terms[-1], owners, path, line)
    return Register(terms=_anchored(terms), diagnostics=tuple(diagnostics))


def _with_lines(entries: list[object], text: str) -> Iterator[tuple[int, object]]:
    """Entries with their lines, which TOML does not tell; 0 for an array in one line."""
    lines = [n for n, line in enumerate(text.split("\n"), start=1) if _TERM_LINE.match(line)]
    for number, entry in enumerate(entries):
        yield (lines[number] if number < len(lines) else 0), entry


def _problems(entry: object, path: str, line: int) -> Iterator[Diagnostic]:
    if not isinstance(entry, dict):
        yield messages.wrong_value(path, line, "term", messages.TERMS_WANTED)
        return
    for key, value in entry.items():
        if key not in _KEYS:
            yield messages.unknown_key(path, line, key, _KEYS)
        elif wanted := _wanted_instead(key, value):
            yield messages.wrong_value(path, line, key, wanted)
    for key in _REQUIRED:
        if entry.get(key, "") == "":
            yield messages.missing_value(path, line, key)
    yield from _misplaced(entry, path, line)


def _misplaced(entry: Entry, path: str, line: int) -> Iterator[Diagnostic]:
    scope = entry.get("scope", Scope.SITE)
    if isinstance(scope, str) and scope not in tuple(Scope):
        yield messages.unknown_scope(path, line, scope)
    elif bool(entry.get("sections")) != (scope == Scope.SECTION):
        yield messages.sections_without_scope(path, line)
    if entry.get("before") and not entry.get("also"):
        yield messages.wrong_value(path, line, "before", messages.ALSO_WANTED)


def _wanted_instead(key: str, value: object) -> str:
    """What a key wants where its value will not do; "" where it will."""
    if key in _TEXTS:
        if not isinstance(value, str):
            return messages.TEXT_WANTED
        unfindable = key == "short" and value and not first_token(value)
        return messages.FORM_WANTED if unfindable else ""
    if not isinstance(value, list) or not all(isinstance(form, str) for form in value):
        return messages.LIST_WANTED
    usable = first_token if key in _FORMS else squeeze
    wanted = messages.FORM_WANTED if key in _FORMS else messages.LIST_WANTED
    return "" if all(usable(text) for text in value) else wanted


def _term(entry: Entry) -> Term:
    texts = {key: squeeze(str(entry.get(key, ""))) for key in _TEXTS}
    lists = {key: _texts(entry.get(key)) for key in _LISTS}
    return Term(
        short=texts["short"],
        long=texts["long"],
        spoken=texts["spoken"],
        scope=Scope(texts["scope"] or Scope.SITE),
        sections=lists["sections"],
        also=lists["also"],
        before=lists["before"],
        variants=lists["variants"],
        slips=lists["slips"],
        source=texts["source"],
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(squeeze(str(text)) for text in value) if isinstance(value, list) else ()


def _double_forms(
    term: Term, owners: dict[tuple[str, Place], Term], path: str, line: int
) -> Iterator[Diagnostic]:
    for form, place in product(term.forms, term.places):
        owner = owners.get((form, place))
        if owner:
            yield messages.double_form(path, line, form, owner)
        else:
            owners[form, place] = term


def _anchored(terms: list[Term]) -> tuple[Term, ...]:
    addresses = Addresses()
    return tuple(replace(term, anchor=f"vt_{_address(term, addresses)}") for term in terms)


def _address(term: Term, addresses: Addresses) -> str:
    # One form may mean the same in two places, and be sure of it in only one of them.
    return addresses.give(term.short, " ".join((term.long, *term.places)))


def own_terms(values: Iterable[str]) -> tuple[tuple[Term, ...], tuple[str, ...]]:
    """The abbreviations that a header gives as `short: long`, and the values that give none."""
    terms, broken = [], []
    for value in values:
        short, _, long = (squeeze(part) for part in value.partition(":"))
        if long and first_token(short):
            terms.append(Term(short=short, long=long))
        else:
            broken.append(value)
    return tuple(terms), tuple(broken)

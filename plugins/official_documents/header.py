"""The header of a document: its keys, and what one header alone shows to be wrong."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from difflib import get_close_matches

from plugins.core.articles import Kind
from plugins.core.dates import date_short
from plugins.core.diagnostics import Diagnostic
from plugins.core.document_types import document_type, document_types
from plugins.core.headers import Explanation, HeaderField, HeaderKind
from plugins.core.text_checks import CheckedText
from plugins.official_documents import messages
from plugins.official_documents.signatures import signature_in

_DOCUMENTS = frozenset({Kind.DOCUMENT})
_YEAR_DIGITS = 4
_TEXT, _LIST, _CHOICE = HeaderKind.TEXT, HeaderKind.LIST, HeaderKind.CHOICE


def _field(
    name: str,
    about: Explanation,
    kind: HeaderKind = _TEXT,
    *,
    required: bool = False,
    choices: tuple[tuple[str, str], ...] = (),
) -> HeaderField:
    return HeaderField(
        name=name,
        kind=kind,
        about=about,
        kinds=_DOCUMENTS,
        required=_DOCUMENTS if required else frozenset(),
        choices=choices,
    )


# In the order of the handbook.
HEADER_FIELDS = (
    _field("type", messages.ABOUT_TYPE, required=True),
    _field("number", messages.ABOUT_NUMBER, required=True),
    _field("issuer", messages.ABOUT_ISSUER, required=True),
    _field("superior", messages.ABOUT_SUPERIOR),
    _field("place", messages.ABOUT_PLACE),
    _field("letterhead", messages.ABOUT_LETTERHEAD, _CHOICE, choices=messages.YES_OR_NO),
    _field("posted", messages.ABOUT_POSTED, HeaderKind.DATE),
    _field("effective", messages.ABOUT_EFFECTIVE, HeaderKind.DATE_OR_UNKNOWN),
    _field("validity", messages.ABOUT_VALIDITY, _CHOICE, choices=messages.VALIDITY_CHOICES),
    _field("amended_by", messages.ABOUT_AMENDED_BY, _LIST),
    _field("replaced_by", messages.ABOUT_REPLACED_BY),
    _field("signer", messages.ABOUT_SIGNER),
    _field("capacity", messages.ABOUT_CAPACITY, HeaderKind.TEXTS),
    HeaderField(
        name="documents",
        kind=_LIST,
        about=messages.ABOUT_DOCUMENTS,
        kinds=frozenset({Kind.ARTICLE, Kind.DOCUMENT}),
    ),
)


def known(value: object) -> str:
    """A text of a header; "" where it says that nobody knows."""
    text = value if isinstance(value, str) else ""
    return "" if text.lower() == messages.UNKNOWN else text


def check_header(text: CheckedText) -> Iterator[Diagnostic]:
    """Findings about a document that its file alone shows."""
    if text.kind is Kind.DOCUMENT:
        yield from _check_type(text)
        yield from _check_dates(text)
        yield from _check_validity(text)
        yield from _check_signer(text)


def _check_type(text: CheckedText) -> Iterator[Diagnostic]:
    given = str(text.header.get("type", ""))
    found = document_type(given)
    if given and found is None:
        names = document_types()
        nearest = next(iter(get_close_matches(given.lower(), names, n=1)), "")
        nearest = names[nearest].name if nearest else ""
        yield messages.unknown_type(text.path, _line(text, "type"), given, nearest)
    elif found and found.code:
        number = known(text.header.get("number"))
        symbol = _type_code(number)
        other = _type_of_code(symbol)
        if other and symbol != found.code:
            line = _line(text, "number")
            yield messages.symbol_of_other_type(text.path, line, number, found.name, other)


def _check_dates(text: CheckedText) -> Iterator[Diagnostic]:
    issued, effective = text.header.get("date"), text.header.get("effective")
    if isinstance(issued, datetime) and isinstance(effective, datetime) and effective < issued:
        days = date_short(effective), date_short(issued)
        yield messages.effective_before_issued(text.path, _line(text, "effective"), *days)
    posted = text.header.get("posted")
    if isinstance(issued, datetime) and isinstance(posted, datetime) and posted < issued:
        days = date_short(posted), date_short(issued)
        yield messages.posted_before_issued(text.path, _line(text, "posted"), *days)
    # A date that is wrong is not among the values, and is told already.
    elif "date" in text.header and issued is None and posted is None:
        yield messages.no_day(text.path, _line(text, "date"))


def _check_validity(text: CheckedText) -> Iterator[Diagnostic]:
    validity = str(text.header.get("validity", ""))
    replaced, amended = text.header.get("replaced_by"), text.header.get("amended_by")
    if replaced and validity not in ("", messages.REPLACED):
        line = _line(text, "validity")
        yield messages.validity_against(text.path, line, validity, "replaced_by", messages.REPLACED)
    elif amended and validity == messages.IN_FORCE:
        line = _line(text, "validity")
        yield messages.validity_against(text.path, line, validity, "amended_by", messages.AMENDED)


def _check_signer(text: CheckedText) -> Iterator[Diagnostic]:
    given = known(text.header.get("signer"))
    signature = signature_in(text.body)
    if given and signature.signer and signature.signer != given:
        line = _line(text, "signer")
        yield messages.two_signers(text.path, line, given, signature.signer)


def _type_code(number: str) -> str:
    """The part of a number that stands for the type: before the first dash of its symbol."""
    _, _, symbol = number.partition("/")
    year, slash, rest = symbol.partition("/")
    symbol = rest if slash and year.isdigit() and len(year) == _YEAR_DIGITS else symbol
    return symbol.partition("-")[0].strip()


def _type_of_code(code: str) -> str:
    types: Mapping[str, str] = {each.code: each.name for each in document_types().values()}
    return types.get(code, "") if code else ""


def _line(text: CheckedText, key: str) -> int:
    return text.lines.get(key, 1)

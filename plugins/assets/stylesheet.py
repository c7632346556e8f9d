"""Style sheets as text: their imports inlined, their `url()`s rewritten, their gaps closed.

Only as much of CSS is told apart as is needed to leave strings and `url()` alone.
"""

import re
from collections.abc import Callable, Sequence
from itertools import groupby

_STRING = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
_GAP = r"(?:\s|/\*.*?\*/)"
_URL = rf"url\(\s*(?P<target>{_STRING}|[^\"'()\s]*)\s*\)"
_TOKEN = re.compile(
    rf"(?P<last>(?:;{_GAP}*)+(?=\}}))|(?P<gap>{_GAP}+)|{_URL}|{_STRING}", re.DOTALL | re.IGNORECASE
)
# White space means nothing on these sides, but it does before `:` (`a :hover`), after `)`
# (`calc(…) auto`) and before `(` (`and (…)`).
_NO_GAP_AFTER = "{};,(:"
_NO_GAP_BEFORE = "{};,)"

_IMPORT = re.compile(
    rf"@import (?:url\()?(?P<path>{_STRING})\)? layer\((?P<layer>[\w.-]+)\)", re.DOTALL
)


def compact(sheet: str) -> str:
    """The sheet with the same meaning, without comments and needless white space."""
    return _TOKEN.sub(_compact_token, sheet)


def _compact_token(match: re.Match[str]) -> str:
    if match["last"] is not None:
        return ""
    if match["gap"] is None:
        return match[0]
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    if before in _NO_GAP_AFTER or after in _NO_GAP_BEFORE:
        return ""
    # A comment alone separates two words without being white space between them.
    return " " if re.search(r"\s", re.sub(r"/\*.*?\*/", "", match[0], flags=re.DOTALL)) else "/**/"


def rewrite_urls(sheet: str, rewrite: Callable[[str], str]) -> str:
    """The sheet with every target of a `url()` replaced; comments and strings stay."""

    def rewrite_token(match: re.Match[str]) -> str:
        target = match["target"]
        return match[0] if target is None else f'url("{rewrite(_unquoted(target))}")'

    return _TOKEN.sub(rewrite_token, sheet) if "url(" in sheet.casefold() else sheet


def _unquoted(text: str) -> str:
    return text[1:-1] if text[:1] in ("'", '"') else text


def inline_imports(contents: str, load: Callable[[str], str]) -> str:
    """The whole sheet: every import of a table of contents replaced by the sheet in its layer.

    Args:
        contents: Nothing but `@layer a, b;` and `@import url("…") layer(a);`.
        load: Gives the text of a sheet by the path in the import.

    Raises:
        ValueError: if a statement has another form; the message is the statement.
    """
    statements = filter(None, compact(contents).split(";"))
    # Sheets of one layer that follow each other share it: there are many, and each head counts.
    return "\n".join(
        _inlined(tuple(group), load) for _, group in groupby(statements, key=_layer_of)
    )


def _layer_of(statement: str) -> str:
    match = _IMPORT.fullmatch(statement)
    return match["layer"] if match else statement


def _inlined(statements: Sequence[str], load: Callable[[str], str]) -> str:
    """Statements of one layer."""
    matches = [_IMPORT.fullmatch(statement) for statement in statements]
    imports = [match for match in matches if match]
    if imports:
        sheets = "\n".join(load(_unquoted(match["path"])) for match in imports)
        return f"@layer {imports[0]['layer']} {{\n{sheets}\n}}"
    if statements[0].startswith("@layer ") and "{" not in statements[0]:
        return f"{statements[0]};"
    raise ValueError(statements[0])

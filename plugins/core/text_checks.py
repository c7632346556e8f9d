"""What a feature may check in one content file, wherever it was read."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct, field

from plugins.core.articles import Kind
from plugins.core.diagnostics import Diagnostic


class CheckedText(Struct, frozen=True, kw_only=True):
    """One content file as it was read.

    Attributes:
        path: Relative to the content folder, with `/`.
        source: The whole text in NFC with line feeds, header included.
        first_line: The line on which the body begins.
        header: The header values, typed.
        body: The sanitised HTML.
        summary: Plain text; see `ArticleRecord`.
        lead: What stands once above the body; "" where the body begins with it.
        lines: The line of every key that the header gives.
    """

    path: str
    kind: Kind
    source: str
    first_line: int
    header: Mapping[str, object]
    body: str
    summary: str = ""
    lead: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)


TextCheck = Callable[[CheckedText], Iterable[Diagnostic]]
"""Depends on its argument and on the site's settings and data alone: its findings are kept
with the body until one of them changes."""

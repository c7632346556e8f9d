"""What a Markdown extension of a feature may know and say about the article it works on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from markdown import Markdown
from markdown.util import ETX, STX

from plugins.core.articles import Kind, SiteLink
from plugins.core.body_inputs import question
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.files import state_of
from plugins.core.targets import name_in_content
from plugins.core.text import start_of_line

_ESCAPED = re.compile(rf"{STX}(\d+){ETX}")


@dataclass(slots=True, kw_only=True)
class BodyContext:
    """The article whose body is being made; extensions report their findings here.

    Attributes:
        path: The source, relative to the content folder, with `/`.
        source: The whole source text, header included, for line numbers.
        first_line: The line on which the body begins.
        content: The content folder.
        link_root: What every link to the site begins with.
        header: The header values, typed.
        diagnostics: What was found so far; kept together with the body.
        links: The links to the site itself that were found so far.
        inputs: The content files and the answers of registers from which the body was made,
            each with its state.
    """

    path: str
    kind: Kind
    source: str
    first_line: int
    content: Path
    link_root: str
    header: dict[str, object] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    links: list[SiteLink] = field(default_factory=list)
    inputs: dict[str, str] = field(default_factory=dict)
    _body_start: int = field(init=False)

    def __post_init__(self) -> None:
        """Find where the body begins, once for all findings."""
        self._body_start = start_of_line(self.source, self.first_line)

    def line_of(self, text: str) -> int:
        """The first line of the body that holds a text; the body's first line if none does."""
        place = self.source.find(text, self._body_start) if text else -1
        if place < 0:
            return self.first_line
        return self.first_line + self.source.count("\n", self._body_start, place)

    def depends_on(self, target: str) -> None:
        """Note that the body was made from the file that a target means, or from its absence."""
        name = name_in_content(target, self.path)
        self.inputs[name] = state_of(self.content, name)

    def depends_on_register(self, name: str, words: Iterable[str], answer: str) -> None:
        """Note for which words a register was asked, and a fingerprint of what it said."""
        self.inputs[question(name, words)] = answer

    def report(
        self,
        code: str,
        severity: Severity,
        message: str,
        *,
        remedy: str = "",
        near: str = "",
    ) -> None:
        """Keep a finding about the body, placed at the first line that holds `near`."""
        self.diagnostics.append(
            Diagnostic(
                code=code,
                severity=severity,
                path=self.path,
                line=self.line_of(near),
                message=message,
                remedy=remedy,
            )
        )


class ArticleMarkdown(Markdown):
    """A Markdown converter that knows which article it converts."""

    context: BodyContext

    def convert_article(self, text: str, context: BodyContext) -> str:
        """The HTML of a body; findings are in the context afterwards."""
        self.context = context
        self.reset()
        return self.convert(text)


def body_context(md: object) -> BodyContext:
    """The context of the article that an extension is working on.

    Args:
        md: The converter, as Markdown's processors hold it.

    Raises:
        TypeError: if the converter is not an `ArticleMarkdown`.
    """
    if not isinstance(md, ArticleMarkdown):
        message = f"{md!r} is no ArticleMarkdown: bodies are made by article_reader only"
        raise TypeError(message)
    return md.context


def as_written(text: str) -> str:
    """Text of a Markdown tree as the editor meant it, without the marks of escaped letters."""
    return _ESCAPED.sub(lambda match: chr(int(match[1])), text)

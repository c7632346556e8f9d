"""The header of a content file, as YAML between `---` lines or as Pelican's `Key: value`.

Pelican's own reader leaves quotes in titles, loses block lists and spills folded text
into the body; YAML alone refuses `title: A: b`. So: YAML first, the line reader where
there are no `---` lines or where YAML gives up. Values stay text: YAML would turn
`12:30`, `no` and `0844` into other things.
"""

import re
from collections.abc import Iterator

import yaml
from msgspec import Struct

_FENCE = re.compile(r"---[ \t]*")
_KEY = re.compile(r"(?P<key>[A-Za-z][A-Za-z0-9_-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")
_BLOCK = re.compile(r"[|>][-+]?")

Value = str | tuple[str, ...]


class HeaderEntry(Struct, frozen=True, kw_only=True):
    """One key of a header with its value as written, and the line on which it stands.

    Attributes:
        item_lines: Where the items of a list stand; empty where only `line` is known.
    """

    key: str
    value: Value
    line: int
    item_lines: tuple[int, ...] = ()


class FrontMatter(Struct, frozen=True, kw_only=True):
    """A content file taken apart.

    Attributes:
        entries: The header, in the order of the file; a key may occur twice.
        body: The text behind the header.
        body_line: The line on which the body begins.
        unclosed: Whether a `---` opens the header and none ends it.
        yaml_error: The line where YAML gave up and the line reader took over, or 0.
    """

    entries: tuple[HeaderEntry, ...]
    body: str
    body_line: int
    unclosed: bool = False
    yaml_error: int = 0


def read_front_matter(text: str) -> FrontMatter:
    """Take a content file apart; never fails, whatever the text is."""
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.fullmatch(lines[start]):
        return _plain_header(lines, start)
    end = next((i for i in range(start + 1, len(lines)) if _FENCE.fullmatch(lines[i])), None)
    if end is None:
        return FrontMatter(entries=(), body="", body_line=start + 1, unclosed=True)
    return _fenced_header(lines, start + 1, end)


def _plain_header(lines: list[str], start: int) -> FrontMatter:
    if not _KEY.fullmatch(lines[start]):
        return FrontMatter(entries=(), body="\n".join(lines[start:]), body_line=start + 1)
    end = next((i for i in range(start, len(lines)) if not lines[i].strip()), len(lines))
    return FrontMatter(
        entries=tuple(_read_lines(lines[start:end], start + 1)),
        body="\n".join(lines[end:]),
        body_line=end + 1,
    )


def _fenced_header(lines: list[str], start: int, end: int) -> FrontMatter:
    yaml_error = 0
    try:
        entries = tuple(_read_yaml("\n".join(lines[start:end]), start + 1))
    except yaml.YAMLError as error:
        yaml_error = start + 1 + _lines_before(error)
        entries = tuple(_read_lines(lines[start:end], start + 1))
    return FrontMatter(
        entries=entries,
        body="\n".join(lines[end + 1 :]),
        body_line=end + 2,
        yaml_error=yaml_error,
    )


def _lines_before(error: yaml.YAMLError) -> int:
    """How many lines of a header YAML has read; a sign that it does not take has no place."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return 0
    mark = error.problem_mark or error.context_mark
    return mark.line if mark else 0


def _read_yaml(block: str, first_line: int) -> Iterator[HeaderEntry]:
    node = yaml.compose(block, Loader=yaml.CBaseLoader)
    if node is None:
        return
    if not isinstance(node, yaml.MappingNode):
        raise yaml.MarkedYAMLError(problem_mark=node.start_mark)
    for key, value in node.value:
        items = value.value if isinstance(value, yaml.SequenceNode) else ()
        yield HeaderEntry(
            key=_scalar(key).lower(),
            value=_value(value),
            line=first_line + key.start_mark.line,
            item_lines=tuple(first_line + item.start_mark.line for item in items),
        )


def _value(node: yaml.Node) -> Value:
    if isinstance(node, yaml.SequenceNode):
        return tuple(_scalar(item) for item in node.value)
    return _scalar(node)


def _scalar(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise yaml.MarkedYAMLError(problem_mark=node.start_mark)
    return str(node.value)


def _read_lines(lines: list[str], first_line: int) -> Iterator[HeaderEntry]:
    """Entries of `Key: value` lines; indented lines and `- items` belong to the key above."""
    key, line, parts = "", 0, list[str]()
    for number, text in enumerate(lines, start=first_line):
        match = _KEY.fullmatch(text)
        if match:
            if key:
                yield HeaderEntry(key=key, value=_joined(parts), line=line)
            key, line, parts = match["key"].lower(), number, [match["value"] or ""]
        elif text.strip():
            parts.append(text)
    if key:
        yield HeaderEntry(key=key, value=_joined(parts), line=line)


def _joined(parts: list[str]) -> Value:
    first, *others = parts
    if not first.strip() and others and all(_ITEM.fullmatch(part) for part in others):
        return tuple(_unquoted(part.strip()[1:].strip()) for part in others)
    if _BLOCK.fullmatch(first.strip()):
        first = ""
    text = " ".join(part.strip() for part in (first, *others) if part.strip())
    if text.startswith("[") and text.endswith("]"):
        return tuple(_unquoted(item.strip()) for item in text[1:-1].split(",") if item.strip())
    return _unquoted(text)


def _unquoted(text: str) -> str:
    """Text without the pair of quotes that holds all of it; "A" and "B" stays as it is."""
    quote, inner = text[:1], text[1:-1]
    held = len(text) > 1 and quote in ('"', "'") and text[-1] == quote
    if not held or quote in inner.replace("\\" + quote, ""):
        return text
    return inner.replace("\\" + quote, quote).replace("\\\\", "\\")

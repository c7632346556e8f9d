"""The tables of header keys in the editors' handbook, made from the schema."""

import re
from collections.abc import Iterable, Mapping

from plugins.article_reader import messages
from plugins.core.articles import Kind
from plugins.core.errors import SiteError
from plugins.core.headers import HeaderField

_BEGIN, _END = "<!-- make handbook: {name} -->", "<!-- make handbook: end -->"


def tables_of(fields: Iterable[HeaderField]) -> Mapping[str, str]:
    """The tables by name: what articles take, and what documents take besides or otherwise."""
    fields = tuple(fields)
    articles = [field for field in fields if Kind.ARTICLE in field.kinds]
    documents = [field for field in fields if Kind.DOCUMENT in field.kinds]
    own = [field for field in documents if field not in articles]
    shared = ", ".join(f"`{field.name}`" for field in documents if field in articles)
    return {
        "article": _table(articles, Kind.ARTICLE),
        "document": f"{_table(own, Kind.DOCUMENT)}\n\n{messages.AS_IN_ARTICLES} {shared}.",
    }


def with_tables(handbook: str, fields: Iterable[HeaderField]) -> str:
    """The handbook with its tables as they should be.

    Raises:
        SiteError: if it has no place for one of them.
    """
    for name, table in tables_of(fields).items():
        begin = _BEGIN.format(name=name)
        place = re.compile(rf"(?<={re.escape(begin)}\n).*?(?={re.escape(_END)})", re.DOTALL)
        if not (found := place.search(handbook)):
            message = f"the handbook has no lines {begin} and {_END}"
            raise SiteError(message)
        handbook = f"{handbook[: found.start()]}\n{table}\n\n{handbook[found.end() :]}"
    return handbook


def _table(fields: Iterable[HeaderField], kind: Kind) -> str:
    return "\n".join((*messages.HANDBOOK_HEAD, *(_row(field, kind) for field in fields)))


def _row(field: HeaderField, kind: Kind) -> str:
    required = f"; {messages.REQUIRED}" if kind in field.required else ""
    example = f"`{field.name}: {field.about.example}`"
    return f"| `{field.name}` | {field.about.meaning}{required} | {example} |"

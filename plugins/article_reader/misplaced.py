"""Files that an editor takes for articles and that no build would ever read."""

from collections.abc import Iterator
from pathlib import Path

from plugins.article_reader import messages
from plugins.article_reader.config import ArticleReaderSettings
from plugins.core.diagnostics import Diagnostic

_LIKE_ARTICLES = frozenset(
    {".md", ".markdown", ".mkd", ".mdown", ".markdwon", ".txt", ".rst", ".html", ".htm"}
)


def find_misplaced(content: Path, settings: ArticleReaderSettings) -> Iterator[Diagnostic]:
    """A finding for every file that looks like an article and would not be read."""
    for path in sorted(content.rglob("*")):
        name = path.relative_to(content).as_posix()
        if _ignored(name, settings):
            continue
        room, _, inside = name.partition("/")
        if path.is_dir():
            if path.is_symlink() and room in settings.rooms:
                yield messages.not_a_regular_file(name)
            continue
        in_room = room in settings.rooms and inside
        looks_like = path.suffix.lower() in _LIKE_ARTICLES
        if in_room and looks_like and (path.is_symlink() or not path.is_file()):
            yield messages.not_a_regular_file(name)
        elif in_room and looks_like and path.suffix != ".md":
            yield messages.wrong_ending(name)
        elif not in_room and looks_like:
            yield messages.misplaced_file(name, ", ".join(settings.rooms))


def _ignored(name: str, settings: ArticleReaderSettings) -> bool:
    hidden = any(part.startswith(".") for part in name.split("/"))
    return hidden or name.split("/", 1)[0] in settings.ignored

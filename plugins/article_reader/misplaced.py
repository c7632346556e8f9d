"""Files that an editor takes for articles and that no build would ever read."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

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
        if _ignored(name, settings) or path.is_dir():
            continue
        in_room = name.split("/", 1)[0] in settings.rooms and "/" in name
        looks_like = path.suffix.lower() in _LIKE_ARTICLES
        if in_room and looks_like and (path.is_symlink() or not path.is_file()):
            yield messages.not_a_regular_file(name)
        elif in_room and looks_like and path.suffix != ".md":
            yield messages.wrong_ending(name)
        elif not in_room and looks_like:
            yield messages.misplaced_file(name, ", ".join(settings.rooms))


def irregular_part(content: Path, path: str) -> str:
    """The symbolic link on the way to a file, from the top; the file itself if none is."""
    parts = PurePosixPath(path).parts
    ways = ("/".join(parts[:number]) for number in range(1, len(parts)))
    return next((way for way in ways if (content / way).is_symlink()), path)


def _ignored(name: str, settings: ArticleReaderSettings) -> bool:
    hidden = any(part.startswith(".") for part in name.split("/"))
    return hidden or name.split("/", 1)[0] in settings.ignored

"""Files that an editor takes for articles and that no build would ever read."""

from collections.abc import Iterator
from pathlib import Path

from plugins.article_reader import messages
from plugins.article_reader.config import ArticleReaderSettings
from plugins.core.diagnostics import Diagnostic
from plugins.core.files import entries_below

_LIKE_ARTICLES = (
    ".md",
    ".markdown",
    ".mkd",
    ".mdown",
    ".markdwon",
    ".txt",
    ".rst",
    ".html",
    ".htm",
)


def find_misplaced(content: Path, settings: ArticleReaderSettings) -> Iterator[Diagnostic]:
    """A finding for every file that looks like an article and would not be read."""
    for name, entry in entries_below(content):
        if _ignored(name, settings) or entry.is_dir(follow_symlinks=False):
            continue
        # Not the entry's own question: it fails at a link that leads to itself.
        is_linked_folder = entry.is_symlink() and Path(entry.path).is_dir()
        room, _, inside = name.partition("/")
        if is_linked_folder and room in settings.rooms:
            yield messages.not_a_regular_file(name)
        elif not is_linked_folder and name.lower().endswith(_LIKE_ARTICLES):
            if inside and room in settings.rooms:
                yield from _unread(name, is_file=entry.is_file(follow_symlinks=False))
            else:
                yield messages.misplaced_file(name, ", ".join(settings.rooms))


def _unread(name: str, *, is_file: bool) -> Iterator[Diagnostic]:
    """A finding for what lies where articles are and is none that would be read."""
    if not is_file:
        yield messages.not_a_regular_file(name)
    elif not name.endswith(".md"):
        yield messages.wrong_ending(name)


def _ignored(name: str, settings: ArticleReaderSettings) -> bool:
    return "/." in f"/{name}" or name.split("/", 1)[0] in settings.ignored

"""What a content folder has already, and putting one more file into it."""

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.core.files import write_new
from plugins.core.section_register import SECTION_FORM, SECTIONS
from plugins.core.text import normalise, slugify
from plugins.core.toml_files import read_toml
from plugins.new_article import messages
from plugins.new_article.article import NewArticle, NewArticleError

_SLUG_LINE = re.compile(r"""^slug[ \t]*:[ \t]*["']?([a-z0-9-]+)""", re.IGNORECASE | re.MULTILINE)


def section_names(content: Path) -> tuple[str, ...]:
    """The names of the sections, in the order of their register."""
    entries = read_toml(content, SECTIONS, SECTION_FORM, code="").entries("section")
    return tuple(entry.text("name") for entry in entries)


def taken_slugs(content: Path) -> set[str]:
    """Every address part that a content file has, by its name or by its header.

    What looks like a header line in a text counts as well: an address too many does no harm.
    """
    return set(_slugs(content))


def _slugs(content: Path) -> Iterator[str]:
    for file in content.rglob("*.md"):
        yield slugify(file.stem)
        # A pipe with this name would never end.
        if file.is_file():
            text = normalise(file.read_bytes().decode("utf-8-sig", "replace"))
            yield from (slug.lower() for slug in _SLUG_LINE.findall(text))


def lay_down(content: Path, article: NewArticle) -> Path:
    """Write the file of a new article; whatever stands in its place stays as it is.

    Raises:
        NewArticleError: if something stands there, or the system refuses to write.
    """
    path = content / article.path
    try:
        write_new(path, article.text.encode())
    except FileExistsError as error:
        raise NewArticleError(messages.already_there(str(error.filename))) from error
    except OSError as error:
        raise NewArticleError(messages.not_written(str(path), error.strerror or "")) from error
    return path

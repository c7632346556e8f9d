"""A new article: its title, section, address and text, each fit for the reader."""

import json
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import count

from msgspec import Struct

from plugins.core.dates import date_short
from plugins.core.errors import SiteError
from plugins.core.slugs import SLUG_LENGTH, is_slug, short_slug
from plugins.core.text import normalise, slugify, squeeze
from plugins.core.unseen_characters import CONTROL, INVISIBLE, full_name, seen_before
from plugins.new_article import messages

_FOLDER = "tin-tuc"
# Behind the words there is room for the number that sets equal addresses apart.
_WORDS_LENGTH = SLUG_LENGTH - 10


class NewArticleError(SiteError):
    """Nothing was laid down; the message, in Vietnamese, is for whoever writes."""


class NewArticle(Struct, frozen=True, kw_only=True):
    """An article that nobody has written yet.

    Attributes:
        title: As the reader will read it.
        section: The name of a section, or "" where none was chosen.
        slug: The address, also the name of the file.
    """

    title: str
    section: str
    slug: str
    day: date

    @property
    def path(self) -> str:
        """The file, relative to the content folder, with `/`."""
        return f"{_FOLDER}/{self.day:%Y/%m}/{self.slug}.md"

    @property
    def text(self) -> str:
        """The header of a draft, and no body; keys without a value are there to be filled in."""
        lines = (
            f"title: {_quoted(self.title)}",
            f"date: {date_short(self.day)}",
            f"slug: {self.slug}",
            f"category: {_quoted(self.section)}" if self.section else "category:",
            "tags:",
            "summary:",
            "image:",
            "image_alt:",
            "status: draft",
        )
        return "\n".join(["---", *lines, "---", "", ""])


def fit_title(given: str) -> str:
    """A title in composed form with single spaces.

    Raises:
        NewArticleError: if it is empty or holds a character that nobody sees.
    """
    text = normalise(given)
    if unseen := CONTROL.search(text) or INVISIBLE.search(text):
        before = seen_before(text, unseen.start())
        raise NewArticleError(messages.unseen_character(full_name(unseen[0]), before))
    if not (title := squeeze(text)):
        raise NewArticleError(messages.NO_TITLE)
    return title


def fit_section(given: str, names: tuple[str, ...], register: str) -> str:
    """The section that was meant, spelt as its register spells it; "" where none was given.

    Raises:
        NewArticleError: if there is no such section.
    """
    wanted = squeeze(normalise(given))
    by_spelling = {name.casefold(): name for name in names}
    if wanted and wanted.casefold() not in by_spelling:
        raise NewArticleError(messages.unknown_section(wanted, names, register))
    return by_spelling.get(wanted.casefold(), "")


def free_slug(title: str, taken: AbstractSet[str]) -> str:
    """An address of the first words of a title, with a number where another file has it.

    Raises:
        NewArticleError: if the title has no letter, or begins with a word without end.
    """
    if not any(sign.isalpha() for sign in slugify(title)):
        raise NewArticleError(messages.no_letters(title))
    if not (slug := wanted_slug(title)):
        raise NewArticleError(messages.endless_word(title))
    return next(each for each in _numbered(slug) if is_slug(each) and each not in taken)


def wanted_slug(title: str) -> str:
    """The address that a title would have if it were alone."""
    return short_slug(title, _WORDS_LENGTH)


def _numbered(slug: str) -> Iterator[str]:
    yield slug
    yield from (f"{slug}-{number}" for number in count(2))


def _quoted(text: str) -> str:
    """Text between double quotes: every JSON string means the same in YAML."""
    return json.dumps(text, ensure_ascii=False)

"""Where an address of the site itself leads: to a written file, and to a place on its page."""

import re
from difflib import get_close_matches
from functools import cached_property, lru_cache
from urllib.parse import unquote

from msgspec import Struct

from plugins.core.articles import ArticleRecord, Status
from plugins.core.body import BodyContext
from plugins.core.extracts import Extraction, unpack
from plugins.core.signals import WrittenSite
from plugins.core.text import slugify
from plugins.core.text_checks import CheckedText

# What templates and components call their own places on the page of a text.
PLACES_OF_PAGES = frozenset({"noi-dung-chinh", "tu-viet-tat-trong-bai"})
# What follows is a text to look for, which a browser that does not know it leaves out.
_TEXT_DIRECTIVE = ":~:"
_TOP = ("", "top")
_PLACE = re.compile(r' id="([^"]+)"')
_PAGES_AT_HAND = 32


class WrittenPages:
    """The written files of a site by their addresses.

    Bodies and pages are written with double quotes, so a place is looked for as text:
    parsing every page to which a text links would cost more than writing it.
    """

    def __init__(self, written: WrittenSite) -> None:
        """Nothing is read yet."""
        self._written = written
        self._page = lru_cache(_PAGES_AT_HAND)(self._read)

    def file_of(self, address: str) -> str:
        """The file that an address beginning with `/` leads to; "" where there is none.

        Args:
            address: As it stands in a link, with or without what follows `?` and `#`.
        """
        path = unquote(address.partition("#")[0].partition("?")[0])
        root, files = self._written.site.link_root, self._written.files
        if not path.startswith(root):
            return ""
        name = path.removeprefix(root)
        page = f"{name.rstrip('/')}/index.html".lstrip("/")
        return next((file for file in (name, page) if file in files), "")

    def is_draft_at(self, file: str) -> bool:
        """Whether a file is the page of a draft, which visitors do not get."""
        record = self._record_of(file)
        return record is not None and record.status is Status.DRAFT

    def lacks_place(self, file: str, fragment: str) -> bool:
        """Whether a file is a page that has no place for what follows the `#` of a link.

        Where nothing is rendered, only the places of articles, documents and pages are known.
        """
        place = fragment.partition(_TEXT_DIRECTIVE)[0]
        if place.lower() in _TOP or not file.endswith(".html"):
            return False
        wanted = [f' id="{name}"' for name in (place, unquote(place))]
        record = self._record_of(file)
        if record and {place, unquote(place)} & places_of(record):
            return False
        if self._written.site.check_only:
            return record is not None and unquote(place) not in PLACES_OF_PAGES
        return not any(each in self._page(file) for each in wanted)

    def nearest_place(self, file: str, fragment: str) -> str:
        """The place on a page that is spelt most like the one that it lacks, or ""."""
        record = self._record_of(file)
        places = sorted(places_of(record) if record else set(_PLACE.findall(self._page(file))))
        return next(iter(get_close_matches(slugify(unquote(fragment)), places, n=1)), "")

    def _record_of(self, file: str) -> ArticleRecord | None:
        return self._records.get(self._written.files[file].owner)

    @cached_property
    def _records(self) -> dict[str, ArticleRecord]:
        return {record.path: record for record in self._written.records}

    def _read(self, file: str) -> str:
        return self._written.read(file).decode()


class TextPlaces(Struct, frozen=True, kw_only=True):
    """The places of a text to which links may lead, as its markup names them."""

    names: tuple[str, ...]


def extract_places(text: CheckedText, _context: BodyContext) -> TextPlaces:
    """The places of a text that was just read."""
    return TextPlaces(names=tuple(dict.fromkeys(_PLACE.findall(text.body))))


PLACES = Extraction(name="places", extract=extract_places)


def places_of(record: ArticleRecord) -> set[str]:
    """The places of a record's text; none where nobody took them out of it."""
    packed = record.find_extract(PLACES.name)
    return set(unpack(packed, TextPlaces).names) if packed else set()

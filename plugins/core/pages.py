"""Pages that are to be written, as features ask for them."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from plugins.core.corpus import Entry


class Page(Struct, frozen=True, kw_only=True):
    """A page that is to be written.

    Attributes:
        path: Where it goes, relative to the output folder, with `/`.
        template: The name of its template.
        values: What this page shows beside what all pages do: plain values, cards, and for
            the page of an article its entry.
        subject: The article, document or page that it is; None for lists and the like.
        modified: The date of the newest article in it; None where unknown.
        listed: Whether the page belongs in a site map.
    """

    path: str
    template: str
    values: Mapping[str, object]
    subject: Entry | None = None
    modified: datetime | None = None
    listed: bool = True

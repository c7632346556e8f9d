"""The settings of text hygiene."""

from msgspec import Struct


class TextHygieneSettings(Struct, frozen=True, kw_only=True):
    """Where personal data is meant to be.

    Attributes:
        contact_pages: The fixed pages, by slug, that exist to name telephone numbers.
    """

    contact_pages: tuple[str, ...] = ("lien-he",)

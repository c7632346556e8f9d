"""The settings of text hygiene."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TextHygieneSettings:
    """Where personal data is meant to be.

    Attributes:
        contact_pages: The fixed pages, by slug, that exist to name telephone numbers.
    """

    contact_pages: tuple[str, ...] = ("lien-he",)

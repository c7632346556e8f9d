"""The settings of the glossary."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossarySettings:
    """What a site may decide about its glossary.

    Attributes:
        register: The editors' register of abbreviations, relative to the content folder.
    """

    register: str = "du-lieu/tu-viet-tat.toml"

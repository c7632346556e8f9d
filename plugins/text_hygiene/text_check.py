"""All checks of one content file."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core.articles import Kind
from plugins.core.diagnostics import Diagnostic
from plugins.core.text import in_small_letters
from plugins.core.text_checks import CheckedText
from plugins.text_hygiene.broken_letters import find_broken_letters
from plugins.text_hygiene.config import TextHygieneSettings
from plugins.text_hygiene.personal_data import CLEARED, find_personal_data
from plugins.text_hygiene.shown_text import shown_text
from plugins.text_hygiene.slips import find_slips
from plugins.text_hygiene.syllables import find_impossible_syllables


class HygieneCheck(Struct, frozen=True, kw_only=True):
    """Finds broken letters, slips and personal data in one text."""

    settings: TextHygieneSettings

    def __call__(self, text: CheckedText) -> Iterator[Diagnostic]:
        """Advice about slips, warnings about broken letters and uncleared personal data."""
        shown = shown_text(text)
        lowered = in_small_letters(shown)
        broken = tuple(find_broken_letters(text.path, shown))
        yield from broken
        yield from find_slips(text.path, shown, lowered)
        if not broken:  # hardly a syllable of such a text is one of Vietnamese
            yield from find_impossible_syllables(text.path, shown)
        if not text.header.get(CLEARED):
            telephones = not self._is_contact_page(text)
            yield from find_personal_data(text.path, shown, lowered, telephones=telephones)

    def _is_contact_page(self, text: CheckedText) -> bool:
        return text.kind is Kind.PAGE and text.header.get("slug") in self.settings.contact_pages

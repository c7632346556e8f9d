"""The lead on the page of an article: plain text of its header, marked like the body."""

from collections.abc import Iterable
from xml.etree.ElementTree import tostring

from markupsafe import Markup, escape

from plugins.glossary.elements import BodyElements
from plugins.glossary.model import TermUse
from plugins.glossary.resolution import Mention
from plugins.glossary.terms import Term


def marked_lead(
    lead: str, explained: Iterable[tuple[Mention, Term]], uses: Iterable[TermUse]
) -> Markup:
    """The lead with long forms hidden behind its abbreviations.

    Args:
        lead: The text.
        explained: Its abbreviations that have a meaning, in their order.
        uses: Those of the body, which has the controls for them.
    """
    elements, done = BodyElements(uses), 0
    pieces: list[Markup] = []
    for mention, term in explained:
        pieces.append(escape(lead[done : mention.start]))
        for element in elements.of(mention.form, term.long, is_explained=mention.is_explained):
            markup = tostring(element, encoding="unicode", method="html")
            pieces.append(Markup(markup))  # noqa: S704  (our own elements, written escaped)
        done = mention.end
    return Markup().join((*pieces, escape(lead[done:])))

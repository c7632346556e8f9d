"""Abbreviations in plain text about an article: cards, feeds, read-aloud, search.

A text of this kind defines little itself, so the body of its article decides: what the body
explains holds here too, and a form that the body leaves open stays open.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from plugins.core.abbreviations import SpokenForm, SpokenPassage, Synonyms, places_of
from plugins.core.articles import ArticleRecord
from plugins.core.body import BodyContext
from plugins.core.text import collation_key
from plugins.glossary.dependence import REGISTER_NAME, LexiconAnswers, glossary_inputs
from plugins.glossary.elements import uses_in
from plugins.glossary.mentions import hot_tokens
from plugins.glossary.reading import own_terms
from plugins.glossary.resolution import Mention, Passage, resolve
from plugins.glossary.terms import Scope, Term, lexicon_of


class RegisterAbbreviations:
    """`plugins.core.abbreviations.Abbreviations`, by the register of a site."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take the entries of the register."""
        self._terms = tuple(terms)
        self._lexicon = lexicon_of(self._terms)
        self._answers = LexiconAnswers(self._lexicon)

    def first_use_expanded(self, text: str, record: ArticleRecord) -> str:
        """The text with long forms in brackets, each at its first use."""
        return expanded(text, self.explained(text, record))

    def spoken_forms(
        self, passages: Sequence[SpokenPassage], own: Sequence[str] = ()
    ) -> tuple[tuple[SpokenForm, ...], ...]:
        """What a voice says for the abbreviations of each passage."""
        known, _ = own_terms(own)
        asked = [Passage(text=p.text, places=p.places or (Scope.SITE,)) for p in passages]
        mentions = resolve(asked, self._lexicon, known).mentions
        return tuple(
            tuple(self._spoken_form(passage.text, mention) for mention in found)
            for passage, found in zip(passages, mentions, strict=True)
        )

    def note_inputs(self, texts: Iterable[str], context: BodyContext) -> None:
        """Note the entries for which these texts ask."""
        tokens = glossary_inputs((Passage(text=text) for text in texts), self._lexicon)
        context.depends_on_register(REGISTER_NAME, tokens, self._answers.fingerprint(tokens))

    def synonyms(self) -> tuple[Synonyms, ...]:
        """What the register takes for the same, in alphabetical order."""
        terms = sorted(self._terms, key=lambda term: (collation_key(term.short), term.short))
        return tuple(Synonyms(forms=term.forms, longs=(term.long, *term.also)) for term in terms)

    def explained(self, text: str, record: ArticleRecord) -> Iterator[tuple[Mention, Term]]:
        """The abbreviations of a text that have a meaning there, in their order."""
        if not any(hot_tokens(text, self._lexicon.odd)):
            return
        uses = {use.short: use.long for use in uses_in(record.body)}
        own, _ = own_terms(record.header_list("abbreviations"))
        known = (*(Term(short=short, long=long) for short, long in uses.items()), *own)
        passage = Passage(text=text, places=places_of(record.kind, record.section))
        given = {term.short for term in known}
        for mention in resolve([passage], self._lexicon, known).mentions[0]:
            open_in_body = mention.form not in given and escape(mention.form) in record.body
            if mention.term and not open_in_body:
                yield mention, self._registered(mention.term, mention)

    def _spoken_form(self, text: str, mention: Mention) -> SpokenForm:
        """What is said for one; nothing where it stands alone in brackets behind its long form."""
        start, end = mention.start, mention.end
        alone = text[:start].endswith(" (") and text.startswith(")", end)
        if alone and mention.is_explained:
            start, end = start - len(" ("), end + len(")")
        term = self._registered(mention.term, mention) if mention.term else None
        return SpokenForm(
            start=start,
            end=end,
            form=mention.form,
            spoken=(term.spoken or term.long) if term else "",
            is_repeated=alone and mention.is_explained,
        )

    def _registered(self, term: Term, mention: Mention) -> Term:
        """The register's entry for a meaning, because that one knows how it is spoken."""
        entries = (reading.term for reading in mention.readings)
        return next((entry for entry in entries if entry.long == term.long), term)


def expanded(text: str, explained: Iterable[tuple[Mention, Term]]) -> str:
    """A text with the long forms of its abbreviations in brackets, each at its first use."""
    said: set[str] = set()
    pieces, done = [], 0
    for mention, term in explained:
        if not mention.is_explained and term.long not in said:
            pieces.append(f"{text[done : mention.end]} ({term.long})")
            done = mention.end
        said.add(term.long)
    return "".join((*pieces, text[done:]))

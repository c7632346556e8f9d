"""What an editor should look at in the abbreviations of an article, each thing once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from msgspec import Struct

from plugins.core.text import slugify
from plugins.glossary import messages
from plugins.glossary.explanations import is_contradicted, words_before_bracket
from plugins.glossary.messages import Finding
from plugins.glossary.nearest import NearestForms
from plugins.glossary.resolution import Mention, Passage, ResolvedText, Why
from plugins.glossary.terms import Term

# So many equal words before two short forms in brackets are no coincidence.
_EQUAL_WORDS = 4
_REACH = 80


class _Use(Struct, frozen=True, kw_only=True):
    passage: Passage
    mention: Mention
    others: Sequence[Mention] = ()


def advise(
    passages: Sequence[Passage],
    resolved: ResolvedText,
    own: Iterable[Term],
    nearest: NearestForms,
) -> Iterator[Finding]:
    """Everything that is to be said of the abbreviations of one article.

    Args:
        passages: Its text.
        resolved: What was found in it.
        own: The meanings that its header gives.
        nearest: Finds what an unknown spelling may have meant.
    """
    uses = [
        _Use(passage=passage, mention=mention, others=mentions)
        for passage, mentions in zip(passages, resolved.mentions, strict=True)
        for mention in mentions
    ]
    yield from _of_single_forms(uses)
    yield from _of_definitions(uses, resolved, own)
    yield from _of_pairs(uses, resolved)
    unknown = [use.mention.form for use in uses if use.mention.why is Why.UNREGISTERED]
    if unknown and nearest.forms:  # a site without a register misses none of its entries
        yield messages.unregistered({form: nearest.nearest(form) for form in unknown})


def _of_single_forms(uses: Sequence[_Use]) -> Iterator[Finding]:
    reported: set[tuple[str, str]] = set()
    for use in uses:
        finding = _finding_of(use)
        if finding and (finding.code, use.mention.form) not in reported:
            reported.add((finding.code, use.mention.form))
            yield finding


def _finding_of(use: _Use) -> Finding | None:
    mention = use.mention
    slips = [reading.term for reading in mention.readings if reading.is_slip]
    if slips and mention.term in (None, slips[0]):
        return messages.slip(mention.form, slips[0], is_explained=mention.term is not None)
    if mention.why in (Why.AMBIGUOUS, Why.ELSEWHERE) and mention.readings:
        return messages.unclear(mention.form, [reading.term for reading in mention.readings])
    if mention.term and _is_contradicted(use, mention.term):
        return messages.contradiction(mention.form, mention.term)
    return None


def _is_contradicted(use: _Use, term: Term) -> bool:
    """Whether other words stand before it, also when those are read with their long forms."""
    text, start, end = use.passage.text, use.mention.start, use.mention.end
    if not is_contradicted(text, start, end, term.long):
        return False
    before = _with_long_forms(text, start, use.others)
    return is_contradicted(before + text[start:], len(before), len(before) + end - start, term.long)


def _with_long_forms(text: str, end: int, mentions: Iterable[Mention]) -> str:
    """A text up to a place, its abbreviations replaced by what they mean."""
    pieces, done = [], 0
    for mention in mentions:
        if mention.term and mention.end <= end:
            pieces += [text[done : mention.start], mention.term.long]
            done = mention.end
    return "".join((*pieces, text[done:end]))


def _of_definitions(
    uses: Sequence[_Use], resolved: ResolvedText, own: Iterable[Term]
) -> Iterator[Finding]:
    defined = {d.short: d for d in chain.from_iterable(resolved.definitions)}
    for short, definition in defined.items():
        mentions = [use.mention for use in uses if use.mention.form == short]
        clear = [r.term for m in mentions for r in m.readings if not r.is_slip and not r.term.also]
        if (
            clear
            and not definition.is_foreign
            and not any(definition.has_long_form(term.long) for term in clear)
        ):
            yield messages.other_definition(short, definition.long, clear[0])
        if len(mentions) == 1 and mentions[0].is_explained:
            yield messages.never_used(short)
    for term in own:
        if not any(use.mention.form == term.short for use in uses):
            yield messages.never_used(term.short)


def _of_pairs(uses: Sequence[_Use], resolved: ResolvedText) -> Iterator[Finding]:
    """Two short forms for one thing: one meaning, or one of them unexplained behind equal words.

    Spellings of one entry are one form: the register says that they are as good.
    """
    unexplained = {use.mention.form for use in uses if not use.mention.term}
    pairs = {
        *((d.long, d.short) for d in chain.from_iterable(resolved.definitions)),
        *((m.term.long, m.form) for m in (use.mention for use in uses) if m.term),
    }
    meant = {(slugify(long), short) for long, short in pairs}
    entries = {use.mention.form: use.mention.term.short for use in uses if use.mention.term}
    several = {
        forms
        for forms in _forms_of_one(meant)
        if len({entries.get(form, form) for form in forms}) > 1
    }
    told = {(words, u.mention.form) for u in uses if unexplained and (words := _bracket_words(u))}
    same = {forms for forms in _forms_of_one(told) if not unexplained.isdisjoint(forms)}
    for forms in sorted(same | several):
        yield messages.several_forms(forms)


def _forms_of_one(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    for _, group in groupby(sorted(pairs), key=lambda pair: pair[0]):
        forms = tuple(form for _, form in group)
        if len(forms) > 1:
            yield forms


def _bracket_words(use: _Use) -> str:
    """The last words before the bracket that a short form opens; "" where there are few."""
    before = words_before_bracket(use.passage.text, use.mention.start, _REACH)
    words = (before or "").lower().split()[-_EQUAL_WORDS:]
    return slugify(" ".join(words)) if len(words) == _EQUAL_WORDS else ""

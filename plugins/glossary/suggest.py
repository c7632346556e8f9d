"""Proposes entries of the register from what the texts of a site define and use."""

import json
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from plugins.core.text import slugify, squeeze
from plugins.glossary import messages
from plugins.glossary.definitions import Definition
from plugins.glossary.resolution import Why, resolve
from plugins.glossary.sources import SourceText
from plugins.glossary.terms import Lexicon

_SENTENCE = re.compile(r"[^.!?…\n]*$")
_SENTENCE_REST = re.compile(r"[^.!?…\n]*[.!?…]?")
_LONGEST_SENTENCE = 300


class Sentence(Struct, frozen=True, kw_only=True):
    """Where a text says something."""

    path: str
    text: str


class _Found(Struct, kw_only=True):
    """What was found of one short form."""

    longs: dict[str, str] = field(default_factory=dict)
    sentences: dict[str, Sentence] = field(default_factory=dict)
    uses: int = 0


def suggest(sources: Iterable[SourceText], lexicon: Lexicon) -> Iterator[str]:
    """Entries as they stand in the register, then unexplained forms as remarks, line by line.

    Args:
        sources: The texts of the site.
        lexicon: What is registered already; it is proposed only with another meaning.
    """
    found = _gather(sources, lexicon)
    defined = {short: each for short, each in sorted(found.items()) if each.longs}
    for short, each in defined.items():
        yield from _entry(short, each, is_known=short in lexicon.readings)
    for short, each in sorted(found.items()):
        if not each.longs and each.uses:
            sentence = next(iter(each.sentences.values()))
            yield messages.undefined_form(short, each.uses, sentence.path, sentence.text)


def _gather(sources: Iterable[SourceText], lexicon: Lexicon) -> dict[str, _Found]:
    found: dict[str, _Found] = {}
    for source in sources:
        resolved = resolve(source.passages, lexicon, source.own)
        for passage, definitions, mentions in zip(
            source.passages, resolved.definitions, resolved.mentions, strict=True
        ):
            for definition in definitions:
                if not _is_registered(definition, lexicon):
                    each = found.setdefault(definition.short, _Found())
                    long = squeeze(definition.long)
                    each.longs.setdefault(slugify(long), long)
                    sentence = _sentence(passage.text, definition.start)
                    each.sentences.setdefault(
                        slugify(long), Sentence(path=source.path, text=sentence)
                    )
            for mention in mentions:
                if mention.why is Why.UNREGISTERED:
                    each = found.setdefault(mention.form, _Found())
                    each.uses += 1
                    sentence = _sentence(passage.text, mention.start)
                    each.sentences.setdefault("", Sentence(path=source.path, text=sentence))
    return found


def _is_registered(definition: Definition, lexicon: Lexicon) -> bool:
    terms = [reading.term for reading in lexicon.readings.get(definition.short, {}).values()]
    known = [meaning for term in terms for meaning in (term.long, *term.also)]
    return any(definition.has_long_form(long) for long in known)


def _entry(short: str, found: _Found, *, is_known: bool) -> Iterator[str]:
    for key in found.longs:
        sentence = found.sentences[key]
        yield messages.defining_sentence(sentence.path, sentence.text)
    first, *others = found.longs.values()
    if is_known:
        yield messages.known_otherwise(short, first)
        yield ""
        return
    yield "[[term]]"
    yield f"short = {_quoted(short)}"
    yield f"long = {_quoted(first)}"
    if others:
        yield f"also = [{', '.join(map(_quoted, others))}]"
    path = next(iter(found.sentences.values())).path
    yield f"source = {_quoted(messages.source_of(path))}"
    yield ""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _sentence(text: str, place: int) -> str:
    before = _SENTENCE.search(text, 0, place)
    start = before.start() if before else place
    rest = _SENTENCE_REST.match(text, place)
    sentence = squeeze(text[start : rest.end() if rest else place])
    return sentence if len(sentence) <= _LONGEST_SENTENCE else f"{sentence[:_LONGEST_SENTENCE]}…"

"""The quality of the engine as figures, each against its goal.

What is right stands in a file that was labelled by hand: for each text, how often each
form occurs in it and what it means there. Pairs for definitions are those of the register
whose letters can stand for the words, by a rule of its own, simpler than the engine's.
"""

import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.text import fold_diacritics, slugify
from plugins.glossary.advice import advise
from plugins.glossary.definitions import find_definitions
from plugins.glossary.nearest import NearestForms
from plugins.glossary.resolution import Mention, Passage, resolve
from plugins.glossary.sources import SourceText, read_sources
from plugins.glossary.terms import Lexicon, Scope, Term
from plugins.glossary.wordings import WORDINGS

_GOAL_OF_PAIRS = 99.0
_GOAL_OF_PRECISION = 99.8
_GOAL_OF_TIME = 2.0
_RUNS = 100
_HUNDRED = 100.0


class Figure(Struct, frozen=True, kw_only=True):
    """One measured value.

    Attributes:
        goal: What it must reach, or must not pass; None where it only informs.
        is_missed: Whether it falls short of that.
    """

    name: str
    value: float
    goal: float | None = None
    is_missed: bool = False


class LabelledText(Struct, frozen=True, kw_only=True):
    """A text with what its abbreviations mean.

    Attributes:
        own: What the header of the text says.
        counts: How often each form occurs as an abbreviation.
        meanings: What each form means; "" where nobody can say.
    """

    passages: tuple[Passage, ...]
    own: tuple[Term, ...]
    counts: Mapping[str, int]
    meanings: Mapping[str, str]


class Report(Struct, frozen=True, kw_only=True):
    """All figures, and what the engine had to tell of the labelled texts."""

    figures: tuple[Figure, ...]
    remarks: tuple[str, ...]


def report(labels: Path, lexicon: Lexicon) -> Report:
    """Measure the engine.

    Args:
        labels: A TOML file: `content`, the folder with the labelled files, relative to it;
            `wordings`, sentences with {short} and {long}; and for each `[[text]]` a `path`
            below the folder, or a `text`, with its `forms`.
        lexicon: The lexicon of the site.
    """
    table = tomllib.loads(labels.read_text(encoding="utf-8"))
    texts = list(_labelled(table, labels.parent / table["content"]))
    return Report(
        figures=(
            *_occurrence_figures(texts, lexicon),
            *_pair_figures(table["wordings"], lexicon),
            _time_figure(texts, lexicon),
        ),
        remarks=tuple(dict.fromkeys(_remarks(texts, lexicon))),
    )


def _labelled(table: dict[str, Any], content: Path) -> Iterator[LabelledText]:
    sources = {source.path: source for source in read_sources(content)}
    for entry in table["text"]:
        given = SourceText(path="", passages=(Passage(text=entry.get("text", "")),))
        source = sources[entry["path"]] if "path" in entry else given
        forms: dict[str, tuple[int, str]] = entry["forms"]
        yield LabelledText(
            passages=source.passages,
            own=source.own,
            counts={form: count for form, (count, _) in forms.items()},
            meanings={form: long for form, (_, long) in forms.items()},
        )


def _occurrence_figures(texts: Sequence[LabelledText], lexicon: Lexicon) -> Iterator[Figure]:
    verdicts: Counter[str] = Counter()
    for text in texts:
        verdicts += _verdicts(text, lexicon)
    total = sum(sum(text.counts.values()) for text in texts)
    yield Figure(name="labelled occurrences", value=total)
    yield Figure(name="explained rightly", value=verdicts["right"])
    yield Figure(name="unexplained, with a reason", value=verdicts["open"])
    for name in ("wrong", "missed", "extra"):
        value = verdicts[name]
        yield Figure(name=f"{name} occurrences", value=value, goal=0, is_missed=value > 0)


def _verdicts(text: LabelledText, lexicon: Lexicon) -> Counter[str]:
    verdicts: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for mention in _mentions(text, lexicon):
        found[mention.form] += 1
        verdicts[_verdict(mention, text)] += 1
    missing = Counter(text.counts) - found
    return verdicts + Counter(missed=missing.total())


def _verdict(mention: Mention, text: LabelledText) -> str:
    if mention.form not in text.counts:
        return "extra"
    if not mention.term:
        return "open"
    same = slugify(mention.term.long) == slugify(text.meanings[mention.form])
    return "right" if same else "wrong"


def _mentions(text: LabelledText, lexicon: Lexicon) -> Iterator[Mention]:
    for mentions in resolve(text.passages, lexicon, text.own).mentions:
        yield from mentions


def _pair_figures(wordings: Sequence[str], lexicon: Lexicon) -> Iterator[Figure]:
    terms = {r.term for known in lexicon.readings.values() for r in known.values()}
    pairs = sorted({(term.short, term.long) for term in terms if is_matchable(term)})
    yield Figure(name="pairs whose letters can match", value=len(pairs))
    found = right = 0
    for wording in wordings:
        for short, long in pairs:
            definitions = find_definitions(wording.format(short=short, long=long))
            found += len(definitions)
            right += (short, long) in [(each.short, each.long) for each in definitions]
    total = len(pairs) * len(wordings)
    yield _share("pairs found exactly, %", right, total, _GOAL_OF_PAIRS)
    yield _share("definitions that are right, %", right, found, _GOAL_OF_PRECISION)


def _share(name: str, part: int, whole: int, goal: float) -> Figure:
    value = round(_HUNDRED * part / whole, 2) if whole else _HUNDRED
    return Figure(name=name, value=value, goal=goal, is_missed=value < goal)


def is_matchable(term: Term) -> bool:
    """Whether each letter of a short form begins a word of its long form, in order."""
    letters = [_initial(sign) for sign in term.short if sign.isalnum()]
    words = _words(term.long)
    return term.scope is Scope.SITE and len(letters) > 1 and _matches(letters, words)


def _words(long: str) -> list[str]:
    """The words of a long form in small letters, without signs."""
    return "".join(sign if sign.isalnum() else " " for sign in long.lower()).split()


def _matches(letters: Sequence[str], words: Sequence[str]) -> bool:
    if not letters or not words:
        return not letters and not words
    if _initial(words[0]) == letters[0] and _matches(letters[1:], words[1:]):
        return True
    return words[0] in WORDINGS.function_words and _matches(letters, words[1:])


def _initial(word: str) -> str:
    first = word[0].lower()
    return first if first == "\u0111" else fold_diacritics(first)


def _time_figure(texts: Sequence[LabelledText], lexicon: Lexicon) -> Figure:
    """Processor time for the text that takes longest, findings and all, in milliseconds.

    The best of many runs: the engine always does the same, so what a run takes longer is
    the machine's.
    """
    nearest = NearestForms(lexicon.readings)
    slowest = max(_time_of(text.passages, lexicon, nearest) for text in texts)
    value = round(slowest * 1000, 2)
    return Figure(
        name=f"slowest text, best of {_RUNS}, ms",
        value=value,
        goal=_GOAL_OF_TIME,
        is_missed=value > _GOAL_OF_TIME,
    )


def _time_of(passages: Sequence[Passage], lexicon: Lexicon, nearest: NearestForms) -> float:
    times = []
    for run in range(_RUNS):
        # Another text of nearly the same length: what was kept of the last run must not help.
        texts = [replace(passage, text=f"{passage.text} {run}") for passage in passages]
        begun = time.process_time()
        list(advise(texts, resolve(texts, lexicon), (), nearest))
        times.append(time.process_time() - begun)
    return min(times)


def _remarks(texts: Sequence[LabelledText], lexicon: Lexicon) -> Iterator[str]:
    nearest = NearestForms(lexicon.readings)
    for text in texts:
        resolved = resolve(text.passages, lexicon, text.own)
        for mention in (m for mentions in resolved.mentions for m in mentions if not m.term):
            yield f"{mention.form}: {mention.why}"
        for finding in advise(text.passages, resolved, text.own, nearest):
            yield f"{finding.code} {finding.message}"

"""Numbers of official documents: 12/2020/TT-BTC, 57-NQ/TW, 51/2010/QH12, 27/CT-TTg.

The number is said, then its year, then who issued it. The kind is said where the text has not
said it itself; the issuer is left out where the text goes on to name it.
"""

import re

from plugins.read_aloud.numerals import cardinal
from plugins.read_aloud.places import NUMBERS, SLASHES, either, matches, words
from plugins.read_aloud.readings import Doubt, Lookup, Rule, Said, end_of_sentence_before, rule
from plugins.read_aloud.spelling import UPPER, spelt
from plugins.read_aloud.vocabulary import VOCABULARY

_WORDS = VOCABULARY.documents
_KINDS = "|".join(sorted(map(re.escape, _WORDS.kinds), key=len, reverse=True))
_KIND_NAMES = "|".join(sorted(map(re.escape, _WORDS.kinds.values()), key=len, reverse=True))
# Elected bodies, whose term stands behind their letters.
_BODIES = "|".join(_WORDS.bodies)
_CODE = r"[^\W\d_a-z][\w&,]*?"
_HEAD = rf"(?<![\w/.-])(?:(?P<short>{_KINDS})\s+)?(?P<number_word>(?i:{_WORDS.number})\s+)?"
# A number may begin with its kind, or with the word for a number.
_NUMBER_WORDS = {_WORDS.number, _WORDS.number.capitalize(), _WORDS.number.upper()}
_BEGINNINGS = either(NUMBERS, words({*_WORDS.kinds, *_NUMBER_WORDS}))
_KIND_BEGINNINGS = words({*_WORDS.kinds, *_WORDS.kinds.values()})
_KIND_PLACES = words(_WORDS.kinds)
_WITH_LETTERS = matches(r"\d+\w?\s?(?:-|/\s?(?:\d+\s?/)?)\s?[^\W\d_a-z]", NUMBERS)
_WITH_YEAR = matches(r"/(?:19|20)\d\d", SLASHES)
# The text may call a document otherwise than its code does.
_OTHER_KIND = re.compile(rf"(?:{_KIND_NAMES})\s\Z")
_TERM = re.compile(r"(\D+?)(\d+)")
# A day in figures or with its words.
_DATE = rf"(?:,?\s+{VOCABULARY.dates['day']}\s+[\d/.-]+(?:\s+\w+\s+\d+){{0,2}})?"
_NAMED = re.compile(rf"{_DATE}\s+{_WORDS.of}\s+[{UPPER}]")


def document_rules(lookup: Lookup) -> tuple[Rule, ...]:
    """The rules for numbers of documents.

    Args:
        lookup: Asks the register for issuers that the file beside this module does not know.
    """
    names = _Issuers(lookup)
    return (
        rule(  # 57-NQ/TW
            rf"{_HEAD}(?P<number>\d+\w?)\s?-\s?(?P<kind>{_KINDS})\s?/\s?(?P<issuer>{_CODE})(?!\w)",
            names.say,
            begins=_BEGINNINGS,
            needs=_WITH_LETTERS,
        ),
        rule(  # 12/2020/TT-BTC, 27/CT-TTg, 05/2019/TTLT-BKHCN-BTC
            rf"""{_HEAD}(?P<number>\d+\w?)\s?/\s?(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?
            (?P<kind>{_KINDS})\s?-\s?(?P<issuer>{_CODE}(?:-{_CODE})*)(?![\w&])""",
            names.say,
            begins=_BEGINNINGS,
            needs=_WITH_LETTERS,
        ),
        rule(  # 51/2010/QH12
            rf"""{_HEAD}(?P<number>\d+\w?)/(?:(?P<year>(?:19|20)\d\d)/)
            (?P<issuer>(?:{_BODIES})\d+)(?!\w)""",
            names.say,
            begins=_BEGINNINGS,
            needs=_WITH_LETTERS,
        ),
        rule(  # 8765/VPCP-KGVX
            rf"{_HEAD}(?P<number>\d+\w?)/(?P<issuer>[^\W\d_a-z]\w+(?:-{_CODE})*)(?![\w&])",
            names.say_letter,
            begins=_BEGINNINGS,
            needs=_WITH_LETTERS,
        ),
        rule(  # TT 12/2020, also with the name of the kind
            rf"(?<!\w)(?:(?P<short>{_KINDS})|(?P<full>{_KIND_NAMES}))\s+"
            rf"(?P<number_word>{_WORDS.number}\s+)?"
            r"(?P<number>\d{1,4})/(?P<year>(?:19|20)\d\d)(?![\w/])",
            _short_number,
            begins=_KIND_BEGINNINGS,
            needs=_WITH_YEAR,
        ),
        rule(
            rf"(?<![\w&/-])(?P<short>{_KINDS})(?=\s+(?:{_WORDS.number}\s+)?\d)",
            _kind_alone,
            begins=_KIND_PLACES,
            needs=NUMBERS,
        ),
    )


class _Issuers:
    """Says numbers with the names of who issued the documents."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def say(self, match: re.Match[str]) -> Said | None:
        """A number with a kind."""
        parts = match.groupdict()
        kind = _kind_before(match, _WORDS.kinds.get(parts.get("kind") or "", ""))
        words = [kind] if kind else []
        if parts["number_word"] or kind:
            words.append(_WORDS.number)
        words += _number_and_year(parts["number"], parts.get("year"))
        names = [self._name(code) for code in parts["issuer"].split("-")]
        if not _is_named_behind(match):
            words += [_WORDS.of, ", ".join(names)]
        return Said(" ".join(words), self._doubt(parts["issuer"]))

    def say_letter(self, match: re.Match[str]) -> Said | None:
        """An official letter has no code of its kind: its issuer stands behind the slash."""
        issuer = match["issuer"].split("-")[0]
        if not self._known(issuer):
            return None
        return self.say(match)

    def _known(self, code: str) -> str:
        if code in _WORDS.issuers:
            return _WORDS.issuers[code]
        return self._lookup(code)

    def _name(self, code: str) -> str:
        if known := self._known(code):
            return known
        term = _TERM.fullmatch(code)
        if term and (body := self._known(term[1])):
            return f"{body} {_WORDS.of_term} {cardinal(int(term[2]))}"
        return spelt(code)

    def _doubt(self, codes: str) -> Doubt | None:
        unknown = [code for code in codes.split("-") if self._name(code) == spelt(code)]
        return Doubt.ISSUER if unknown else None


def _kind_before(match: re.Match[str], kind: str) -> str:
    """The kind that is still to be said: none where the sentence has said it."""
    if match["short"]:
        return _WORDS.kinds[match["short"]]
    begin = end_of_sentence_before(match.string, match.start())
    said = match.string[begin : match.start()]
    return "" if kind.lower() in said.lower() or _OTHER_KIND.search(said) else kind


def _number_and_year(number: str, year: str | None) -> list[str]:
    figures = number.rstrip("".join(filter(str.isalpha, number)))
    words = [cardinal(int(figures))]
    if letters := number[len(figures) :]:
        words.append(spelt(letters))
    if year:
        words += [_WORDS.year, cardinal(int(year))]
    return words


def _is_named_behind(match: re.Match[str]) -> bool:
    """Whether the text itself goes on to say who issued the document."""
    return bool(_NAMED.match(match.string, match.end()))


def _short_number(match: re.Match[str]) -> str:
    parts = match.groupdict()
    kind = _WORDS.kinds[parts["short"]] if parts["short"] else str(parts["full"])
    words = [kind, *([_WORDS.number] if parts["number_word"] else [])]
    return " ".join([*words, *_number_and_year(parts["number"], parts["year"])])


def _kind_alone(match: re.Match[str]) -> str:
    return _WORDS.kinds[match["short"]]

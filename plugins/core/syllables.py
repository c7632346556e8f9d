"""The shape of Vietnamese syllables, by which a word in capitals is told from an abbreviation."""

import re
from functools import cache
from unicodedata import normalize

from plugins.core.text import fold_diacritics

_ONSETS = "b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th|tr?|v|x"
# Every rhyme without its marks; those of one spelling share a place.
_RHYMES = (
    "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu "
    "i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong "
    "op ot u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou "
    "uu up ut uy uya uych uyen uyet uynh uyt uyu y yem yen yet yeu"
)
_SYLLABLE = re.compile(f"(?:{_ONSETS})?(?:{_RHYMES.replace(' ', '|')})", re.IGNORECASE)
# The stroke of the letter after d belongs to a consonant: it makes no vowel Vietnamese.
_MARKED_VOWEL = re.compile("[^\u0000-\u007f\u0110\u0111]")


@cache
def is_syllable(word: str) -> bool:
    """Whether a word has the shape of one Vietnamese syllable, with its marks or without."""
    return bool(_SYLLABLE.fullmatch(fold_diacritics(word)))


def has_marked_vowel(word: str) -> bool:
    """Whether a vowel of a word carries a tone, a hat, a breve or a horn."""
    return bool(_MARKED_VOWEL.search(normalize("NFC", word)))

"""The keys of an article's header: each is registered by the feature that reads it."""

from enum import Enum, auto

from msgspec import Struct

from plugins.core.articles import Kind


class HeaderKind(Enum):
    """How a header value is read, and what templates and features get.

    `TEXT` gives a str, `LIST` a tuple of str (written as a list or between commas),
    `TEXTS` a tuple of sentences that may hold commas, `DATE` a datetime, `DATE_OR_UNKNOWN` a
    datetime or None, `SLUG` a str fit for an address, `CHOICE` one of the choices,
    `PICTURE` the path of a file in the content folder.
    """

    TEXT = auto()
    TEXTS = auto()
    LIST = auto()
    DATE = auto()
    DATE_OR_UNKNOWN = auto()
    SLUG = auto()
    CHOICE = auto()
    PICTURE = auto()


class Explanation(Struct, frozen=True, kw_only=True):
    """What editors are told of a key, in Vietnamese.

    Attributes:
        meaning: What it is for; whether a file must have it is not repeated here.
        example: A value as it is typed, on one line.
    """

    meaning: str
    example: str


class HeaderField(Struct, frozen=True, kw_only=True):
    """One key that an editor may write.

    Attributes:
        name: The key in lower case.
        kind: How its value is read.
        about: From which the tables of the handbook are made.
        kinds: Where it may stand.
        required: Whether a file of these kinds must have it.
        choices: The allowed values of a `CHOICE`; Vietnamese words map to our own terms.
    """

    name: str
    kind: HeaderKind
    about: Explanation
    kinds: frozenset[Kind] = frozenset(Kind)
    required: frozenset[Kind] = frozenset()
    choices: tuple[tuple[str, str], ...] = ()

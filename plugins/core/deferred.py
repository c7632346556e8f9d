"""Values that are read where a page shows them.

A build of ten thousand articles shows a few of them; of the others it is enough to know whether
what they would show is still the same.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

Value = TypeVar("Value")
About = TypeVar("About")

# A component asks for one value several times, and a cold build shows each on a dozen pages.
_AT_HAND = 4_096


class Deferred(Generic[Value]):
    """A value that is known by its fingerprint until a page shows it.

    Attributes:
        fingerprint: Changes with the value, and differs from that of any value of another kind.
    """

    __slots__ = ("_about", "_read", "fingerprint")

    def __init__(self, fingerprint: str, read: Callable[[About], Value], about: About) -> None:
        """Nothing is read yet.

        Args:
            fingerprint: As above.
            read: Gives the value: one function for the values of a whole site.
            about: What it is asked about.
        """
        self.fingerprint = fingerprint
        self._read: Callable[..., Value] = read
        self._about: object = about

    @property
    def value(self) -> Value:
        """The value itself; read once more where others were asked for meanwhile."""
        value: Value = _value_of(self)
        return value

    def read(self) -> Value:
        """The value, read anew."""
        return self._read(self._about)

    def __eq__(self, other: object) -> bool:
        """Whether both stand for the same value."""
        return isinstance(other, Deferred) and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        """That of what it is known by."""
        return hash(self.fingerprint)


def shown(value: object) -> object:
    """What a page shows of a value that may be deferred."""
    return value.value if isinstance(value, Deferred) else value


@lru_cache(maxsize=_AT_HAND)
def _value_of(deferred: Deferred[Value]) -> Value:
    return deferred.read()

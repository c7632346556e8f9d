"""An abbreviation in the markup of a body: written there, and read back from it.

    <abbr id="vt_kh-cn"><a href="#nghia_kh-cn">KH&CN</a></abbr><span hidden> (long form)</span>

The first use of a form has an address and leads to its meaning in the list under the text;
all others are as short as can be, because there are many. Where the text itself says the
long form right there, nothing stands behind. In the name of a cited document, which is a link
itself, a form leads nowhere, and is the first only if it stands nowhere else. A body may come
from the store, so its markup holds all that pages need to know.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement

from lxml.html import HtmlElement

from plugins.core.html import parse_fragment
from plugins.glossary.model import TermUse
from plugins.glossary.terms import Addresses

# No address that is made of words alone has an underscore.
_USE = "vt_"
_MEANING = "nghia_"
_EXPLAINED = "data-long"
# A first use with what stands behind it; the sanitiser leaves no `>` within an attribute.
_FIRST_USE = re.compile(
    r"<abbr [^>]*\bid=[^>]*>.*?</abbr>(?:<span hidden[^>]*>[^<]*</span>)?", re.DOTALL
)


class BodyElements:
    """Makes the elements of one body, in the order of its text."""

    def __init__(self, uses: Iterable[TermUse] = ()) -> None:
        """Begin a body on whose page these have their first uses already."""
        self._addresses = Addresses(
            {(use.short, use.long): use.anchor.removeprefix(_USE) for use in uses}
        )

    def of(
        self, form: str, long: str, *, is_explained: bool, in_link: bool = False
    ) -> list[Element]:
        """What stands in the place of an abbreviation: its form, and behind it its meaning.

        Args:
            form: The spelling in the text.
            long: What it means there.
            is_explained: Whether the text says so right there.
            in_link: Whether it stands in a link, so that it cannot be one.
        """
        short = Element("abbr")
        address = self._addresses.give(form, long)
        if address:
            short.set("id", _USE + address)
            if is_explained:
                short.set(_EXPLAINED, long)
        if address and not in_link:
            SubElement(short, "a", {"href": f"#{_MEANING}{address}"}).text = form
        else:
            short.text = form
        return [short] if is_explained else [short, _long_form(long)]


def _long_form(long: str) -> Element:
    behind = Element("span", {"hidden": "hidden"})
    behind.text = f" ({long})"
    return behind


@lru_cache(maxsize=4)  # the lead, the summary and the list of a text ask one after the other
def uses_in(body: str) -> tuple[TermUse, ...]:
    """The abbreviations of a body, in the order of their first uses."""
    marks = "".join(_FIRST_USE.findall(body))
    return tuple(_use(mark) for mark in parse_fragment(marks).iter("abbr")) if marks else ()


def _use(mark: HtmlElement) -> TermUse:
    anchor = str(mark.get("id"))
    behind = mark.getnext()
    long = mark.get(_EXPLAINED) or behind.text_content().removeprefix(" (").removesuffix(")")
    return TermUse(
        short=mark.text_content(),
        long=long,
        anchor=anchor,
        entry=anchor.replace(_USE, _MEANING, 1),
    )

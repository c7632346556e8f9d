"""Markdown's own patterns, asked only where their signs stand, find what they found before."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockprocessors import BlockQuoteProcessor

from plugins.article_reader.signed_patterns import SignedPatterns

_SIGNS = "`\\[]!(/):#>=-1.*_<&a \t\n"


@given(st.text(_SIGNS, max_size=60))
def test_any_text_becomes_what_markdown_makes_of_it(text: str) -> None:
    extensions = ["tables", "sane_lists"]

    signed = Markdown(extensions=[*extensions, SignedPatterns()])

    assert signed.convert(text) == Markdown(extensions=extensions).convert(text)


@given(st.text(" \t\na"))
def test_blanks_become_what_markdown_makes_of_them(text: str) -> None:
    own = Markdown().preprocessors["normalize_whitespace"]
    signed = Markdown(extensions=[SignedPatterns()]).preprocessors["normalize_whitespace"]

    assert signed.run(text.split("\n")) == own.run(text.split("\n"))


def test_converters_of_others_stay_as_they_are() -> None:
    Markdown(extensions=[SignedPatterns()])

    assert isinstance(BlockQuoteProcessor.RE, re.Pattern)

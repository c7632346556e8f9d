"""What makes a reader: the site, the settings, and what features say when they are asked.

A worker of a cluster makes its own reader of the same. It has registered no feature, so it is
sent the functions that answer; and it reads content and registers where they lie, so it says
beforehand whether it finds them as the build did.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from blinker import NamedSignal
from msgspec import Struct

from plugins.article_reader.article import ArticleReading
from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.header_schema import BASE_FIELDS
from plugins.core.body_inputs import RegisterAnswers
from plugins.core.errors import ConfigError
from plugins.core.fingerprints import fingerprint_of
from plugins.core.headers import HeaderField
from plugins.core.signals import (
    answering,
    body_extensions_requested,
    body_inputs_requested,
    extractions_requested,
    header_fields_requested,
    register_answers_requested,
    text_checks_requested,
)
from plugins.core.site import Site

Ask = Callable[[NamedSignal, Site], list[Any]]

_QUESTIONS = (
    body_extensions_requested,
    body_inputs_requested,
    extractions_requested,
    header_fields_requested,
    register_answers_requested,
    text_checks_requested,
)


class ReadingOrder(Struct, frozen=True, kw_only=True):
    """What is sent to a worker, once, so that it reads as we do.

    Attributes:
        answering: The functions that answer each question, by its name.
        stands_on: A fingerprint of the settings and registers as the build found them.
    """

    site: Site
    settings: ArticleReaderSettings
    answering: Mapping[str, tuple[Callable[[Site], Iterable[Any]], ...]]
    stands_on: str

    def tools(self) -> ArticleReading:
        """A reader, made in the worker.

        Raises:
            ConfigError: if the worker does not see the content that is built.
        """
        found = made_from(self.site, self.settings, self._ask)
        registers = self._ask(register_answers_requested, self.site)
        if not self.site.content.is_dir() or _fingerprint(found, registers) != self.stands_on:
            message = (
                f"a worker finds other registers in {self.site.content}, or no such folder: "
                "workers must see the same content under the same path"
            )
            raise ConfigError(message)
        return build_reading(self.site, self.settings, self._ask)

    def _ask(self, question: NamedSignal, site: Site) -> list[Any]:
        return [thing for answer in self.answering[question.name] for thing in answer(site)]


def order_for(
    site: Site,
    settings: ArticleReaderSettings,
    made_from: Iterable[str],
    registers: Iterable[RegisterAnswers],
) -> ReadingOrder:
    """The order for the features that are registered here.

    Args:
        site: The site that is built.
        settings: Those of the reader.
        made_from: What all bodies depend on.
        registers: Those of which a body depends on some entries.
    """
    return ReadingOrder(
        site=site.sendable,
        settings=settings,
        answering={question.name: answering(question) for question in _QUESTIONS},
        stands_on=_fingerprint(made_from, registers),
    )


def build_reading(site: Site, settings: ArticleReaderSettings, ask: Ask) -> ArticleReading:
    """The reader of a site.

    Args:
        site: The site that is built.
        settings: Those of the reader.
        ask: Gives what features answer to a question.
    """
    return ArticleReading(
        site,
        settings,
        fields_of(site, ask),
        ask(body_extensions_requested, site),
        ask(text_checks_requested, site),
        ask(extractions_requested, site),
    )


def fields_of(site: Site, ask: Ask) -> tuple[HeaderField, ...]:
    """All header keys of a site in their order."""
    return (*BASE_FIELDS, *ask(header_fields_requested, site))


def made_from(site: Site, settings: ArticleReaderSettings, ask: Ask) -> tuple[str, ...]:
    """What all bodies depend on besides the code: settings and whole registers."""
    return (repr(settings), *ask(body_inputs_requested, site))


def _fingerprint(made_from: Iterable[str], registers: Iterable[RegisterAnswers]) -> str:
    return fingerprint_of((tuple(made_from), tuple((each.name, each.whole) for each in registers)))

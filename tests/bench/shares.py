"""What reading one article costs each feature, by processor time in one process."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.settings import read_settings

from plugins.article_reader.article import ArticleReading
from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.plugin import _reading_of
from plugins.core.diagnostics import Diagnostic
from plugins.core.pelican import site_of
from plugins.core.text_checks import CheckedText, TextCheck
from tests.conftest import ROOT

WHOLE = "all"
_READER = "article_reader, Markdown"


class Shares:
    """Seconds by feature; what is called inside something else counts for the inner one."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._since = 0.0

    def timed(self, feature: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same work; its time counts for the feature."""

        def run(*given: Any, **named: Any) -> Any:  # noqa: ANN401  (whatever the work takes)
            self._turn_to([*self._running, feature])
            try:
                return work(*given, **named)
            finally:
                self._turn_to(self._running[:-1])

        return run

    def _turn_to(self, running: list[str]) -> None:
        now = time.process_time()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._running, self._since = running, now


def reading_shares(content: Path, articles: int) -> dict[str, float]:
    """Milliseconds of processor time for one article, by feature; the whole under `all`.

    Args:
        content: The content folder.
        articles: How many of it are read.
    """
    overrides = {"PATH": str(content), "OUTPUT_PATH": str(content.with_name("none"))}
    site = site_of(
        Pelican(read_settings(str(ROOT / "pelicanconf.py"), override=overrides)).settings
    )
    reading, shares = _reading_of(site, ArticleReaderSettings()), Shares()
    _time_features(reading, shares)
    files = sorted((content / "tin-tuc").glob("*.md"))[:articles]
    read = shares.timed(_READER, reading.read_file)
    for file in files:
        read(file.relative_to(content).as_posix())
    found = sorted(shares.seconds.items(), key=lambda pair: -pair[1])
    whole = sum(seconds for _, seconds in found)
    return {name: 1000 * value / len(files) for name, value in ((WHOLE, whole), *found)}


def _time_features(reading: ArticleReading, shares: Shares) -> None:
    """Have everything that features do while a text is read counted for them."""
    reading._checks = tuple(
        shares.timed(_feature(check), partial(_found_by, check)) for check in reading._checks
    )
    for each in reading._extractions:
        extract = shares.timed(_feature(each.extract), each.extract)
        object.__setattr__(each, "extract", extract)
    converter = reading._converter
    for processors in (converter.preprocessors, converter.treeprocessors):
        _time_methods(processors, "run", shares)
    _time_methods(converter.inlinePatterns, "handleMatch", shares)
    _time_methods(converter.parser.blockprocessors, "run", shares)


def _found_by(check: TextCheck, text: CheckedText) -> list[Diagnostic]:
    """All that a check finds, at once: some find it only as they are asked for more."""
    return list(check(text))


def _time_methods(processors: Iterable[Any], method: str, shares: Shares) -> None:
    for processor in processors:
        feature = _feature(processor)
        if feature != _READER:
            setattr(processor, method, shares.timed(feature, getattr(processor, method)))


def _feature(thing: object) -> str:
    """The feature to which a function or an object belongs; the reader's is all that is left."""
    module = str(getattr(thing, "__module__", type(thing).__module__))
    parts = module.split(".")
    own = parts[0] == "plugins" and parts[1] not in ("core", "article_reader")
    return parts[1] if own else _READER

"""The one place besides a feature's `plugin.py` that knows Pelican.

`Any` is allowed here: Pelican has no types.
"""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from blinker import NamedSignal

from plugins.core import signals as core_signals
from plugins.core.corpus import Corpus
from plugins.core.dates import ZONE
from plugins.core.executors import check_executor
from plugins.core.site import Site

Receiver = Callable[..., Any]
_receivers: dict[str, list[Receiver]] = {}
_dispatchers: dict[str, Receiver] = {}


def connect(signal: NamedSignal, receiver: Receiver) -> None:
    """Have a receiver called on a signal of Pelican, in the order of `PLUGINS`.

    blinker keeps receivers in a set and calls them in the order of their addresses in
    memory. One dispatcher per signal keeps the order in which plugins registered.
    """
    ordered = _receivers.setdefault(signal.name, [])
    if receiver not in ordered:
        ordered.append(receiver)
    signal.connect(_dispatcher(signal.name), weak=False)


def connected_modules() -> set[str]:
    """The modules that listen to Pelican or answer the features' questions."""
    questions = (each for each in vars(core_signals).values() if isinstance(each, NamedSignal))
    answering = (receiver for each in questions for receiver in each.receivers_for(None))
    return {receiver.__module__ for receiver in chain(*_receivers.values(), answering)}


def forget_receivers() -> None:
    """Drop every receiver, so that the next site in this process starts with its own."""
    _receivers.clear()


def _dispatcher(name: str) -> Receiver:
    def dispatch(sender: Any, **arguments: Any) -> list[Any]:
        answers = [receiver(sender, **arguments) for receiver in tuple(_receivers.get(name, ()))]
        return [answer for answer in answers if answer is not None]

    return _dispatchers.setdefault(name, dispatch)


def site_of(settings: dict[str, Any]) -> Site:
    """The site that Pelican's settings describe.

    Raises:
        ConfigError: if `EXECUTOR` is no address of a cluster.
    """
    url = str(settings["SITEURL"]).rstrip("/")
    return Site(
        content=Path(settings["PATH"]).resolve(),
        theme=Path(settings["THEME"]).resolve(),
        store=Path(settings["STORE_PATH"]),
        url=url,
        link_root=urlsplit(url).path.rstrip("/") + "/",
        built_at=build_instant(),
        settings=settings,
        check_only=settings.get("CHECK_ONLY", False),
        executor=check_executor(str(settings.get("EXECUTOR", ""))),
    )


def build_instant() -> datetime:
    """The instant that decides what is public: `SOURCE_DATE_EPOCH` if given, else now.

    Raises:
        ValueError: if `SOURCE_DATE_EPOCH` is not a number of seconds.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)
    return moment.astimezone(ZONE)


def corpus_of(generators: list[Any]) -> Corpus:
    """The corpus, on `all_generators_finalized`; the same one for every feature of a run."""
    corpora = (getattr(generator, "corpus", None) for generator in generators)
    return next(corpus for corpus in corpora if isinstance(corpus, Corpus))

"""`python -m tests.bench.parts FILE MODULE ARGUMENT...`: runs a command of ours under timers.

Into the file goes what each feature had of the time, by the clock, as JSON. A timer stands at
every place where features are called: the receivers of signals, and, while a text is read, the
checks, extractions and Markdown processors. What is called inside something else counts for the
inner one. Texts are read in children, two at a time: the time for which they are waited is shared
out by the processor time that each feature had in them.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial, wraps
from importlib import import_module
from pathlib import Path
from typing import Any

from blinker import NamedSignal
from msgspec.structs import replace

from plugins.core import pelican as core_pelican
from plugins.core import signals as core_signals

_READER = "article_reader"
_WAITING = "waiting for children"
_END = object()

Clock = Callable[[], float]
Work = Callable[..., Any]


class Timers:
    """Seconds by feature, by one clock; time outside every timer counts for nobody."""

    def __init__(self, clock: Clock) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._clock, self._since = clock, 0.0

    def begin_anew(self, clock: Clock) -> None:
        """Forget everything, as a forked child has to."""
        self.seconds.clear()
        self._running, self._clock = [], clock

    def timed(self, feature: str, work: Work) -> Work:
        """The same work; its time counts for the feature, that of lazy answers as well."""

        @wraps(work)
        def run(*given: Any, **named: Any) -> Any:  # noqa: ANN401  (whatever the work takes)
            self._turn_to([*self._running, feature])
            try:
                answer = work(*given, **named)
                return list(answer) if isinstance(answer, Iterator) else answer
            finally:
                self._turn_to(self._running[:-1])

        return run

    def _turn_to(self, running: list[str]) -> None:
        now = self._clock()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._running, self._since = running, now


def main() -> None:
    """Run the command; it ends as it would have ended alone."""
    file, module, *arguments = sys.argv[1:]
    in_children = Path(f"{file}.children")
    timers = Timers(time.perf_counter)
    _time_receivers(timers)
    _time_reading(timers, in_children)
    _time_rendering(timers)
    try:
        # Not as `python -m`, which may leave without looking back.
        sys.exit(import_module(f"{module}.__main__").main(arguments))
    finally:
        lines = in_children.read_text().splitlines() if in_children.exists() else []
        parts = share_out(timers.seconds, map(json.loads, lines))
        Path(file).write_text(json.dumps(parts))


def share_out(
    seconds: Mapping[str, float], in_children: Iterable[Mapping[str, float]]
) -> dict[str, float]:
    """The seconds of a command by feature, with those for which it waited for its children."""
    parts, shares = dict(seconds), defaultdict[str, float](float)
    waited = parts.pop(_WAITING, 0.0)
    for feature, share in (pair for child in in_children for pair in child.items()):
        shares[feature] += share
    whole = sum(shares.values())
    for feature, share in (shares or {_READER: 1.0}).items():
        parts[feature] = parts.get(feature, 0.0) + waited * share / (whole or 1.0)
    return parts


def feature_of(thing: object) -> str:
    """The feature to which a function or an object belongs; the reader has what is no feature's."""
    module = str(getattr(thing, "__module__", type(thing).__module__))
    package, _, rest = module.partition(".")
    feature = rest.partition(".")[0]
    return feature if package == "plugins" and feature != "core" else _READER


def _time_receivers(timers: Timers) -> None:
    """Time all that listens to a signal, Pelican's or ours; before any feature is imported."""
    connect = core_pelican.connect

    def connect_timed(signal: NamedSignal, receiver: Work) -> None:
        connect(signal, timers.timed(feature_of(receiver), receiver))

    core_pelican.connect = connect_timed
    for signal in vars(core_signals).values():
        if isinstance(signal, NamedSignal):
            _time_signal(signal, timers)


def _time_signal(signal: NamedSignal, timers: Timers) -> None:
    connect = signal.connect

    def connect_timed(receiver: Work, *_more: object) -> None:
        connect(timers.timed(feature_of(receiver), receiver), weak=False)

    object.__setattr__(signal, "connect", connect_timed)


def _time_reading(timers: Timers, in_children: Path) -> None:
    """Time everything that features do while a text is read."""
    from plugins.article_reader import plugin, read_ahead, workers  # noqa: PLC0415  (they connect)

    reading_of, read_batch = plugin._reading_of, workers._read_batch
    wait = partial(_wait_for, timers, workers.read_in_workers)

    @wraps(read_batch)
    def read_batch_timed(*given: Any, **limits: Any) -> Any:  # noqa: ANN401  (unseen here)
        timers.begin_anew(time.process_time)
        articles = timers.timed(_READER, read_batch)(*given, **limits)
        with in_children.open("a") as file:
            file.write(f"{json.dumps(timers.seconds)}\n")
        return articles

    plugin._reading_of = lambda site, settings: _time_parts(reading_of(site, settings), timers)
    for module in (plugin, read_ahead):
        vars(module)["read_in_workers"] = wait
    workers._read_batch = read_batch_timed


def _wait_for(timers: Timers, read: Callable[..., Iterator[Any]], *given: Any) -> Iterator[Any]:  # noqa: ANN401  (unseen here)
    steps = read(*given)
    yield from iter(timers.timed(_WAITING, partial(next, steps, _END)), _END)


def _time_parts(reading: Any, timers: Timers) -> Any:  # noqa: ANN401  (its insides are private)
    reading._checks = tuple(timers.timed(feature_of(each), each) for each in reading._checks)
    reading._extractions = tuple(
        replace(each, extract=timers.timed(feature_of(each.extract), each.extract))
        for each in reading._extractions
    )
    converter = reading._converter
    for processors in (converter.preprocessors, converter.treeprocessors):
        _time_methods(processors, "run", timers)
    _time_methods(converter.inlinePatterns, "handleMatch", timers)
    _time_methods(converter.parser.blockprocessors, "run", timers)
    return reading


def _time_methods(processors: Iterable[Any], method: str, timers: Timers) -> None:
    for processor in processors:
        feature = feature_of(processor)
        if feature != _READER:
            setattr(processor, method, timers.timed(feature, getattr(processor, method)))


def _time_rendering(timers: Timers) -> None:
    """Time the one generator, which hears no signal."""
    from plugins.page_writer.plugin import SiteGenerator  # noqa: PLC0415  (it connects)

    output = SiteGenerator.generate_output
    setattr(SiteGenerator, output.__name__, timers.timed("page_writer", output))


if __name__ == "__main__":
    main()

"""`python -m plugins.read_aloud`: say texts, measure how well, record articles.

Exit codes: 0 done, 1 a figure is under its goal, 2 something cannot be read.
"""

import argparse
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.core.abbreviations import Abbreviations
from plugins.core.messages import no_content
from plugins.core.text_questions import answer_line, print_answers, questions
from plugins.read_aloud import messages
from plugins.read_aloud.blocks import Block
from plugins.read_aloud.config import ReadAloudSettings
from plugins.read_aloud.labels import Label, Measured, by_group, measure, read_labels
from plugins.read_aloud.making import make_recordings
from plugins.read_aloud.plain_text import read_text
from plugins.read_aloud.plugin import abbreviations_of_project, record_all, recording_of
from plugins.read_aloud.recording import Order
from plugins.read_aloud.sentences import spoken_article
from plugins.read_aloud.store import RecordingStore

_GOAL = 99.0
_PLAYERS = ("mpv", "ffplay", "mpg123", "play", "afplay")
_BASELINES = ("vietnormalizer", "vinormx", "g2p-hamster", "soe-vinorm")


def main(arguments: list[str] | None = None) -> int:
    """Do what the arguments name and give the exit code."""
    options = _options(arguments)
    content = options.content.resolve()
    if options.command == "hear":
        return _hear(content, options.slug)
    if options.command == "record":
        return record_all(content)
    known = abbreviations_of_project(content)
    if options.command == "text":
        return print_answers(options.texts, lambda lines: _answers(lines, known))
    reached = [_report(file, known, options.baselines) for file in options.labels]
    if options.baselines:
        print(messages.speed(_times_real_time(read_labels(options.labels[0]), known)))
    return int(not all(reached))


def _report(file: Path, known: Abbreviations, baselines: str) -> bool:
    """Print how well the labels of a file are read, and give whether that is well enough."""
    labels = read_labels(file)
    measured = measure(labels, lambda text: read_text(text, known))
    print(f"{file.stem:<32}{'exact':>11}{'':>8}{'leaks':>7}")
    for group, members in by_group(labels):
        _print(group, measure(members, lambda text: read_text(text, known)))
    _print("all", measured)
    for label, words in measured.wrong:
        print("", label.text, *(f"  {way}" for way in label.spoken), f"  {words}", sep="\n")
    _print_baselines(baselines, labels)
    return measured.share >= _GOAL and not measured.leaks


def _hear(content: Path, slug: str) -> int:
    """Write the recording of an article, tell where it lies, and play it to whoever sits there."""
    heard = recording_of(content, slug)
    if heard is None:
        print(messages.no_article(slug), file=sys.stderr)
        return 1
    told = messages.heard(str(heard.audio), heard.seconds) if heard.audio else None
    print(told or messages.no_recordings())
    print(heard.transcript, end="")
    players = (shutil.which(name) for name in _PLAYERS)
    if heard.audio and sys.stdout.isatty() and (player := next(filter(None, players), None)):
        subprocess.run([player, str(heard.audio)], check=False)
    return 0


def _answers(lines: Iterable[bytes], known: Abbreviations) -> Iterator[str]:
    for question in questions(lines):
        yield answer_line(question, {"spoken": read_text(question.text, known)})


def _times_real_time(labels: tuple[Label, ...], known: Abbreviations) -> float:
    """How much faster than it is heard the default voice is recorded, on all processors."""
    # As paragraphs, because each has a pause before it, which costs nothing.
    groups = [". ".join(label.text for label in members) for _, members in by_group(labels)]
    blocks = [Block(number=number, text=text) for number, text in enumerate(groups)]
    sentences = spoken_article(blocks, known, ("site",)).sentences
    orders = [Order(key=key, title=key, album="", sentences=sentences) for key in "abcd"]
    with TemporaryDirectory() as folder:
        store = RecordingStore(folder=Path(folder))
        begun = time.perf_counter()
        make_recordings(orders, ReadAloudSettings(), store)
        took = time.perf_counter() - begun
        facts = [store.facts(order.key) for order in orders]
    return sum(each.seconds for each in facts if each) / took


def _print(name: str, measured: Measured) -> None:
    figures = messages.figures(measured.exact, measured.total, measured.share, measured.leaks)
    print(f"{name:<32}{figures}")


def _print_baselines(command: str, labels: tuple[Label, ...]) -> None:
    """Other packages on the same texts; one that cannot be had or that fails is told."""
    if not command:
        return
    texts = json.dumps([label.text for label in labels])
    for name in _BASELINES:
        done = subprocess.run(
            [*command.split(), name], input=texts, capture_output=True, text=True, check=False
        )
        if done.returncode:
            print(f"{name:<32}   {done.stderr.strip().splitlines()[-1:] or 'not to be had'}")
            continue
        said = dict(zip((label.text for label in labels), json.loads(done.stdout), strict=True))
        _print(name, measure(labels, said.__getitem__))


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.read_aloud", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    commands = parser.add_subparsers(dest="command", required=True)
    texts = commands.add_parser("text", help="one JSON object a line in, one a line out")
    texts.add_argument("texts", type=Path)
    report = commands.add_parser("report", help="how well labelled texts are said")
    report.add_argument("labels", type=Path, nargs="+")
    report.add_argument("--baselines", default="", help="the command that runs other packages")
    hear = commands.add_parser("hear", help="write the recording of an article, and play it")
    hear.add_argument("slug")
    commands.add_parser("record", help="make all recordings that are missing")
    options = parser.parse_args(arguments)
    if not options.content.is_dir():
        parser.error(no_content(str(options.content)))
    return options


if __name__ == "__main__":
    sys.exit(main())

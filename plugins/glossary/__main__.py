"""`python -m plugins.glossary`: scan texts, suggest entries, or print figures of quality.

Exit codes: 0 done, 1 a figure is under its goal, 2 something cannot be read.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from plugins.core.messages import no_content
from plugins.core.text_questions import print_answers
from plugins.glossary import messages
from plugins.glossary.reading import read_register_of
from plugins.glossary.report_figures import Report, report
from plugins.glossary.scan import scan
from plugins.glossary.sources import read_sources
from plugins.glossary.suggest import suggest
from plugins.glossary.terms import Lexicon, lexicon_of


def main(arguments: list[str] | None = None) -> int:
    """Do what the arguments name and give the exit code."""
    options = _options(arguments)
    lexicon = _lexicon(options.content)
    if options.command == "scan":
        return print_answers(options.texts, lambda lines: scan(lines, lexicon))
    if options.command == "suggest":
        lines = list(suggest(read_sources(options.content), lexicon))
        print(*(lines or [messages.NO_SUGGESTION]), sep="\n")
        return 0
    measured = report(options.labels, lexicon)
    print(f"{'figure':<34}{'value':>10}{'goal':>10}", *_lines(measured), sep="\n")
    return int(any(figure.is_missed for figure in measured.figures))


def _lines(measured: Report) -> Iterator[str]:
    for figure in measured.figures:
        goal = "" if figure.goal is None else f"{figure.goal:g}"
        note = "  MISSED" if figure.is_missed else ""
        yield f"{figure.name:<34}{figure.value:>10g}{goal:>10}{note}"
    yield from ("", *measured.remarks)


def _lexicon(content: Path) -> Lexicon:
    register = read_register_of(content.resolve())
    for fault in register.diagnostics:
        print(f"{fault.path}:{fault.line}: {fault.code} {fault.message}", file=sys.stderr)
    return lexicon_of(register.terms)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.glossary", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    commands = parser.add_subparsers(dest="command", required=True)
    scanning = commands.add_parser("scan", help="one JSON object a line in, one a line out")
    scanning.add_argument("texts", type=Path)
    commands.add_parser("suggest", help="entries that the texts of the site define")
    reporting = commands.add_parser("report", help="figures of quality against their goals")
    reporting.add_argument("labels", type=Path, help="what is right, labelled by hand")
    options = parser.parse_args(arguments)
    if not options.content.is_dir():
        parser.error(no_content(str(options.content)))
    return options


if __name__ == "__main__":
    sys.exit(main())

"""`python -m plugins.other_articles`: why these articles, and how good the choice is.

Exit codes: 0 printed, 2 there is no such article, or no text.
"""

import argparse
import sys
from difflib import get_close_matches
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.other_articles import messages
from plugins.other_articles.labelled_texts import labelled_texts
from plugins.other_articles.plugin import read_and_compare
from plugins.other_articles.quality import figures, quality_of
from plugins.other_articles.reasons import reasons

FAILED = 2


def main(arguments: list[str] | None = None) -> int:
    """Do what the arguments name and give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m plugins.other_articles", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    asking = commands.add_parser("why", help="why these articles stand under an article")
    asking.add_argument("--content", type=Path, default=Path("content"))
    asking.add_argument("article", help="its slug, or its path in the content folder")
    reporting = commands.add_parser("report", help="how good the likeness of texts is")
    reporting.add_argument("texts", type=Path, help="a folder of articles")
    options = parser.parse_args(arguments)
    if options.command == "why":
        return _why(options.content, options.article)
    return _report(options.texts)


def _why(content: Path, name: str) -> int:
    with TemporaryDirectory() as folder:
        records, chooser = read_and_compare(content, Path(folder) / "output")
    wanted = [r for r in records if name in (r.slug, r.path, f"{content.as_posix()}/{r.path}")]
    if not wanted:
        near = get_close_matches(name, [record.slug for record in records])
        print(messages.no_such_article(name, near), file=sys.stderr)
        return FAILED
    print(*reasons(chooser, wanted[0]), sep="\n")
    return 0


def _report(folder: Path) -> int:
    texts = list(labelled_texts(folder))
    if not texts:
        print(messages.no_texts(str(folder)), file=sys.stderr)
        return FAILED
    print(*figures(quality_of(texts)), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

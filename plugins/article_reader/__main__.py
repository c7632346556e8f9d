"""`python -m plugins.article_reader`: print the tables of header keys that the handbook has.

With `--handbook content/README.md` they are written into it, between their marks.
"""

import argparse
import sys
from pathlib import Path

from plugins.article_reader.handbook import tables_of, with_tables
from plugins.article_reader.plugin import fields_of_project
from plugins.core.files import write_atomically


def main(arguments: list[str] | None = None) -> int:
    """Print or write the tables and give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m plugins.article_reader", description=__doc__)
    parser.add_argument("--handbook", type=Path, help="the file to write the tables into")
    handbook: Path | None = parser.parse_args(arguments).handbook
    fields = fields_of_project()
    if handbook is None:
        print(*tables_of(fields).values(), sep="\n\n")
    else:
        text = handbook.read_text(encoding="utf-8")
        write_atomically(handbook, with_tables(text, fields).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())

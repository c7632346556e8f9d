"""`python -m plugins.outgoing_links`: print all outgoing links, and what changed.

Exit codes: 0 printed, 2 the revision or the folder cannot be read.
"""

import argparse
import sys
from pathlib import Path

from plugins.core.messages import no_content
from plugins.outgoing_links import messages
from plugins.outgoing_links.address_list import RevisionError, addresses_at, addresses_now
from plugins.outgoing_links.link_report import list_changes, list_links

FAILED = 2


def main(arguments: list[str] | None = None) -> int:
    """Print what the arguments ask for and give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m plugins.outgoing_links", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--since", metavar="REV", default="", help="a revision of git")
    options = parser.parse_args(arguments)
    content = options.content.resolve()
    if not content.is_dir():
        parser.error(no_content(str(options.content)))
    links = addresses_now(content)
    print(*list_links(links), sep="\n")
    if not options.since:
        return 0
    try:
        before = addresses_at(content, options.since)
    except RevisionError:
        print(messages.no_revision(options.since), file=sys.stderr)
        return FAILED
    print("", *list_changes(options.since, before, links), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

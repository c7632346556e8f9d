"""`python -m plugins.view_counts`: bring the view counts up to date from a web server's logs.

Exit codes: 0 they are, or it is too early; 1 the logs could not be counted.
"""

import argparse
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

from plugins.core.dates import ZONE
from plugins.view_counts import messages
from plugins.view_counts.counts import read_view_counts
from plugins.view_counts.server_logs import LogError, count_reads, lines_between
from plugins.view_counts.updating import added_up, is_due, newest_day, write_counts

_ARTICLES = "tin-tuc"
_IS_ARTICLE = b'<meta property="og:type" content="article">'


def main(arguments: list[str] | None = None, today: date | None = None) -> int:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m plugins.view_counts", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--public", type=Path, default=Path("public"), help="the live site")
    parser.add_argument("logs", type=Path, nargs="+", help="access.log access.log.1 …")
    given = parser.parse_args(arguments)
    today = today or datetime.now(ZONE).date()
    slugs = _articles(given.public)
    counts = read_view_counts(given.content, slugs).by_slug
    if not is_due(counts, today):
        print(messages.too_early(newest_day(counts) or today))
        return 0
    try:
        counted = count_reads(lines_between(given.logs, newest_day(counts), today))
    except (LogError, OSError) as error:
        print(messages.uncountable(str(error)), file=sys.stderr)
        return 1
    reads = {slug: counted[f"/{_ARTICLES}/{slug}/"] for slug in slugs}
    until = today - timedelta(days=1)
    read = {slug: count for slug, count in reads.items() if count}
    write_counts(given.content, added_up(counts, read, until))
    print(messages.counted(sum(reads.values()), until))
    return 0


def _articles(public: Path) -> set[str]:
    """The slugs of all live articles: what else lies there are lists and notices."""
    pages = public.glob(f"{_ARTICLES}/*/index.html")
    return {page.parent.name for page in pages if _IS_ARTICLE in page.read_bytes()}


if __name__ == "__main__":
    sys.exit(main())

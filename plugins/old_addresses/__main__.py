"""`python -m plugins.old_addresses`: take a page down, now and with everything made from it.

Exit codes: 0 the page is down, 1 it is not; what stands in the way was printed.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from plugins.core.dates import ZONE
from plugins.old_addresses import messages
from plugins.old_addresses.plugin import read_records
from plugins.old_addresses.reading import read_old_addresses
from plugins.old_addresses.withdrawing import (
    Withdrawal,
    addresses_to_purge,
    append_lost,
    lost_addresses,
    record_at,
    take_down,
)

_ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Do what the command line asks for."""
    given = _read_arguments()
    if not given.reason.strip():
        print(messages.no_reason(), file=sys.stderr)
        return 1
    content = given.content.resolve()
    records = read_records(content)
    record = record_at(given.address, records)
    if record is None:
        print(messages.no_such_page(given.address), file=sys.stderr)
        return 1
    order = Withdrawal(
        address=given.address, reason=given.reason.strip(), on=datetime.now(ZONE).date()
    )
    changed = take_down(content, record, records, order)
    print(*messages.took_down(record.path, changed), sep="\n")
    return _publish(given, content, order)


def _publish(given: argparse.Namespace, content: Path, order: Withdrawal) -> int:
    public = given.public.absolute()
    before = public.resolve().with_name("manifest.json")
    with tempfile.TemporaryDirectory() as scratch:
        built = Path(scratch) / "site"
        if _run("pelican", str(content), "-o", str(built), "-s", str(_ROOT / "publishconf.py")):
            print(messages.not_built(), file=sys.stderr)
            return 1
        known = (entry.old for entry in read_old_addresses(content).entries)
        lost = lost_addresses(before, built, known)
        append_lost(content, lost, built, order)
    print(*messages.also_gone(lost), sep="\n", end="\n" if lost else "")
    published = ("--content", str(content), "--public", str(public))
    if _run("plugins.publish", "publish", *published):
        print(messages.not_built(), file=sys.stderr)
        return 1
    after = public.resolve().with_name("manifest.json")
    url = os.environ.get("SITEURL", "").rstrip("/")
    print(*messages.to_purge(addresses_to_purge(before, after, url)), sep="\n")
    return 0


def _run(module: str, *arguments: str) -> int:
    sys.stdout.flush()
    command: Sequence[str] = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=_ROOT, check=False).returncode


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.old_addresses", description=__doc__)
    parser.add_argument("--content", type=Path, default=_ROOT / "content")
    parser.add_argument("--public", type=Path, default=_ROOT / "public", help="the link to replace")
    parser.add_argument("--address", required=True, help="from `/`, as readers see it")
    parser.add_argument("--reason", required=True, help="as readers will see it")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

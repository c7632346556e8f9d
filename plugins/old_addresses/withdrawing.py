"""Taking a page down: its text goes out of the content, a notice takes its place.

Everything that is made from a text goes with it, because nothing is made without one: pictures,
attachments, feeds, lists. What then has no page any more gets an entry as well, so that no
address disappears in silence.
"""

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.core.articles import ArticleRecord
from plugins.core.files import write_atomically
from plugins.core.old_addresses import OldAddress
from plugins.core.releases import address_of, file_at, files_of, list_above
from plugins.old_addresses import messages
from plugins.old_addresses.reading import FILE

_TO_FILE = "{filename}/"
_LINK_TARGET = r"(\]\(\s*<?|^\[[^\]]+\]:\s*<?){}(?=[\s>#)])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A page that is to be taken down.

    Attributes:
        reason: As readers are told.
    """

    address: str
    reason: str
    on: date


def record_at(address: str, records: Iterable[ArticleRecord]) -> ArticleRecord | None:
    """The text whose page has an address."""
    wanted = address.strip("/")
    return next((record for record in records if record.url.strip("/") == wanted), None)


def take_down(
    content: Path, record: ArticleRecord, records: Iterable[ArticleRecord], order: Withdrawal
) -> list[str]:
    """Remove a text, note the withdrawal, and let links to its file lead to the notice.

    Returns:
        The texts in which links were changed.
    """
    address = f"/{record.url}"
    changed = [other.path for other in records if _relink(content, other, record, address)]
    append_withdrawals(content, [address], order)
    (content / record.path).unlink()
    return changed


def _relink(content: Path, other: ArticleRecord, gone: ArticleRecord, address: str) -> bool:
    """Whether a text linked to the file of the one that goes; its links lead to the address."""
    target = _TO_FILE + gone.path
    given = {link.given.partition("#")[0] for link in other.links if _aims_at(link.target, target)}
    if not given or other.path == gone.path:
        return False
    file = content / other.path
    text = file.read_bytes().decode()
    for written in sorted(given):
        text = re.sub(
            _LINK_TARGET.format(re.escape(written)),
            lambda match: match[1] + address,
            text,
            flags=re.MULTILINE,
        )
    write_atomically(file, text.encode())
    return True


def _aims_at(target: str, file: str) -> bool:
    return target.partition("#")[0] == file


def lost_addresses(manifest: Path, built: Path, known: Iterable[OldAddress]) -> list[str]:
    """What was published according to a manifest and has no file in a built site.

    Args:
        manifest: Of the live release.
        built: A new build.
        known: The old addresses for which there is an entry.
    """
    if not manifest.is_file():
        return []
    published: list[str] = json.loads(manifest.read_bytes())["addresses"]
    answered = {old.address for old in known}
    return [a for a in published if a not in answered and not (built / file_at(a)).is_file()]


def append_lost(content: Path, lost: Collection[str], built: Path, order: Withdrawal) -> None:
    """Note lists that became empty as moved to the list above, and files as withdrawn."""
    lists = [address for address in lost if OldAddress(address=address).page]
    append_withdrawals(content, [address for address in lost if address not in lists], order)
    files = frozenset(files_of(built))
    moved = [(address, list_above(address, files)) for address in lists]
    if moved:
        entries = [f'[[redirect]]\nfrom = "{address}"\nto = "{above}"' for address, above in moved]
        _append(content, [messages.redirect_comment(), *entries])


def append_withdrawals(content: Path, addresses: Iterable[str], order: Withdrawal) -> None:
    """Note addresses as withdrawn, for one reason on one day."""
    reason = json.dumps(order.reason, ensure_ascii=False)
    entries = [
        f'[[withdrawal]]\naddress = "{address}"\ndate = {order.on}\nreason = {reason}'
        for address in addresses
    ]
    if entries:
        _append(content, entries)


def _append(content: Path, entries: Iterable[str]) -> None:
    file = content / FILE
    before = file.read_text(encoding="utf-8").rstrip("\n") if file.is_file() else ""
    text = "\n\n".join([before, *entries] if before else entries)
    write_atomically(file, f"{text}\n".encode())


def addresses_to_purge(before: Path, after: Path, url: str) -> list[str]:
    """What caches hold that differs between two releases, by their manifests; with the host.

    What was only added is not in any cache.
    """
    if not before.is_file():
        return []
    old, new = (json.loads(file.read_bytes())["files"] for file in (before, after))
    changed = (name for name, facts in old.items() if new.get(name) != facts)
    shown = (name for name in changed if not name.endswith((".br", ".gz")))
    return [f"{url}{address_of(name)}" for name in sorted(shown)]

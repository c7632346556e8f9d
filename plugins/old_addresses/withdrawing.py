"""Taking a page down: its text goes out of the content, a notice takes its place.

Everything that is made from a text goes with it, because nothing is made without one: pictures,
attachments, feeds, lists. What then has no page any more gets an entry as well, so that no
address disappears in silence.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from plugins.core.articles import ArticleRecord
from plugins.core.files import write_atomically
from plugins.core.old_addresses import OldAddress
from plugins.core.releases import address_of, file_at, files_of, list_above
from plugins.core.served_files import FOR_SERVERS
from plugins.old_addresses import messages
from plugins.old_addresses.reading import FILE

_TO_FILE = "{filename}/"
# Header keys that name documents by their slugs.
_NAMING = ("documents", "amended_by", "replaced_by")
_CONTINUES = re.compile(r"\s+\S|-\s")
_LINK_TARGET = r"(\]\(\s*<?|^\[[^\]]+\]:\s*<?){}(?=[\s>#)])"


class Withdrawal(Struct, frozen=True, kw_only=True):
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

    Headers that name it, as those of articles name documents, name it no more.

    Returns:
        The texts that were changed.
    """
    address = f"/{record.url}"
    changed = []
    for other in (other for other in records if other.path != record.path):
        relinked = _relink(content, other, record, address)
        if forget_name(content, other, record.slug) or relinked:
            changed.append(other.path)
    append_withdrawals(content, [address], order)
    (content / record.path).unlink()
    return changed


def _relink(content: Path, other: ArticleRecord, gone: ArticleRecord, address: str) -> bool:
    """Whether a text linked to the file of the one that goes; its links lead to the address."""
    target = _TO_FILE + gone.path
    given = {link.given.partition("#")[0] for link in other.links if _aims_at(link.target, target)}
    if not given:
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


def forget_name(content: Path, other: ArticleRecord, slug: str) -> bool:
    """Take a slug out of the header keys of a text that name others; whether there was any."""
    keys = [key for key in _NAMING if slug in _named(other.header.get(key))]
    if not keys:
        return False
    file = content / other.path
    lines = file.read_bytes().decode().splitlines(keepends=True)
    # From below, so that the lines above keep their numbers.
    for first in sorted((other.lines[key] - 1 for key in keys), reverse=True):
        end = first + 1
        while end < len(lines) and _CONTINUES.match(lines[end]):
            end += 1
        lines[first:end] = _without(lines[first:end], slug)
    write_atomically(file, "".join(lines).encode())
    return True


def _named(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _without(lines: list[str], slug: str) -> Iterator[str]:
    """The lines of one key, without a name: a line of its own, or one of several on a line."""
    name = rf"""["']?{re.escape(slug)}["']?"""
    for line in lines:
        if not re.fullmatch(rf"\s*-\s+{name}\s*", line):
            left = re.sub(rf"(?<=[\[,\s]){name}[ \t]*(?:,[ \t]*|(?=[\]\r\n]))", "", line)
            yield line if left == line else re.sub(r"[, \t]+(?=[\]\r\n])", "", left)


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
    shown = {name for name in changed if not name.endswith((".br", ".gz"))} - {*FOR_SERVERS}
    return [f"{url}{address_of(name)}" for name in sorted(shown)]

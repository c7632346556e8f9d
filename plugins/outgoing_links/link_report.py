"""What `make links` prints."""

from collections import Counter
from collections.abc import Iterable, Iterator

from plugins.outgoing_links import messages
from plugins.outgoing_links.address_list import Address


def list_links(links: Iterable[Address]) -> Iterator[str]:
    """One line for each link, by host; in front of them how many there are."""
    ordered = sorted(links, key=_order)
    yield messages.summary(len(ordered), len({link.host for link in ordered}))
    yield from map(_line, ordered)


def list_changes(revision: str, before: Iterable[Address], now: Iterable[Address]) -> Iterator[str]:
    """One line for each link that came (+) or went (-) since a revision.

    A link that only moved within its file did neither.
    """
    before, now = tuple(before), tuple(now)
    known = {link.host for link in before}
    added, removed = _missing(now, before), _missing(before, now)
    yield messages.changes(revision, len(added), len(removed))
    for link in added:
        note = "" if link.host in known else f"  ({messages.new_host()})"
        yield f"+ {_line(link)}{note}"
    for link in removed:
        yield f"- {_line(link)}"


def _missing(links: Iterable[Address], others: Iterable[Address]) -> list[Address]:
    """The links for which there is no counterpart among others, ordered."""
    left = Counter((link.path, link.address) for link in others)
    missing = []
    for link in sorted(links, key=_order):
        key = (link.path, link.address)
        if left[key]:
            left[key] -= 1
        else:
            missing.append(link)
    return missing


def _order(link: Address) -> tuple[str, str, str, int]:
    return (link.host, link.address, link.path, link.line)


def _line(link: Address) -> str:
    return f"{link.host or messages.refused_host()}  {link.address}  {link.path}:{link.line}"

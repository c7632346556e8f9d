"""What is wrong with the host of one address."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core.diagnostics import Diagnostic
from plugins.outgoing_links import messages
from plugins.outgoing_links.allowed_hosts import ALLOWED, AllowedHosts, Standing
from plugins.outgoing_links.hosts import Flaw, Host, host_of


class Place(Struct, frozen=True, kw_only=True):
    """Where an address stands."""

    path: str
    line: int
    field: str = ""


def find_host_faults(address: str, place: Place, allowed: AllowedHosts) -> Iterator[Diagnostic]:
    """What an editor must know about the host of an address of the web."""
    host = host_of(address)
    if isinstance(host, Flaw):
        yield messages.refused_address(place.path, place.line, place.field, host.name, address)
        return
    standing = allowed.standing_of(host)
    if standing is Standing.LOOK_ALIKE:
        yield messages.refused_address(
            place.path, place.line, place.field, Flaw.LETTERS.name, address
        )
    elif standing is Standing.GOVERNMENT:
        yield messages.new_government_host(place.path, place.line, place.field, host.shown, ALLOWED)
    elif standing is Standing.UNKNOWN:
        yield messages.unlisted_host(
            place.path, place.line, place.field, _both_names(host), ALLOWED
        )


def _both_names(host: Host) -> str:
    return host.shown if host.shown == host.name else f"{host.shown} ({host.name})"

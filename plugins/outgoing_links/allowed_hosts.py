"""The hosts that the agency has listed, and everything wrong with the list."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from pathlib import Path

from msgspec import Struct

from plugins.core.diagnostics import Diagnostic
from plugins.core.text import fold_diacritics
from plugins.core.toml_files import TomlForm, TomlKey, read_toml
from plugins.outgoing_links import messages
from plugins.outgoing_links.hosts import Flaw, Host, host_of, read_host

ALLOWED = "du-lieu/may-chu.toml"
IDENTITY = "du-lieu/co-quan.toml"
_FORM: TomlForm = {"host": (TomlKey("name", required=True), TomlKey("note"))}
_FORM_CODE = "OL012"
_GOVERNMENT = "gov.vn"
# Under these anybody may have a name.
_OPEN_TO_ALL = frozenset(
    f"{name}.vn" for name in ("ai", "biz", "com", "id", "info", "io", "name", "net", "org", "pro")
)


class Standing(Enum):
    """What the list says of a host."""

    LISTED = auto()
    GOVERNMENT = auto()
    LOOK_ALIKE = auto()
    UNKNOWN = auto()


class AllowedHosts(Struct, frozen=True, kw_only=True):
    """The list.

    Attributes:
        names: Hosts that are listed by themselves.
        families: Hosts that are listed with everything below them.
    """

    names: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()

    def standing_of(self, host: Host) -> Standing:
        """What the list says of a host."""
        if self._covers(host.name):
            return Standing.LISTED
        if _is_government(host.name):
            return Standing.GOVERNMENT
        bare = fold_diacritics(host.shown)
        if bare != host.name and (self._covers(bare) or _is_government(bare)):
            return Standing.LOOK_ALIKE
        return Standing.UNKNOWN

    def _covers(self, name: str) -> bool:
        return (
            name.removeprefix("www.") in self.names
            or name in self.names
            or any(above in self.families for above in _with_parents(name))
        )

    def __repr__(self) -> str:
        """The same text for the same list: bodies are kept under it."""
        return f"AllowedHosts({sorted(self.names)}, {sorted(self.families)})"


class AllowedHostsReading(Struct, frozen=True, kw_only=True):
    """The list as it was read, and the findings."""

    hosts: AllowedHosts
    diagnostics: tuple[Diagnostic, ...]


def read_allowed_hosts(content: Path, own: Iterable[str] = ()) -> AllowedHostsReading:
    """The hosts that a content folder lists; none where it has no list.

    Args:
        content: The content folder.
        own: Addresses of the site itself, which need not be listed.
    """
    file = read_toml(content, ALLOWED, _FORM, code=_FORM_CODE)
    found = list(file.diagnostics)
    names = {host.name for host in _hosts_of(own)}
    families: set[str] = set()
    for entry in file.entries("host"):
        given = entry.text("name").strip()
        host = read_host(given.removeprefix("."))
        line = entry.line_of("name")
        if not isinstance(host, Host):
            found.append(messages.unusable_name(ALLOWED, line, given))
        elif host.name in _OPEN_TO_ALL:
            found.append(messages.name_open_to_all(ALLOWED, line, given))
        else:
            (families if given.startswith(".") else names).add(host.name)
    hosts = AllowedHosts(names=frozenset(names), families=frozenset(families))
    return AllowedHostsReading(hosts=hosts, diagnostics=tuple(found))


def site_address(content: Path) -> str:
    """The public address that the agency gives its site; "" where it gives none."""
    form: TomlForm = {"": (TomlKey("site_url"),)}
    return read_toml(content, IDENTITY, form, code="").entry().text("site_url")


def _hosts_of(addresses: Iterable[str]) -> Iterator[Host]:
    """The hosts of the addresses that have one; that of a preview on this machine has none."""
    hosts: Iterable[Host | Flaw] = map(host_of, addresses)
    return (host for host in hosts if isinstance(host, Host))


def _is_government(name: str) -> bool:
    return _GOVERNMENT in _with_parents(name)


def _with_parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[start:]) for start in range(len(parts))]

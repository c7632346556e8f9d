"""From the data files of a content folder to site data, with everything that is wrong."""

from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from plugins.core.dates import ZONE
from plugins.core.diagnostics import Diagnostic
from plugins.core.section_register import SECTION_FORM, SECTIONS
from plugins.core.toml_files import TomlEntry, TomlFile, TomlForm, TomlKey, TomlKind, read_toml
from plugins.site_data import messages
from plugins.site_data.addresses import is_contact, is_site_path, is_web_address
from plugins.site_data.dead_addresses import SiteAddress
from plugins.site_data.emblem import SIZE_LIMIT, Emblem, read_emblem
from plugins.site_data.records import Counter, Identity, Link, Section, Security, SiteData
from plugins.site_data.security_txt import check_expiry

IDENTITY, LINKS, COUNTERS = (f"du-lieu/{name}.toml" for name in ("co-quan", "lien-ket", "so-lieu"))
_FORM_CODE = "SD001"
_TEXTS = ("governing_body", "address", "telephone", "email", "responsible_person")
_LINK_KEYS = (TomlKey("text", required=True), TomlKey("url"))
_DAY = TomlKind.DAY
_COUNTERS_HOLD = timedelta(days=30)

_FORMS: dict[str, TomlForm] = {
    IDENTITY: {
        "": tuple(
            TomlKey(name)
            for name in (*_TEXTS, "name", "short_name", "feedback_url", "emblem", "site_url")
        ),
        "security": (TomlKey("contact"), TomlKey("expires", _DAY)),
    },
    SECTIONS: SECTION_FORM,
    LINKS: {"side_link": _LINK_KEYS, "site_link": _LINK_KEYS},
    COUNTERS: {
        "counter": (
            TomlKey("label", required=True),
            TomlKey("value", TomlKind.NUMBER),
            TomlKey("taken_on", _DAY),
        )
    },
}


class SiteDataReading(Struct, frozen=True, kw_only=True):
    """Site data as it was read, the picture that goes with it, and the findings.

    Attributes:
        addresses: The links to the site itself, of which only the written site can tell
            whether they lead somewhere.
    """

    site_data: SiteData
    emblem: Emblem | None
    addresses: tuple[SiteAddress, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_site_data(content: Path, link_root: str, now: datetime) -> SiteDataReading:
    """Everything that the data files say; neutral defaults where they are missing.

    Args:
        content: The content folder.
        link_root: What a link to a page of the site begins with.
        now: The instant that decides what has expired.
    """
    return _Reading(content, link_root, now).result()


class _Reading:
    """One pass over the data files, collecting what is wrong with them."""

    def __init__(self, content: Path, link_root: str, now: datetime) -> None:
        self._content, self._link_root, self._now = content, link_root, now
        self._diagnostics: list[Diagnostic] = []
        self._addresses: list[SiteAddress] = []

    def result(self) -> SiteDataReading:
        emblem, identity = self._identity(self._file(IDENTITY))
        links = self._file(LINKS)
        site_data = SiteData(
            identity=identity,
            sections=tuple(
                Section(name=entry.text("name"), description=entry.text("description"))
                for entry in self._file(SECTIONS).entries("section")
            ),
            side_links=self._links(links, "side_link"),
            site_links=self._links(links, "site_link"),
            counters=self._counters(self._file(COUNTERS)),
        )
        return SiteDataReading(
            site_data=site_data,
            emblem=emblem,
            addresses=tuple(self._addresses),
            diagnostics=tuple(self._diagnostics),
        )

    def _file(self, name: str) -> TomlFile:
        file = read_toml(self._content, name, _FORMS[name], code=_FORM_CODE)
        self._diagnostics += file.diagnostics
        return file

    def _identity(self, file: TomlFile) -> tuple[Emblem | None, Identity]:
        entry = file.entry()
        name = entry.text("name") or messages.UNNAMED
        self._check_given(file, entry)
        emblem = self._emblem(entry)
        return emblem, Identity(
            name=name,
            short_name=entry.text("short_name") or name,
            feedback_url=self._link(entry, "feedback_url", IDENTITY),
            site_url=self._site_url(entry),
            emblem=emblem.path if emblem else "",
            security=self._security(file),
            **{key: entry.text(key) for key in _TEXTS},
        )

    def _check_given(self, file: TomlFile, entry: TomlEntry) -> None:
        if file.diagnostics:
            return
        if not entry.text("name"):
            self._diagnostics.append(messages.no_name(IDENTITY, entry.line_of("name")))
        missing = ", ".join(key for key in _TEXTS if not entry.text(key))
        if missing and file.found:
            self._diagnostics.append(messages.not_given(IDENTITY, missing))

    def _emblem(self, entry: TomlEntry) -> Emblem | None:
        name = entry.text("emblem")
        emblem = read_emblem(self._content, name) if name else None
        if name and emblem is None:
            line = entry.line_of("emblem")
            self._diagnostics.append(messages.unusable_emblem(IDENTITY, line, name, SIZE_LIMIT))
        return emblem

    def _site_url(self, entry: TomlEntry) -> str:
        url = entry.text("site_url").rstrip("/")
        return url if not url or is_web_address(url) else self._refused(entry, "site_url", IDENTITY)

    def _link(self, entry: TomlEntry, key: str, path: str) -> str:
        url = entry.text(key)
        if is_site_path(url):
            self._addresses.append(
                SiteAddress(path=path, line=entry.line_of(key), field=key, address=url)
            )
            return self._link_root + url.removeprefix("/")
        return url if not url or is_web_address(url) else self._refused(entry, key, path)

    def _refused(self, entry: TomlEntry, key: str, path: str) -> str:
        self._diagnostics.append(
            messages.bad_address(path, entry.line_of(key), key, entry.text(key))
        )
        return ""

    def _security(self, file: TomlFile) -> Security:
        entry = file.entry("security")
        contact = entry.text("contact")
        if contact and not is_contact(contact):
            line = entry.line_of("contact")
            self._diagnostics.append(messages.bad_contact(IDENTITY, line, contact))
        security = Security(contact=contact, expires=entry.day("expires"))
        if file.found and not file.diagnostics:
            line = entry.line_of("expires")
            self._diagnostics += check_expiry(security, self._now, IDENTITY, line)
        return security

    def _links(self, file: TomlFile, table: str) -> tuple[Link, ...]:
        entries = file.entries(table)
        for entry in entries:
            if not entry.text("url"):
                self._diagnostics.append(
                    messages.no_address(LINKS, entry.line_of("url"), entry.text("text"))
                )
        return tuple(
            Link(text=entry.text("text"), url=self._link(entry, "url", LINKS)) for entry in entries
        )

    def _counters(self, file: TomlFile) -> tuple[Counter, ...]:
        """The counters that somebody gave a value; one without is not shown."""
        counters = []
        for entry in file.entries("counter"):
            value, taken_on = entry.number("value"), entry.day("taken_on")
            if value is None:
                continue
            label = entry.text("label")
            counters.append(Counter(label=label, value=value, taken_on=taken_on))
            if taken_on and self._now.astimezone(ZONE).date() - taken_on > _COUNTERS_HOLD:
                line = entry.line_of("taken_on")
                self._diagnostics.append(messages.old_counter(COUNTERS, line, label, taken_on))
        return tuple(counters)

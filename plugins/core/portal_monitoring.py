"""The ministry's portal monitoring (EMC): the one declared exception to "nothing of others".

Off unless the agency's data say under which number the system knows the site. Whoever has to
know of it asks here: the head of pages, every form of the security policy, the look at what was
written, and the page on privacy.

The address, and the orders in the component's script, are those of the code that the system hands
out to state agencies.
"""

from pathlib import Path

from msgspec import Struct

from plugins.core.toml_files import TomlFile, TomlForm, TomlKey, read_toml

FILE = "du-lieu/do-luong.toml"
_HOST = "f-emc.ngsp.gov.vn"
_FORM: TomlForm = {"": (TomlKey("site_id"),)}


class PortalMonitoring(Struct, frozen=True, kw_only=True):
    """What a page needs that is monitored.

    Attributes:
        site_id: The number under which the system knows the site.
        host: The system's server.
        script: The system's own script.
    """

    site_id: str
    host: str = _HOST
    script: str = f"https://{_HOST}/embed/gov-tracking.min.js"

    @property
    def address(self) -> str:
        """The script with the number behind it, which is not sent: our own script reads it."""
        return f"{self.script}#{self.site_id}"


def read_portal_monitoring(content: Path) -> PortalMonitoring | None:
    """How the site of a content folder is monitored; None where it is not."""
    site_id = read_data_file(content).entry().text("site_id").strip()
    return PortalMonitoring(site_id=site_id) if is_site_id(site_id) else None


def declared_addresses(content: Path) -> frozenset[str]:
    """The addresses on other hosts that pages of a content folder may ask for."""
    monitoring = read_portal_monitoring(content)
    return frozenset([monitoring.address] if monitoring else [])


def read_data_file(content: Path, code: str = "") -> TomlFile:
    """The data file with what is wrong with its form, under a code."""
    return read_toml(content, FILE, _FORM, code=code)


def is_site_id(text: str) -> bool:
    """Whether a text can be the number of a site."""
    return text.isascii() and text.isdecimal()

"""The addresses in the data files: link lists, cited documents, the feedback page."""

from collections.abc import Iterator
from pathlib import Path

from plugins.core.diagnostics import Diagnostic
from plugins.core.toml_files import TomlForm, TomlKey, read_toml
from plugins.outgoing_links.allowed_hosts import IDENTITY, AllowedHosts
from plugins.outgoing_links.host_check import Place, find_host_faults
from plugins.outgoing_links.hosts import leads_out

LINK_LISTS = "du-lieu/lien-ket.toml"
_CITED = "du-lieu/dan-chieu.toml"
_URL = (TomlKey("url"),)
# Other keys are for `site_data`, which tells what is wrong with them.
_FORMS: dict[str, TomlForm] = {
    LINK_LISTS: {"side_link": _URL, "site_link": _URL},
    _CITED: {"document": _URL},
    IDENTITY: {"": (TomlKey("feedback_url"),)},
}


def check_listed_links(content: Path, allowed: AllowedHosts) -> Iterator[Diagnostic]:
    """What is wrong with the hosts in the data files of a content folder."""
    for address, place in _addresses(content):
        yield from find_host_faults(address, place, allowed)


def _addresses(content: Path) -> Iterator[tuple[str, Place]]:
    for path, form in _FORMS.items():
        file = read_toml(content, path, form, code="")
        for table, keys in form.items():
            for entry in file.entries(table):
                for key in keys:
                    if leads_out(address := entry.text(key.name)):
                        line = entry.line_of(key.name)
                        yield address, Place(path=path, line=line, field=key.name)

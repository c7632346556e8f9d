"""Joins serving to the writer."""

from collections.abc import Iterator

from plugins.core.old_addresses import OldAddress
from plugins.core.portal_monitoring import read_portal_monitoring
from plugins.core.signals import (
    SiteFile,
    WrittenSite,
    ask_all,
    old_addresses_requested,
    site_files_requested,
)
from plugins.serving.headers import headers_of
from plugins.serving.hosting import headers_file
from plugins.serving.iis import web_config
from plugins.serving.old_addresses import nginx_map, redirects

_OWNER = "serving"


def connect_receivers() -> None:
    """Connect the receiver of this feature."""
    site_files_requested.connect(list_site_files)


def list_site_files(written: WrittenSite) -> Iterator[SiteFile]:
    """On `site_files_requested`: the files that servers read."""
    root = written.site.link_root
    headers = headers_of(read_portal_monitoring(written.site.content))
    old: list[OldAddress] = ask_all(old_addresses_requested, written.site)
    files = {
        "_headers": headers_file(root, headers).encode(),
        "_redirects": redirects(old, root).encode(),
        "_redirects.nginx": nginx_map(old, root).encode(),
        "web.config": web_config(old, root, headers),
    }
    for path, content in files.items():
        yield SiteFile(path=path, content=content, owner=_OWNER)

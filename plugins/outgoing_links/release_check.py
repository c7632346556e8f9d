"""The hosts of all links on the pages that go live, wherever they come from.

Texts and data files were looked at when they were read; this holds for what templates and
other features write as well.
"""

import re
from collections.abc import Iterator
from html import unescape

from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.releases import BuiltRelease
from plugins.outgoing_links.allowed_hosts import read_allowed_hosts, site_address
from plugins.outgoing_links.host_check import Place, find_host_faults

_LINK = re.compile(rb' href="(https?:[^"]+)"')
# What the theme leads to on every article, with the article's own address behind.
_OF_THE_THEME = (b"https://www.facebook.com/sharer/sharer.php?u=",)
_CANONICAL = re.compile(rb'<link rel="canonical" href="([^"]+)"')


def check_hosts(release: BuiltRelease) -> Iterator[Diagnostic]:
    """A finding for every link to a host that is not listed, on the first page that has it."""
    own = site_address(release.content)
    allowed = read_allowed_hosts(release.content, (own,)).hosts
    seen: set[bytes] = set()
    harmless = (*_OF_THE_THEME, *_CANONICAL.findall(release.read("index.html")))
    for page in release.named(".html"):
        for link in dict.fromkeys(_LINK.findall(release.read(page))):
            if link not in seen and not link.startswith(harmless):
                seen.add(link)
                found = find_host_faults(unescape(link.decode()), Place(path=page, line=0), allowed)
                yield from (each for each in found if each.severity is Severity.ERROR)

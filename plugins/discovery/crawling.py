"""What crawlers ask for first: the site map and robots.txt."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from plugins.core.signals import WrittenFile
from plugins.discovery.addresses import Addresses

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(files: Iterable[WrittenFile], addresses: Addresses) -> str:
    """The site map of all listed pages, in the order of their addresses."""
    listed = sorted((file for file in files if file.listed), key=_address_below_root)
    entries = "".join(_entry(file, addresses) for file in listed)
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{_NAMESPACE}">'
    return f"{head}\n{entries}</urlset>\n"


def robots(addresses: Addresses, drafts: str) -> str:
    """The wishes of the site to crawlers: drafts are nobody's business.

    Args:
        addresses: The addresses of the site.
        drafts: The path below which drafts lie; "" where there are none.
    """
    lines = ["User-agent: *", f"Disallow: {addresses.link_root}{drafts}" if drafts else "Disallow:"]
    if addresses.site_url:
        lines += ["", f"Sitemap: {addresses.of_path(SITEMAP)}"]
    return "\n".join(lines) + "\n"


def _entry(file: WrittenFile, addresses: Addresses) -> str:
    address = escape(addresses.of_path(_address_below_root(file)))
    modified = f"<lastmod>{file.modified.isoformat()}</lastmod>" if file.modified else ""
    return f"<url><loc>{address}</loc>{modified}</url>\n"


def _address_below_root(file: WrittenFile) -> str:
    return file.path.removesuffix("index.html")

"""Old addresses in the words of each server."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote

from plugins.core.old_addresses import OldAddress

GONE = "410"
_SAFE = "/~@!$&'()*+,;=:%-._"


def redirects(addresses: Iterable[OldAddress], root: str) -> str:
    """The file `_redirects` of Cloudflare Pages, Netlify and GitLab Pages.

    None of them can say that something is gone: those lines are comments, for whoever reads the
    list. Where a file stands at an address, some of them show the file, which leads on as well.
    """
    lines = ["# Old addresses: from, to, status; made by every build."]
    for old in addresses:
        for address in _spellings(old.address):
            written = quoted(root, address)
            target = quoted(root, old.to) if old.to else ""
            lines.append(f"{written} {target} 301" if target else f"# {GONE} {written}")
    return "".join(f"{line}\n" for line in lines)


def nginx_map(addresses: Iterable[OldAddress], root: str) -> str:
    """The lines of nginx's map from what was asked for to where it is, or to 410."""
    lines = ["# Old addresses, for the map in nginx's configuration; made by every build."]
    for old in addresses:
        target = quoted(root, old.to) if old.to else GONE
        lines += [f"{_in_nginx(root, each)} {_string(target)};" for each in _spellings(old.address)]
    return "".join(f"{line}\n" for line in lines)


def _spellings(address: str) -> Iterator[str]:
    """An address, and for a folder the same without or with its last `/`."""
    yield address
    if address.endswith("/"):
        yield address.rstrip("/")
    elif "." not in address.rsplit("/", 1)[-1]:
        yield f"{address}/"


def quoted(root: str, address: str) -> str:
    """An address below the root of the site, as it stands in a header."""
    path, mark, place = address.partition("#")
    return quote(unquote(root + path.removeprefix("/")), safe=_SAFE.replace("%", "")) + mark + place


def _in_nginx(root: str, address: str) -> str:
    """What nginx compares: decoded, as it is on the disk."""
    return _string(unquote(root + address.removeprefix("/")))


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

"""The public addresses of pages and pictures."""

from urllib.parse import quote

from msgspec import Struct


class Addresses(Struct, frozen=True, kw_only=True):
    """Makes full addresses; all are "" where the site has none.

    Attributes:
        site_url: The public address without a trailing `/`, or "".
        link_root: What every link to the site begins with.
    """

    site_url: str
    link_root: str

    def of_path(self, path: str) -> str:
        """The full address of a path below the site's root; that of the site for ""."""
        return f"{self.site_url}/{quote(path)}" if self.site_url else ""

    def of_link(self, link: str) -> str:
        """The full address of a link that a page carries; "" for no link."""
        if not self.site_url or not link.startswith(self.link_root):
            return ""
        return f"{self.site_url}/{link.removeprefix(self.link_root)}"


def largest_candidate(src: str, srcset: str) -> str:
    """The link to the widest picture of a `srcset`; `src` where there is none."""
    candidates = [candidate.split() for candidate in srcset.split(",") if candidate.strip()]
    widths = {link: int(width.removesuffix("w")) for link, width in candidates}
    return max(widths, key=lambda link: widths[link], default=src)

"""What templates call for links; each says by its values what it could give."""

from msgspec import Struct


class SiteLinks(Struct, frozen=True, kw_only=True):
    """Links to pages of the site from its own pages."""

    root: str

    def __call__(self, path: str) -> str:
        """The link to an address below the root."""
        return self.root + path


class AbsoluteLinks(Struct, frozen=True, kw_only=True):
    """Links to pages of the site from anywhere."""

    url: str

    def __call__(self, path: str) -> str:
        """The full address; "" where the site has none yet."""
        return f"{self.url}/{path}" if self.url else ""

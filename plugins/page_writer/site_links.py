"""What templates call for links; each says by its values what it could give."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLinks:
    """Links to pages of the site from its own pages."""

    root: str

    def __call__(self, path: str) -> str:
        """The link to an address below the root."""
        return self.root + path


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsoluteLinks:
    """Links to pages of the site from anywhere."""

    url: str

    def __call__(self, path: str) -> str:
        """The full address; "" where the site has none yet."""
        return f"{self.url}/{path}" if self.url else ""

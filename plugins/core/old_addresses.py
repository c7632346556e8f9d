"""Addresses that no longer lead to what they once led to."""

from msgspec import Struct


class OldAddress(Struct, frozen=True, kw_only=True):
    """One of them.

    Attributes:
        address: Below the site's root, from `/`.
        to: Where it leads now, from `/` as well; "" where it was withdrawn.
    """

    address: str
    to: str = ""

    @property
    def page(self) -> str:
        """The file of the page that stands there instead; "" for what is no page.

        `/khai-mac-n1234` is a folder to servers that know files only; a PDF cannot say in a
        browser that it has moved, so only the server itself can.
        """
        name = self.address.rsplit("/", 1)[-1]
        if not name:
            return f"{self.address[1:]}index.html"
        if "." not in name:
            return f"{self.address[1:]}/index.html"
        return self.address[1:] if name.endswith(".html") else ""

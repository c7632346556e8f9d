"""Browsers know every script of a page by its digest."""

import hashlib
from base64 import b64encode

from tests.conftest import BuiltSite


def test_every_script_of_every_page_carries_the_digest_of_its_bytes(first_site: BuiltSite) -> None:
    files = first_site.files
    for name in (name for name in files if name.endswith(".html")):
        for script in first_site.page(name).xpath("//script[@src]"):
            content = files[script.get("src").lstrip("/")]
            digest = b64encode(hashlib.sha256(content).digest()).decode()
            assert script.get("integrity") == f"sha256-{digest}"

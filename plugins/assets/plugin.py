"""Gives templates `asset()` and the writer the files behind it."""

import hashlib
from base64 import b64encode
from typing import Any

from msgspec import Struct
from pelican import signals

from plugins.assets.bundle import Bundle, read_bundle
from plugins.core.pelican import connect, site_of
from plugins.core.signals import SiteFile, WrittenSite, site_files_requested

# Generators of one run share their context, the writer has the settings. A run begins with
# a context made from the settings, so the two names must differ.
_IN_CONTEXT = "assets"
_IN_SETTINGS = "ASSETS_BUNDLE"


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    connect(signals.generator_init, offer_assets)
    site_files_requested.connect(list_asset_files)


def offer_assets(generator: Any) -> None:
    """Give a generator's templates `asset()`. On `generator_init`, before any page."""
    site = site_of(generator.settings)
    if _IN_CONTEXT not in generator.context:
        bundle = read_bundle(site.theme)
        generator.context[_IN_CONTEXT] = generator.settings[_IN_SETTINGS] = bundle
    bundle = generator.context[_IN_CONTEXT]
    generator.env.globals["asset"] = AssetLinks(link_root=site.link_root, bundle=bundle)
    generator.env.globals["integrity"] = AssetDigests(bundle=bundle)


class AssetLinks(Struct, frozen=True, kw_only=True):
    """What templates call for the link to an asset."""

    link_root: str
    bundle: Bundle

    def __call__(self, name: str) -> str:
        """The link to an asset of the theme."""
        return self.link_root + self.bundle.path_of(name)


class AssetDigests(Struct, frozen=True, kw_only=True):
    """What templates call for the digest by which a browser knows an asset (SRI)."""

    bundle: Bundle

    def __call__(self, name: str) -> str:
        """The digest of an asset of the theme, as it stands in the attribute `integrity`."""
        digest = hashlib.sha256(self.bundle.files[name]).digest()
        return f"sha256-{b64encode(digest).decode()}"


def list_asset_files(written: WrittenSite) -> list[SiteFile]:
    """The files of the bundle. On `site_files_requested`."""
    bundle: Bundle = written.site.settings[_IN_SETTINGS]
    return [
        SiteFile(path=path, content=content, owner="theme") for path, content in bundle.site_files()
    ]

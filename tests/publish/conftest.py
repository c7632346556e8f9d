"""Releases without a build, for the tests of this folder."""

from tests.releases import make_release, public

__all__ = ["make_release", "public"]

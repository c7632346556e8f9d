"""Releases without a build, and servers to send them to, for the tests of this folder."""

from tests.releases import make_release, public
from tests.targets.servers import ssh_command, store

__all__ = ["make_release", "public", "ssh_command", "store"]

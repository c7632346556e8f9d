"""A server with ssh, rsync and a shell: nothing of ours has to be installed there.

The release goes into a folder of its own beside the others, is checked there, gets its name by
a rename, and becomes live by the rename of a link. A connection that breaks leaves the old site.
"""

import os
import re
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from plugins.targets import messages
from plugins.targets.errors import TargetError
from plugins.targets.release import Release

KEPT = 10
# After so many seconds without a word the connection counts as broken.
_SILENCE = 30
_NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]+")
# A newer release is never replaced by an older one unless that is what was asked for.
_PREPARE = """
set -eu
mkdir -p "$1/.releases"
cd "$1"
[ ! -e public ] || [ -L public ] || { echo "$1/public is no link" >&2; exit 3; }
live=$(readlink public 2>/dev/null || true)
live=${live#.releases/}
echo "${live%/site}"
"""
_RECEIVE = """
set -eu
cd "$1/.releases/.incoming-$2/site"
sha256sum --check --quiet --strict - >&2
found=$(find . -type f | wc -l)
[ "$found" -eq "$3" ] || { echo "$found files instead of $3" >&2; exit 4; }
cd "$1/.releases"
if [ -d "$2" ]; then rm -rf ".incoming-$2"; else mv -T ".incoming-$2" "$2"; fi
sync .
"""
_SWITCH = """
set -eu
cd "$1"
[ -f ".releases/$2/site/index.html" ] || { echo "no release $2" >&2; exit 5; }
ln -sfn ".releases/$2/site" ".public-$2"
mv -T ".public-$2" public
sync .
cd .releases
ls -1 | grep -E '^[0-9]{8}T[0-9]{6}Z-[0-9a-f]+$' | sort | head -n "-$3" | while read -r old; do
  [ "$old" = "$2" ] || rm -rf "$old"
done
"""


class SshTarget(Struct, frozen=True, kw_only=True):
    """A folder on a server.

    Attributes:
        host: As ssh knows it, perhaps with a user.
        port: "" where ssh's configuration says it.
        folder: With the link and the releases in it.
    """

    host: str
    port: str
    folder: PurePosixPath

    def send(self, release: Release) -> None:
        """Have a release on the server, checked, and live.

        Raises:
            TargetError: if that failed; what is live there is as it was.
        """
        live = self._run(_PREPARE).strip()
        if live > release.name and _NAME.fullmatch(live):
            raise TargetError(messages.newer_is_live(live, release.name))
        self._copy(release, live)
        lines = (f"{digest}  ./{name}\n" for name, digest in release.digests.items())
        self._run(_RECEIVE, release.name, str(len(release.digests)), given="".join(lines))
        self._run(_SWITCH, release.name, str(KEPT))

    def switch(self, name: str) -> None:
        """Make a release live that is on the server.

        Raises:
            TargetError: if there is none of that name.
        """
        if not _NAME.fullmatch(name):
            raise TargetError(messages.no_release_name(name))
        self._run(_SWITCH, name, str(KEPT))

    def _copy(self, release: Release, live: str) -> None:
        linked = [f"--link-dest=../{live}/"] if _NAME.fullmatch(live) else []
        incoming = self.folder / ".releases" / f".incoming-{release.name}"
        # Times are left alone: a file with the same bytes is linked whatever its time.
        options = ["--recursive", "--checksum", "--delete", "--fsync", f"--timeout={_SILENCE}"]
        target = f"{self.host}:{incoming}/"
        shell = f"--rsh={shlex.join(self._ssh())}"
        _run(["rsync", *options, *linked, shell, f"{release.folder}/", target])

    def _run(self, script: str, *arguments: str, given: str = "") -> str:
        command = shlex.join(["sh", "-c", script, "sh", str(self.folder), *arguments])
        return _run([*self._ssh(), self.host, command], given)

    def _ssh(self) -> list[str]:
        options = ["-p", self.port] if self.port else []
        options += ["-o", f"ServerAliveInterval={_SILENCE}"]
        return [*shlex.split(os.environ.get("SSH_COMMAND", "ssh")), *options]


def read_target(address: str) -> SshTarget | None:
    """The target that an address such as `ssh://user@host/srv/site` means; None for others."""
    parts = urlsplit(address)
    folder = unquote(parts.path)
    if parts.scheme != "ssh" or not parts.hostname or folder in ("", "/"):
        return None
    user = f"{parts.username}@" if parts.username else ""
    port = str(parts.port) if parts.port else ""
    return SshTarget(host=user + parts.hostname, port=port, folder=PurePosixPath(folder))


def _run(command: Sequence[str], given: str = "") -> str:
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, encoding="utf-8", check=False
        )
    except FileNotFoundError as error:
        raise TargetError(messages.no_program(command[0])) from error
    if done.returncode:
        raise TargetError(messages.failed(done.stderr.strip()))
    return done.stdout

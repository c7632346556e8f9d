"""The folder beside the output in which a build works, and how it is applied at the end."""

import fcntl
import filecmp
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from plugins.core.errors import SiteError
from plugins.core.files import write_atomically


class Staging:
    """The pages of one build until they are known to be good.

    Attributes:
        output: Where the site belongs.
        folder: Where it is written first, on the same disk.
    """

    def __init__(self, output: Path) -> None:
        """Name the folders; nothing is made before `begin`."""
        self.output = output
        self.folder = output.with_name(f".{output.name}.staging")
        self._record = output.with_name(f".{output.name}.files.json")
        self._lock: int | None = None

    def begin(self) -> None:
        """Make an empty folder that is this build's alone.

        Raises:
            SiteError: if another build into the same output is at work.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = self._lock or os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = f"another build is writing {self.output}: wait for it to end"
            raise SiteError(message) from error
        for leftover in self.folder.iterdir():
            _remove(leftover)

    def place(self, path: str) -> Path:
        """Where to write a file of the site; its folder exists then."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def apply(self, paths: Iterable[str]) -> None:
        """Bring the output in line with the staged files.

        Files of the last build that this one did not make go away; files that nobody
        here made are left alone; files with the same bytes keep their times.
        """
        wanted = set(paths)
        for stale in sorted(self._last_applied() - wanted):
            (self.output / stale).unlink(missing_ok=True)
            _remove_empty_folders((self.output / stale).parent, self.output)
        for path in sorted(wanted):
            source, target = self.folder / path, self.output / path
            if not (target.is_file() and filecmp.cmp(source, target, shallow=False)):
                target.parent.mkdir(parents=True, exist_ok=True)
                source.replace(target)
        write_atomically(self._record, json.dumps(sorted(wanted)).encode())
        self.discard()

    def discard(self) -> None:
        """Forget what was staged; the output stays as it was."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _last_applied(self) -> set[str]:
        if not self._record.is_file():
            return set()
        return set(json.loads(self._record.read_text(encoding="utf-8")))


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _remove_empty_folders(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent

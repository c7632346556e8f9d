"""The folder beside the output in which a build works, and how it is applied at the end."""

import errno
import fcntl
import filecmp
import json
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from plugins.core.files import entries_below, naming, write_atomically
from plugins.core.stop_signals import heard_afterwards
from plugins.page_writer.exchange import Exchange
from plugins.page_writer.point_of_no_return import to_the_end
from plugins.page_writer.real_paths import refuse_ways_out

# Beside the staged pages; no address of the site begins like this.
_REPLACED = ".replaced"


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
            BlockingIOError: if another build into the same output is at work; it names the
                output, as every `OSError` of a staging names its file.
        """
        if self._lock is None:
            with heard_afterwards():  # a folder that we know nothing of would stay
                self._lock = self._locked()
        for leftover in self.folder.iterdir():
            _remove(leftover)

    def _locked(self) -> int:
        while True:
            self.folder.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):  # another build has just ended
                # Through a link we would empty a folder of somebody else's.
                lock = os.open(self.folder, os.O_RDONLY | os.O_NOFOLLOW)
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    # The folder of a build that ended in between is locked, but is no more.
                    if os.fstat(lock).st_ino == self.folder.stat().st_ino:
                        return lock
                except BlockingIOError as error:
                    os.close(lock)
                    message = "another build is at work"
                    raise BlockingIOError(errno.EWOULDBLOCK, message, str(self.output)) from error
                os.close(lock)

    def place(self, path: str) -> Path:
        """Where to write a file of the site; its folder exists then.

        Raises:
            OSError: if the path leaves the folder.
        """
        refuse_ways_out(self.folder, (path,))
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def write(self, path: str, content: str | bytes | Path) -> None:
        """Stage a file: a page as text, or the bytes of a file or those to copy from one."""
        target = self.place(path)
        with naming(target):
            if isinstance(content, Path):
                shutil.copyfile(content, target)
            else:
                target.write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self, path: str) -> bytes:
        """The bytes of a file of the site as it will be: the staged ones, or those that stay."""
        staged = self.folder / path
        return (staged if staged.is_file() else self.output / path).read_bytes()

    def apply(self, paths: Iterable[str]) -> None:
        """Bring the output in line with the staged files, or leave it as it is.

        What is wanted and not staged stays in the output as it is.
        Files of the last build that this one did not make go away; files that nobody
        here made are left alone; files with the same bytes keep their times. If the disk
        refuses a change, those before it are taken back.

        Raises:
            OSError: where a symbolic link in the output leads somewhere else, or the disk
                refuses a change.
        """
        wanted, before = set(paths), self._last_applied()
        staged = [path for path, _ in entries_below(self.folder) if path in wanted]
        refuse_ways_out(self.output, wanted | before)
        with to_the_end():
            # Killed from here on, the next build still knows what to remove.
            self._remember(before | wanted)
            with Exchange(self.output, self.folder / _REPLACED) as exchange:
                for stale in sorted(before - wanted):
                    exchange.remove(stale)
                for path in staged:
                    if not _same(self.folder / path, self.output / path):
                        exchange.put(self.folder / path, path)
                self._remember(wanted)
            self.discard()

    def discard(self) -> None:
        """Forget what was staged; the output stays as it was. A second time changes nothing."""
        if self._lock is None:
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        os.close(self._lock)
        self._lock = None

    def _remember(self, paths: Iterable[str]) -> None:
        write_atomically(self._record, json.dumps(sorted(paths)).encode())

    def _last_applied(self) -> set[str]:
        if not self._record.is_file():
            return set()
        return set(json.loads(self._record.read_text(encoding="utf-8")))


def _same(staged: Path, applied: Path) -> bool:
    return (
        applied.is_file()
        and not applied.is_symlink()
        and filecmp.cmp(staged, applied, shallow=False)
    )


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()

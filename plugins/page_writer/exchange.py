"""Changes to a folder that are made all together or not at all."""

import shutil
from pathlib import Path
from types import TracebackType
from typing import Self


class Exchange:
    """Files put into a folder and taken out of it; a context manager.

    What has to give way is kept until the end, so that an error on the way takes back
    every change: the folder then holds the same files with the same bytes and times.
    """

    def __init__(self, folder: Path, replaced: Path) -> None:
        """Nothing changes yet.

        Args:
            folder: Where the changes are made.
            replaced: A folder on the same disk for what gives way; it is gone afterwards.
        """
        self._folder = folder
        self._replaced = replaced
        self._changes: list[tuple[Path, Path | None]] = []

    def __enter__(self) -> Self:
        """The exchange itself."""
        self._replaced.mkdir()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Keep all changes, or take them back if there was an error."""
        if error is not None:
            self._undo()
        shutil.rmtree(self._replaced, ignore_errors=True)

    def remove(self, path: str) -> None:
        """Take a file out, if it is there, and the folders that are empty without it."""
        target = self._folder / path
        if _is_file(target):
            self._give_way(target)
            self._remove_empty_folders(target.parent)

    def put(self, source: Path, path: str) -> None:
        """Move a file in, in place of the file that has its name."""
        target = self._folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        self._give_way(target)
        source.replace(target)

    def _give_way(self, target: Path) -> None:
        """Note a change, the file that was there out of the way."""
        kept = self._replaced / str(len(self._changes)) if _is_file(target) else None
        if kept:
            target.rename(kept)
        self._changes.append((target, kept))

    def _undo(self) -> None:
        for target, kept in reversed(self._changes):
            if kept:
                target.parent.mkdir(parents=True, exist_ok=True)
                kept.replace(target)
            elif _is_file(target):
                target.unlink()
                self._remove_empty_folders(target.parent)

    def _remove_empty_folders(self, folder: Path) -> None:
        while folder != self._folder and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _is_file(path: Path) -> bool:
    return path.is_file() or path.is_symlink()

"""The recordings that were made once, by what they were made from."""

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from plugins.core.files import write_atomically
from plugins.read_aloud.recording import Recording

MP3, TIMES, TRANSCRIPT, _FACTS = "mp3", "times.json", "txt", "json"


class RecordingFacts(Struct, frozen=True, kw_only=True):
    """What pages say of a recording before anybody loads it."""

    seconds: float
    bytes: int


class RecordingStore(Struct, frozen=True, kw_only=True):
    """A folder with the files of each recording; its facts are written last."""

    folder: Path

    def facts(self, key: str) -> RecordingFacts | None:
        """The facts of a recording; None where it is not here, or not whole."""
        try:
            facts = json.loads(self.file(key, _FACTS).read_bytes())
            found = RecordingFacts(seconds=facts["seconds"], bytes=facts["bytes"])
            whole = self.file(key, MP3).stat().st_size == found.bytes and all(
                self.file(key, ending).is_file() for ending in (TIMES, TRANSCRIPT)
            )
        except (OSError, ValueError, KeyError):
            return None
        return found if whole else None

    def file(self, key: str, ending: str) -> Path:
        """Where a file of a recording lies."""
        return self.folder / f"{key}.{ending}"

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Whether nobody else fills the store while the block runs."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("wb") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True

    def keep(self, key: str, recording: Recording) -> None:
        """Keep a recording."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_atomically(self.file(key, MP3), recording.mp3)
        write_atomically(self.file(key, TIMES), recording.times)
        write_atomically(self.file(key, TRANSCRIPT), recording.transcript)
        facts = {"seconds": recording.seconds, "bytes": len(recording.mp3)}
        write_atomically(self.file(key, _FACTS), json.dumps(facts).encode())

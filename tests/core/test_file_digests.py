import os
import time
from pathlib import Path

import pytest

from plugins.core import file_digests
from plugins.core.file_digests import FileDigests
from plugins.core.fingerprints import digest_of

LONG_AGO = 3_000_000_000


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The contents of which a digest was worked out since."""
    contents: list[bytes] = []

    def noted(content: bytes) -> str:
        contents.append(content)
        return digest_of(content)

    monkeypatch.setattr(file_digests, "digest_of", noted)
    return contents


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour at which what was just written is long done."""
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + LONG_AGO)


def digest(memory: Path, file: Path) -> str:
    with FileDigests(memory) as digests:
        return digests.of(str(file))


@pytest.mark.usefixtures("later")
def test_a_file_that_stayed_as_it_was_is_read_once(tmp_path: Path, read: list[bytes]) -> None:
    file, memory = tmp_path / "bai.md", tmp_path / "store" / "digests"
    file.write_bytes(b"a")
    assert [digest(memory, file) for _ in range(3)] == [digest_of(b"a")] * 3
    assert read == [b"a"]


@pytest.mark.usefixtures("later")
def test_other_content_of_the_same_size_and_time_is_seen(tmp_path: Path) -> None:
    file, memory = tmp_path / "bai.md", tmp_path / "digests"
    file.write_bytes(b"cu")
    before = file.stat()
    assert digest(memory, file) == digest_of(b"cu")
    file.write_bytes(b"mo")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert digest(memory, file) == digest_of(b"mo")


@pytest.mark.parametrize(
    ("written", "looked", "is_trusted"),
    [
        (7_000_000_001, 7_150_000_001, True),
        (7_000_000_001, 7_050_000_001, False),
        # A file system that tells no parts of a second, at an even one: FAT.
        (8_000_000_000, 9_900_000_000, False),
        (8_000_000_000, 10_100_000_000, True),
    ],
)
def test_no_change_after_the_look_can_fall_into_the_instant_of_the_one_before(
    written: int, looked: int, *, is_trusted: bool
) -> None:
    assert file_digests._is_settled((written, written), looked) == is_trusted


def test_what_was_just_written_is_read_again(tmp_path: Path, read: list[bytes]) -> None:
    file, memory = tmp_path / "bai.md", tmp_path / "digests"
    file.write_bytes(b"a")
    assert digest(memory, file) == digest(memory, file)
    assert read == [b"a", b"a"]


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("spoil", [b"", b"x", b"\xff" * 40])
def test_a_spoilt_memory_is_not_believed(tmp_path: Path, read: list[bytes], spoil: bytes) -> None:
    file, memory = tmp_path / "bai.md", tmp_path / "digests"
    file.write_bytes(b"a")
    digest(memory, file)
    memory.write_bytes(memory.read_bytes()[:-1] + spoil)
    assert digest(memory, file) == digest_of(b"a")
    assert read == [b"a", b"a"]


@pytest.mark.usefixtures("later")
def test_an_edited_digest_is_not_believed(tmp_path: Path) -> None:
    file, memory = tmp_path / "bai.md", tmp_path / "digests"
    file.write_bytes(b"a")
    mine, other = digest_of(b"a").encode(), digest_of(b"b").encode()
    digest(memory, file)
    memory.write_bytes(memory.read_bytes().replace(mine, other))
    assert digest(memory, file) == mine.decode()


def test_no_file_a_folder_and_a_link_have_none(tmp_path: Path) -> None:
    (tmp_path / "bai.md").write_bytes(b"a")
    (tmp_path / "link").symlink_to(tmp_path / "bai.md")
    with FileDigests(tmp_path / "digests") as digests:
        for name in ("none", "bai.md/none", ".", "link"):
            assert digests.of(f"{tmp_path}/{name}") == ""


@pytest.mark.usefixtures("later")
def test_a_file_from_before_1970_is_remembered_as_well(tmp_path: Path, read: list[bytes]) -> None:
    file, memory = tmp_path / "bai.md", tmp_path / "digests"
    file.write_bytes(b"a")
    os.utime(file, (-5, -5))
    assert [digest(memory, file) for _ in range(2)] == [digest_of(b"a")] * 2
    assert read == [b"a"]

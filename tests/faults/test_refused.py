"""What the system refuses ends a build with a sentence and changes nothing."""

import ctypes
import errno
import os
import re
import resource
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from plugins.content_gate.faults import fault_of
from tests.conftest import article, write_files
from tests.faults.builds import FaultySite, wait_until

UNCHANGED = "Trang giữ nguyên như trước."
_DROP_FROM_BOUNDING_SET = 24
_IGNORE_RIGHTS = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


def without_privilege() -> None:
    """Let rights of files hold for root too, who runs the tests in CI."""
    if os.geteuid() == 0:
        for capability in _IGNORE_RIGHTS:
            assert ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDING_SET, capability, 0, 0, 0) == 0


def no_file_over(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@contextmanager
def with_rights(rights: int, folder: Path) -> Iterator[None]:
    folder.chmod(rights)
    try:
        yield
    finally:
        folder.chmod(0o755)


read_only = partial(with_rights, 0o555)
unreadable = partial(with_rights, 0o000)


def test_a_file_that_cannot_be_written_to_the_end(site: FaultySite) -> None:
    site.write("mới", body="Chữ. " * 10_000)
    assert site.build().exit_code == 0
    before = site.tree
    site.write("mới hơn", body="Chữ. " * 10_001)
    # What a refused build has read need not be kept again, so that the first that is too
    # long is a file of the site.
    refused = {"tin-tuc/hong.md": article(date="hôm nay")}
    write_files(site.content, refused)
    assert site.build().exit_code == 1
    (site.content / "tin-tuc/hong.md").unlink()
    ended = site.build(partial(no_file_over, 40_000))

    assert ended.exit_code == 1
    assert f"{site.staging}/tin-moi.atom.xml: hệ thống không cho ghi tệp lớn" in ended.said
    assert UNCHANGED in ended.said
    assert site.tree == before
    assert not site.staging.exists()


def test_a_store_that_cannot_be_written(site: FaultySite) -> None:
    before = site.tree
    with read_only(site.store):
        ended = site.build(without_privilege)

    assert ended.exit_code == 1
    assert site.tree == before
    assert not site.staging.exists()


@pytest.mark.parametrize("place", ["", "tin-tuc/bai-3", ".."])
def test_a_folder_that_cannot_be_written(site: FaultySite, place: str) -> None:
    before = site.tree
    with read_only((site.output / place).resolve()):
        ended = site.build(without_privilege)

    assert ended.exit_code == 1
    assert "không có quyền đọc hoặc ghi ở đây" in ended.said
    assert f"{site.staging if place == '..' else site.output}" in ended.said
    assert UNCHANGED in ended.said
    assert site.tree == before
    assert site.build().exit_code == 0
    assert site.versions == {"mới"}


@pytest.mark.parametrize("place", ["tin-tuc", "tin-tuc/bai-3"])
def test_a_link_in_the_output_that_leads_elsewhere(
    site: FaultySite, tmp_path: Path, place: str
) -> None:
    elsewhere = tmp_path / "noi-khac"
    (site.output / place).rename(elsewhere)
    (site.output / place).symlink_to(elsewhere)
    before = site.tree
    there = {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()}
    ended = site.build()

    assert ended.exit_code == 1
    assert f"{site.output / place}: đây là liên kết tượng trưng" in ended.said
    assert UNCHANGED in ended.said
    assert site.tree == before
    assert {path: path.read_bytes() for path in elsewhere.rglob("*") if path.is_file()} == there
    (site.output / place).unlink()
    assert site.build().exit_code == 0
    assert site.versions == {"mới"}


@pytest.mark.parametrize("place", ["", "tin-tuc"])
def test_content_that_cannot_be_read_is_a_failed_check(site: FaultySite, place: str) -> None:
    with unreadable(site.content / place):
        ended = site.check(without_privilege)

    assert ended.exit_code == 2
    assert ended.printed == ""
    told = re.search(r"^(.+): không có quyền đọc hoặc ghi ở đây", ended.said, re.MULTILINE)
    assert told
    assert Path(told[1]).is_relative_to(site.content / place)


def test_of_two_builds_into_one_folder_the_second_is_refused(site: FaultySite) -> None:
    first = site.start()
    wait_until(lambda: (site.staging / "tin-tuc").exists() or first.poll() is not None)
    first.send_signal(signal.SIGSTOP)
    second = site.build()

    assert second.exit_code == 1
    assert f"{site.output}: một lượt dựng khác đang ghi vào thư mục này. {UNCHANGED}" in second.said
    assert site.versions == {"cũ"}
    first.send_signal(signal.SIGCONT)
    assert site.end(first).exit_code == 0
    assert site.versions == {"mới"}


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "", "/a/b.html"), "/a/b.html: đĩa đã đầy. " + UNCHANGED),
        (OSError(errno.EDQUOT, "", "/a/b.html"), "/a/b.html: đĩa đã đầy. " + UNCHANGED),
        (OSError(errno.EROFS, "", "/a"), "/a: chỗ này chỉ cho đọc, không cho ghi. " + UNCHANGED),
        (OSError(errno.ELOOP, "", "/a/b"), "/a/b: đây là liên kết tượng trưng, dẫn ra ngoài"),
        (OSError(errno.EIO, "", "/a"), "/a: đĩa không đọc hoặc không ghi được. " + UNCHANGED),
        (OSError(errno.ENOSPC, "full"), "hỏng giữa chừng (OSError: [Errno 28] full)"),
        (sqlite3.OperationalError("x"), "hỏng giữa chừng (OperationalError: x)"),
        (ZeroDivisionError("y"), "hỏng giữa chừng (ZeroDivisionError: y)"),
    ],
)
def test_every_fault_is_told_with_its_remedy(error: BaseException, said: str) -> None:
    told = fault_of(error, "/kho")

    assert said in told
    assert "\n    Cách sửa: " in told

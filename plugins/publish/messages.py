"""What publishing tells the person who publishes, in Vietnamese."""

from plugins.publish.tree import PageChanges

_SHOWN = 20

ANOTHER_RUN = "Một lần xuất bản khác đang chạy. Hãy đợi lần đó xong rồi thử lại."
BUILD_FAILED = "Bản dựng không đạt. Trang công khai vẫn giữ nguyên như trước."
NO_HOME_PAGE = "Bản dựng không có trang chủ. Trang công khai vẫn giữ nguyên như trước."


def not_a_link(public: str) -> str:
    """Where the link should be, there is something else."""
    return (
        f"{public} đã có sẵn và không phải là liên kết do lệnh này tạo ra, nên không được thay. "
        f"Hãy chuyển nó đi chỗ khác, ví dụ: mv {public} {public}.cu, rồi xuất bản lại."
    )


def published(release: str, changes: PageChanges, digest: str) -> str:
    """A release went live."""
    counts = (
        f"{len(changes.new)} trang mới, {len(changes.changed)} trang thay đổi, "
        f"{len(changes.withdrawn)} trang gỡ bỏ."
    )
    shown = [f"  gỡ bỏ: {page}" for page in changes.withdrawn[:_SHOWN]]
    if (more := len(changes.withdrawn) - _SHOWN) > 0:
        shown.append(f"  và {more} trang khác")
    return "\n".join([f"Đã xuất bản bản {release}.", counts, *shown, _digest(digest)])


def unchanged(release: str, digest: str) -> str:
    """The build gave what is live already."""
    return f"Không có gì thay đổi so với bản đang công khai ({release}).\n{_digest(digest)}"


def _digest(digest: str) -> str:
    return f"Mã SHA-256 của toàn bộ tệp: {digest}"


def stopped(live: str) -> str:
    """Somebody pressed Ctrl-C."""
    return f"Đã dừng giữa chừng. Bản đang công khai: {live or 'chưa có bản nào'}."


def rolled_back(release: str, withdrawn: str) -> str:
    """The release before is live again."""
    return f"Đã quay về bản {release}. Bản {withdrawn} không còn công khai."


def nothing_before(public: str) -> str:
    """There is no release to go back to."""
    return f"Không có bản nào trước bản đang công khai tại {public}, nên không thể quay về."

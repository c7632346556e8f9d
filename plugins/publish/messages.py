"""What publishing tells the person who publishes, in Vietnamese."""

from collections.abc import Sequence
from datetime import datetime

from plugins.core.dates import ZONE
from plugins.core.diagnostics import Diagnostic
from plugins.publish.tree import PageChanges

_SHOWN = 20

ANOTHER_RUN = "Một lần xuất bản khác đang chạy. Hãy đợi lần đó xong rồi thử lại."
BUILD_FAILED = "Bản dựng không đạt. Trang công khai vẫn giữ nguyên như trước."
NO_HOME_PAGE = "Bản dựng không có trang chủ. Trang công khai vẫn giữ nguyên như trước."
NONE_BEFORE = (
    "Chưa có bản nào trước để so: địa chỉ từng công khai ở nơi khác không được kiểm tra. Trong CI, "
    "hãy giữ thư mục .releases giữa các lần chạy."
)
THAWED = "Đã mở lại việc xuất bản."


def not_a_link(public: str) -> str:
    """Where the link should be, there is something else."""
    return (
        f"{public} đã có sẵn và không phải là liên kết do lệnh này tạo ra, nên không được thay. "
        f"Hãy chuyển nó đi chỗ khác, ví dụ: mv {public} {public}.cu, rồi xuất bản lại."
    )


def refused_by_system(error: Exception) -> str:
    """The disk is full, or a folder may not be written."""
    reason, place = str(error), ""
    if isinstance(error, OSError) and error.strerror:
        reason, place = error.strerror, f" ({error.filename})" if error.filename else ""
    return f"Máy chủ từ chối: {reason}{place}. Trang công khai vẫn giữ nguyên như trước."


def not_signable(reason: str) -> str:
    """The manifest could not be signed."""
    return (
        f"Không ký được bản phát hành: {reason}. Hãy kiểm tra tệp khóa sau SIGNING_KEY=. "
        "Trang công khai vẫn giữ nguyên như trước."
    )


def no_such_file(variable: str, name: str) -> str:
    """A variable names a file that is not there."""
    return f"Không có tệp {name}. Hãy kiểm tra lại giá trị sau {variable}=."


def frozen(reason: str) -> str:
    """Publishing is stopped on purpose."""
    return (
        f"Việc xuất bản đang tạm khóa: {reason or 'không ghi lý do'}. Bản dựng đạt nhưng chưa "
        "công khai. Khi cho phép lại, hãy chạy make thaw rồi xuất bản lại."
    )


def froze(reason: str) -> str:
    """Nothing goes live from now on."""
    return (
        f"Đã tạm khóa việc xuất bản{f': {reason}' if reason else ''}. Vẫn dựng, kiểm tra và quay "
        "về bản cũ được. Mở lại bằng make thaw."
    )


def published(
    release: str, changes: PageChanges, digest: str, findings: Sequence[Diagnostic]
) -> str:
    """A release went live."""
    told = map(finding_lines, findings)
    return "\n".join(
        [*told, f"Đã xuất bản bản {release}.", *_page_changes(changes), _digest(digest)]
    )


def refused(findings: Sequence[Diagnostic], changes: PageChanges) -> str:
    """Something stops a release."""
    return "\n".join(
        [
            *map(finding_lines, findings),
            "Bản dựng không qua được lần kiểm tra cuối. Trang công khai vẫn giữ nguyên như trước.",
            "Nếu được công khai, bản này sẽ có:",
            *_page_changes(changes),
        ]
    )


def finding_lines(found: Diagnostic) -> str:
    """One finding about a built site, its remedy on a line below."""
    place = found.path or "cả bản"
    return f"{place}: {found.code} {found.message}\n    Cách sửa: {found.remedy}"


def _page_changes(changes: PageChanges) -> list[str]:
    """What changes for readers."""
    counts = (
        f"{len(changes.new)} trang mới, {len(changes.changed)} trang thay đổi, "
        f"{len(changes.withdrawn)} trang gỡ bỏ."
    )
    return [
        counts,
        *_listed("mới", changes.new),
        *_listed("thay đổi", changes.changed),
        *_listed("gỡ bỏ", changes.withdrawn),
    ]


def _listed(kind: str, pages: Sequence[str]) -> list[str]:
    shown = [f"  {kind}: {page}" for page in pages[:_SHOWN]]
    more = len(pages) - _SHOWN
    return [*shown, f"  và {more} trang {kind} khác"] if more > 0 else shown


def unchanged(release: str, digest: str) -> str:
    """The build gave what is live already."""
    return f"Không có gì thay đổi so với bản đang công khai ({release}).\n{_digest(digest)}"


def _digest(digest: str) -> str:
    return f"Mã SHA-256 của toàn bộ tệp: {digest}"


def stopped(live: str) -> str:
    """Somebody pressed Ctrl-C."""
    return f"Đã dừng giữa chừng. Bản đang công khai: {live or 'chưa có bản nào'}."


def rolled_back(release: str, withdrawn: str) -> str:
    """Another release is live."""
    gone = f" Bản {withdrawn} không còn công khai." if withdrawn else ""
    return f"Đã quay về bản {release}.{gone}"


def nothing_before(public: str) -> str:
    """There is no release to go back to."""
    return f"Không có bản nào trước bản đang công khai tại {public}, nên không thể quay về."


def already_live(release: str) -> str:
    """The release that was asked for is live."""
    return f"Bản {release} đang công khai rồi, không có gì để làm."


def withdrawn_would_return(release: str, addresses: Sequence[str]) -> str:
    """Going back would show what was taken down."""
    listed = "\n".join(f"  {address}" for address in addresses)
    return (
        f"Bản {release} có trước khi gỡ những địa chỉ sau; quay về sẽ công khai lại chúng:\n"
        f"{listed}\nChọn một bản sau khi gỡ (make releases), hoặc chạy lại với ACCEPT=withdrawn."
    )


def no_such_release(name: str, kept: Sequence[str]) -> str:
    """No release, or more than one, has a name that begins so."""
    listed = "\n".join(f"  {each}" for each in kept)
    return f"Không có đúng một bản nào có tên bắt đầu bằng “{name}”. Các bản đang giữ:\n{listed}"


def state(*, live: bool, withdrawn: bool) -> str:
    """What became of a release."""
    if live:
        return "đang công khai"
    return "đã quay về bản trước" if withdrawn else "giữ lại"


def release_line(name: str, *, made: datetime, files: int, signed: bool, state: str) -> str:
    """One release in the list."""
    when = made.astimezone(ZONE)
    return (
        f"{name}  {when:%H:%M %d/%m/%Y}  {files} tệp  "
        f"{'có chữ ký' if signed else 'không ký'}  {state}"
    )


def no_release(public: str) -> str:
    """The link leads to nothing that was published."""
    return f"{public} không trỏ đến bản phát hành nào: hãy chạy make rollback hoặc make publish"


def no_manifest(release: str) -> str:
    """The manifest is not there or damaged."""
    return f"bản {release} không có tệp manifest.json đọc được"


def not_newest(live: str, newest: str) -> str:
    """An old release is live although nobody went back to it."""
    return f"bản đang công khai ({live}) không phải bản mới nhất ({newest})"


def foreign_manifest(release: str, named: str) -> str:
    """The manifest is that of another release."""
    return f"tệp manifest.json của bản {release} là của bản khác ({named})"


def broken_chain(release: str) -> str:
    """The manifest follows on none of those before it."""
    return f"bản {release} không nối tiếp bản nào trước nó: manifest cũ đã bị sửa hoặc thay"


def not_signed(release: str) -> str:
    """There is no signature where one is asked for."""
    return f"bản {release} không có chữ ký"


def bad_signature(release: str) -> str:
    """The signature is not over these bytes, or of nobody who may sign."""
    return f"chữ ký của bản {release} không đúng hoặc người ký không có trong danh sách"


def changed_file(name: str) -> str:
    """Other bytes than were published."""
    return f"tệp bị thay đổi: {name}"


def missing_file(name: str) -> str:
    """A file is gone."""
    return f"tệp bị mất: {name}"


def added_file(name: str) -> str:
    """A file that nobody published."""
    return f"tệp lạ: {name}"


def changed_address(address: str, encoding: str) -> str:
    """The server sends other bytes than were published."""
    return f"máy chủ gửi nội dung khác ở địa chỉ {address} ({encoding})"


def missing_address(address: str) -> str:
    """The server does not have a page that was published."""
    return f"máy chủ không có địa chỉ {address}"


def unreachable(address: str, reason: str) -> str:
    """The server does not answer."""
    return f"không lấy được địa chỉ {address}: {reason}"


def not_as_published(count: int) -> str:
    """What to do about it."""
    return (
        f"{count} điểm không đúng với bản đã xuất bản. Hãy giữ lại hiện trạng để điều tra, rồi "
        "chạy make rollback hoặc make publish."
    )


def as_published(release: str, files: int, signer: str) -> str:
    """All is well."""
    signed = f" Người ký: {signer}." if signer else ""
    return f"Bản {release}: {files} tệp đều đúng từng byte.{signed}"

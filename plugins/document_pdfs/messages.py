"""What PDFs tell editors and whoever builds."""

from plugins.core.diagnostics import Diagnostic, Severity, error
from plugins.core.headers import Explanation

PRINTING = "Làm PDF"
YES, NO = "yes", "no"
YES_OR_NO = (("có", YES), (YES, YES), ("không", NO), (NO, NO))
ABOUT_PDF = Explanation(
    meaning="Bản PDF để đọc: văn bản của cơ quan mình thì có sẵn; của cơ quan khác thì ghi `có` "
    "mới làm; không muốn có thì ghi `không`",
    example="có",
)


def no_pango(count: int, *, required: bool) -> Diagnostic:
    """DP001."""
    return Diagnostic(
        code="DP001",
        severity=Severity.ERROR if required else Severity.WARNING,
        path="",
        message=f"máy này thiếu thư viện Pango nên không làm được {count} bản PDF của văn bản",
        remedy="cài đặt Pango (trên Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
        "libharfbuzz-subset0) rồi dựng lại; các trang vẫn được dựng",
    )


def not_signed(path: str, reason: str) -> Diagnostic:
    """DP003."""
    return error(
        "DP003",
        path,
        1,
        message=f"lệnh ký không ký được bản PDF: {reason}",
        remedy="kiểm tra lệnh ở SIGN_PDF, thiết bị và chứng thư số, rồi dựng lại",
    )


def not_made(path: str) -> Diagnostic:
    """DP004."""
    return error(
        "DP004",
        path,
        1,
        message="không làm được bản PDF của văn bản này",
        remedy="xem văn bản có bảng hay đoạn quá lớn không; tạm thời ghi “pdf: không”",
    )

"""What the gate itself tells editors, and how it counts."""

from plugins.core.diagnostics import Diagnostic, Severity

_NAMES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.ADVICE: "lời khuyên"}
ALL_WELL = "Nội dung đạt: không có lỗi."
STOPPED = "Có lỗi nên trang không được thay đổi. Sửa các lỗi trên rồi chạy lại."
SEE_ADVICE = "; xem lời khuyên bằng lệnh make check"
REMEDY = "Cách sửa"


def severity_name(severity: Severity) -> str:
    """The word for a severity."""
    return _NAMES[severity]


def counted(numbers: dict[Severity, int]) -> str:
    """How many findings there are of each severity."""
    return ", ".join(f"{numbers.get(severity, 0)} {name}" for severity, name in _NAMES.items())


def from_pelican(path: str, said: str) -> Diagnostic:
    """CG001."""
    return Diagnostic(
        code="CG001",
        severity=Severity.ERROR,
        path=path,
        message=f"bộ dựng trang báo: {said}",
        remedy="báo cho người phụ trách kỹ thuật nếu thông báo này không rõ",
    )

"""What text hygiene tells editors."""

from plugins.core.diagnostics import Diagnostic, Severity, advice, warning
from plugins.core.headers import Explanation

ABOUT_CLEARED = Explanation(
    meaning="Lý do được phép đăng số giấy tờ, điện thoại, tài khoản hoặc ngày sinh có trong bài; "
    "không bao giờ lên trang",
    example="Số trực ban do đơn vị công bố",
)
_KINDS = {
    "identity": ("TH004", "số giấy tờ tùy thân"),
    "telephone": ("TH005", "số điện thoại di động"),
    "account": ("TH006", "số tài khoản ngân hàng"),
    "birth": ("TH007", "ngày sinh"),
}


def slip(
    path: str,
    lines: list[int],
    wrong: str,
    readings: tuple[str, ...],
    meanings: tuple[str, ...],
    note: str,
) -> Diagnostic:
    """TH001."""
    reason = f" ({note})" if note else ""
    either = " hoặc ".join((*_quoted(readings), *meanings))
    return advice(
        "TH001",
        path=path,
        line=lines[0],
        message=f"“{wrong}” có thể là {either}{reason}{_also(lines)}",
        remedy="đối chiếu bản gốc rồi sửa; nếu viết đúng thì để nguyên",
    )


def impossible_syllable(
    path: str, lines: list[int], wrong: str, readings: tuple[str, ...]
) -> Diagnostic:
    """TH002."""
    either = " hoặc ".join(_quoted(readings))
    return advice(
        "TH002",
        path=path,
        line=lines[0],
        message=f"tiếng Việt không có tiếng “{wrong}”, có thể là {either}{_also(lines)}",
        remedy="gõ lại chữ này; nếu là tên riêng hoặc tiếng nước ngoài thì để nguyên",
    )


def two_spellings(path: str, line: int, here: str, other: str, other_path: str) -> Diagnostic:
    """TH003."""
    return advice(
        "TH003",
        path=path,
        line=line,
        message=f"ở đây viết “{here}”, ở {other_path} viết “{other}”: có lẽ là một tên",
        remedy="chọn một cách đặt dấu và dùng trong mọi bài",
    )


def personal_data(path: str, line: int, kind: str, given: str) -> Diagnostic:
    """TH004 to TH007."""
    code, name = _KINDS[kind]
    return Diagnostic(
        code=code,
        severity=Severity.WARNING,
        path=path,
        line=line,
        message=f"có thể có {name} của một người: “{given}”",
        remedy="xóa khỏi bài; nếu được phép đăng thì ghi lý do: “personal_data_cleared: …”",
    )


def broken_letters(path: str, line: int, encoding: str, given: str) -> Diagnostic:
    """TH008."""
    reason = f"chữ của bảng mã {encoding} bị đọc nhầm" if encoding else "chữ bị mất khi chép"
    return warning(
        "TH008",
        path=path,
        line=line,
        message=f"có lẽ là {reason}: “{given}”",
        remedy="chuyển bản gốc sang Unicode (UTF-8) rồi chép lại",
    )


def _quoted(readings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"“{reading}”" for reading in readings)


def _also(lines: list[int]) -> str:
    """Where else the same thing stands; "" where it stands on one line only."""
    others = [str(line) for line in dict.fromkeys(lines) if line != lines[0]]
    return f"; còn ở dòng {', '.join(others)}" if others else ""

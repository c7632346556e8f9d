"""What is told where the statement and its results part."""

from plugins.core.diagnostics import Diagnostic, error


def unfaithful(path: str, part: str) -> Diagnostic:
    """AX001: only a change of the theme can cause it, so it is told of the site as a whole."""
    return error(
        "AX001",
        path="",
        line=0,
        message=f"tuyên bố về khả năng tiếp cận ({path}) không khớp với kết quả kiểm tra "
        f"ở “{part}”",
        remedy="báo cho người phụ trách giao diện: trang phải nêu đủ và đúng từng số đo, "
        "từng điểm chưa đạt trong results.json",
    )

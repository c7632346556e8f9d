"""What citations tell editors."""

from plugins.core.diagnostics import Diagnostic, error


def no_citation(path: str, line: int, key: str, name: str) -> Diagnostic:
    """CI002."""
    return error(
        "CI002",
        path,
        line,
        field=key,
        message=f"“{name}” không phải cách gọi một văn bản",
        remedy="ghi số, ký hiệu, ví dụ “Nghị định 95/2014/NĐ-CP”, hoặc tên luật kèm năm",
    )

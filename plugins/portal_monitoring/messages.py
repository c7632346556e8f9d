"""What editors are told about portal monitoring."""

from plugins.core.diagnostics import Diagnostic, error


def no_number(path: str, line: int, given: str) -> Diagnostic:
    """PM002."""
    return error(
        "PM002",
        path=path,
        line=line,
        field="site_id",
        message=f"mã số “{given}” của hệ thống EMC không phải là một dãy chữ số",
        remedy='ghi đúng mã số được cấp, ví dụ "1234"; để trống ("") thì tắt',
    )


def no_privacy_page(path: str, line: int) -> Diagnostic:
    """PM003."""
    return error(
        "PM003",
        path=path,
        line=line,
        field="site_id",
        message="trang gắn mã đo lường EMC nhưng không có trang Quyền riêng tư để nói cho người "
        "đọc biết",
        remedy="thêm tệp trang/quyen-rieng-tu.md với slug: quyen-rieng-tu, không để ở dạng nháp "
        'hay ẩn; hoặc để trống mã số ("")',
    )

"""What a build tells, in Vietnamese."""


def unchanged(files: int) -> str:
    """There was nothing to do."""
    return f"Không có gì thay đổi: {files:,} tệp trên trang đều đúng.".replace(",", ".")


def trimmed(freed: int) -> str:
    """Something was taken out of the store."""
    return f"Đã dọn {max(1, round(freed / 1_000_000))} MB cũ nhất trong kho lưu tạm."

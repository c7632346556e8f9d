"""What a build tells, in Vietnamese."""


def unchanged(files: int) -> str:
    """There was nothing to do."""
    return f"Không có gì thay đổi: {files:,} tệp trên trang đều đúng.".replace(",", ".")


def trimmed(freed: int) -> str:
    """Something was taken out of the store."""
    return f"Đã dọn {max(1, round(freed / 1_000_000))} MB cũ nhất trong kho lưu tạm."


def too_large(size: int, limit: int) -> str:
    """The store needs more room than it may have, in bytes."""
    return (
        f"Kho lưu tạm cần {_megabytes(size)} MB, quá giới hạn {_megabytes(limit)} MB nhưng không"
        " còn gì bỏ được: hãy đặt STORE_LIMIT lớn hơn."
    )


def _megabytes(size: int) -> str:
    return f"{round(size / 1_000_000):,}".replace(",", ".")

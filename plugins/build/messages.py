"""What a build tells, in Vietnamese."""


def unchanged(files: int) -> str:
    """There was nothing to do."""
    return f"Không có gì thay đổi: {files:,} tệp trên trang đều đúng.".replace(",", ".")

"""What an editor is told about a data file that cannot be read as it stands."""

EXPECTED = {
    "text": "một đoạn chữ trong ngoặc kép, ví dụ \"Liên hệ\"",
    "texts": "một danh sách chữ, ví dụ [\"một\", \"hai\"]",
    "number": "một số nguyên không âm, ví dụ 31",
    "day": "một ngày, ví dụ 2024-03-17 hoặc \"17/03/2024\"; chưa rõ ngày thì ghi \"\"",
}


def unreadable_encoding() -> tuple[str, str]:
    """Message and remedy for a file that is not UTF-8."""
    return (
        "Tệp không ghi bằng bảng mã UTF-8 nên không đọc được chữ Việt.",
        "Mở tệp, chọn “Lưu thành…” với bảng mã UTF-8 rồi lưu lại.",
    )


def syntax_error(reason: str) -> tuple[str, str]:
    """Message and remedy for a file that is no TOML."""
    return (
        f"Tệp không đúng cú pháp TOML ({reason}).",
        "Xem dòng này và dòng ngay trước: thường là thiếu dấu ngoặc kép, thiếu dấu = "
        "hoặc một khóa ghi hai lần.",
    )


def unknown_key(key: str, nearest: str, known: str) -> tuple[str, str]:
    """Message and remedy for a key that nobody reads."""
    guess = f"Có phải là “{nearest}”? " if nearest else ""
    return f"Không có khóa “{key}”.", f"{guess}Các khóa dùng được: {known}."


def missing_key(key: str) -> tuple[str, str]:
    """Message and remedy for an entry that lacks what it must have."""
    return f"Mục này thiếu khóa “{key}” hoặc để trống.", f"Thêm dòng {key} = …"


def wrong_value(key: str, given: str, expected: str) -> tuple[str, str]:
    """Message and remedy for a value of the wrong type."""
    return f"Giá trị {given} của khóa “{key}” không dùng được.", f"Ghi {EXPECTED[expected]}."


def not_a_table(name: str) -> tuple[str, str]:
    """Message and remedy for a plain value where entries are expected."""
    return f"“{name}” phải là một mục có các khóa riêng.", f"Ghi [[{name}]] trên một dòng riêng."

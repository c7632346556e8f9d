"""What is told about a missing content folder, a wrong data file, long work, and questions.

About a data file, each function gives the message and its remedy.
"""

_EXPECTED = {
    "text": 'một đoạn chữ trong ngoặc kép, ví dụ "Liên hệ"',
    "texts": 'một danh sách chữ, ví dụ ["một", "hai"]',
    "number": "một số nguyên không âm, ví dụ 31",
    "day": 'một ngày, ví dụ 2024-03-17 hoặc "17/03/2024"; chưa rõ ngày thì ghi ""',
}


def no_content(folder: str) -> str:
    """The content folder does not exist."""
    return f"Không có thư mục nội dung {folder}. Hãy kiểm tra lại tên thư mục sau CONTENT=."


def unreadable_line(line: int, reason: str) -> str:
    """A line of questions is no JSON object with `id` and `text`."""
    return f'dòng {line}: không đọc được, cần một dòng JSON {{"id": …, "text": "…"}}: {reason}'


def unreadable_lines(path: str, reason: str) -> str:
    """A file of questions cannot be read."""
    return f"không đọc được {path}: {reason}"


def progress_figures(done: int, total: int, seconds: float) -> str:
    """How far some work is: the count, the rate and the time left."""
    rate = done / seconds
    left = round((total - done) / rate)
    time_left = f"{left // 60} phút {left % 60} giây" if left >= 60 else f"{left} giây"  # noqa: PLR2004  (a minute)
    return f"{_count(done)}/{_count(total)}, {_rate(rate)}, còn khoảng {time_left}"


def _rate(rate: float) -> str:
    if rate < 1:
        return f"{_count(round(1 / rate))} giây mỗi cái"
    return f"{_count(round(rate))} mỗi giây"


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def not_utf8() -> tuple[str, str]:
    """A file that is not UTF-8."""
    return "tệp không phải văn bản UTF-8", "lưu lại tệp với bảng mã UTF-8"


def syntax_error(reason: str) -> tuple[str, str]:
    """A file that is no TOML."""
    remedy = (
        "xem dòng này và dòng ngay trước: thường là thiếu dấu ngoặc kép, thiếu dấu = "
        "hoặc một khóa ghi hai lần"
    )
    return f"tệp không đúng cú pháp TOML ({reason})", remedy


def unknown_key(key: str, nearest: str, known: str) -> tuple[str, str]:
    """A key that nobody reads."""
    remedy = f"sửa thành “{nearest}”" if nearest else f"xóa dòng này; các khóa dùng được: {known}"
    return f"không có khóa “{key}”", remedy


def missing_key(key: str) -> tuple[str, str]:
    """An entry that lacks what it must have."""
    return f"mục này thiếu “{key}” hoặc để trống", f"thêm dòng “{key} = …”"


def wrong_value(key: str, given: str, expected: str) -> tuple[str, str]:
    """A value of the wrong type."""
    return f"giá trị {given} không dùng được cho khóa “{key}”", f"ghi {_EXPECTED[expected]}"


def not_a_table(name: str) -> tuple[str, str]:
    """A plain value where entries are expected."""
    return f"“{name}” phải là một mục có các khóa riêng", f"ghi [[{name}]] trên một dòng riêng"

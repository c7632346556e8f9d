"""What the command tells whoever writes."""

NO_TITLE = 'Chưa có tiêu đề. Hãy gõ: make new TITLE="Tiêu đề của bài"'


def unseen_character(name: str, before: str) -> str:
    """The title holds what nobody sees."""
    place = f", ngay sau “{before}”" if before else ""
    return f"Tiêu đề có ký tự {name} không nhìn thấy được{place}. Hãy gõ lại tiêu đề."


def no_letters(title: str) -> str:
    """No address can be made of the title."""
    return f"Tiêu đề “{title}” không có chữ cái a-z nào nên chưa đặt được tên tệp. Hãy thêm chữ."


def endless_word(title: str) -> str:
    """The first word alone is too long for an address."""
    return f"Tiêu đề “{title}” bắt đầu bằng một từ dài quá nên chưa đặt được tên tệp. Hãy tách từ."


def unknown_section(given: str, names: tuple[str, ...], register: str) -> str:
    """No section has this name."""
    choice = f"Hãy chọn một trong: {_listed(names)}" if names else "Chưa có chuyên mục nào"
    return f"Không có chuyên mục “{given}”. {choice} (xem {register})."


def already_there(path: str) -> str:
    """Something has the name that the file should get."""
    return f"{path} đã có sẵn nên không tạo gì. Hãy thử lại với tiêu đề khác."


def not_written(path: str, reason: str) -> str:
    """The system refused."""
    return f"Không ghi được {path}: {reason}."


def laid_down(path: str, arguments: str, sections: tuple[str, ...], other: str) -> str:
    """The article is there, and what to do next.

    Args:
        path: The new file, as it is typed behind `FILE=`.
        arguments: What the commands need besides, each with a space before it.
        sections: The names to choose from; empty where the article has its section.
        other: The address that the title would have given, where another file has it.
    """
    taken = [f"Địa chỉ “{other}” đã dùng ở nơi khác nên tên tệp được thêm số."] if other else []
    section = f"category (một trong: {_listed(sections)}), " if sections else ""
    return "\n".join(
        [
            f"Đã tạo {path}",
            *taken,
            "Việc tiếp theo:",
            f"  1. Mở tệp, điền {section}summary, rồi viết thân bài dưới dòng --- thứ hai.",
            f"  2. Kiểm tra: make check{arguments} FILE={path}",
            f"  3. Xem trên máy: make serve{arguments}",
            "  4. Viết xong thì xóa dòng “status: draft”; dòng còn trống thì không cần xóa.",
        ]
    )


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"“{name}”" for name in names)

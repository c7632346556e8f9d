"""What commands and findings tell, and what is said before a caption."""

from plugins.core.diagnostics import Diagnostic, Severity

CAPTION = "Chú thích ảnh: "
MAKING = "đọc thành tiếng"
LABELS = {
    "previous": "Câu trước",
    "next": "Câu sau",
    "from_here": "Đọc từ chỗ đang xem",
    "follow": "Cuộn theo lời đọc",
    "pause": "Tạm dừng",
    "speed": "Tốc độ",
    "remote": "Giọng tiếng Việt của trình duyệt này đọc qua mạng: nội dung bài sẽ được gửi từ máy "
    "của bạn đến nơi cung cấp giọng đọc. Bạn có đồng ý không?",
    "agree": "Đồng ý và nghe",
    "refuse": "Không nghe",
}
"""Of what the page's script adds; whoever listens loads them, nobody else."""


def feed(site: str) -> tuple[str, str]:
    """The title of the feed of recordings, and what it brings."""
    return f"Nghe tin: {site}", f"Các bài mới của {site}, đọc bằng giọng máy."


def figures(exact: int, total: int, share: float, leaks: int) -> str:
    """How many snippets are read exactly, and how many leave figures or capitals."""
    return f"{exact:>6}/{total} {share:>7.2f}% {leaks:>6}"


def speed(times: float) -> str:
    """How much faster than it is heard the default voice is recorded."""
    return f"{'recording, times real time':<32}{times:>11.0f}     goal 100"


def unsure_fraction(path: str, line: int, text: str, spoken: str) -> Diagnostic:
    """Two numbers with a slash may be a day, a part or a count."""
    return Diagnostic(
        code="RA001",
        severity=Severity.ADVICE,
        path=path,
        line=line,
        message=f"chưa chắc cách đọc “{text}” thành tiếng: đang đọc là “{spoken}”",
        remedy="viết rõ: “ngày …” nếu là ngày, “… phần …” nếu là phân số, “… trên tổng số …” nếu "
        "là số đếm",
    )


def unknown_issuer(path: str, line: int, text: str, spoken: str) -> Diagnostic:
    """The code of a document names an issuer that nobody knows."""
    return Diagnostic(
        code="RA002",
        severity=Severity.ADVICE,
        path=path,
        line=line,
        message=f"không rõ cơ quan ban hành trong ký hiệu “{text}”: đang đọc là “{spoken}”",
        remedy="kiểm tra lại ký hiệu; nếu đúng, thêm chữ viết tắt của cơ quan vào "
        "du-lieu/tu-viet-tat.toml",
    )


def no_article(slug: str) -> str:
    """There is no article of this slug."""
    return f"Không có bài nào có slug “{slug}”. Slug đứng ở cuối địa chỉ của bài."


def no_recordings() -> str:
    """Nothing is recorded; there are words only."""
    return "Trang tin không làm bản thu (READ_ALOUD_ENGINE); đây là lời đọc:"


def heard(file: str, seconds: float) -> str:
    """Where the recording lies, and how long it is."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{file}: {minutes} phút {rest} giây"

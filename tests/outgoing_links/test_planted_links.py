"""Two hundred links planted in a thousand honest articles: all found, nobody else blamed."""

import random

from plugins.core.diagnostics import Severity
from tests.outgoing_links.conftest import FIRST_LINE, ReadText

SENTENCES = (
    "Sở Khoa học và Công nghệ tổ chức hội nghị tổng kết nhiệm vụ năm 2024.",
    "Theo Nghị định số 13/2023/NĐ-CP, các đơn vị rà soát dữ liệu trước ngày 30/6.",
    "Đại diện 88 hợp tác xã nhận giấy chứng nhận nhãn hiệu tập thể.",
    "Công an tỉnh cảnh báo thủ đoạn lôi kéo người dân cá cược, đánh bạc qua mạng.",
    "Cả cuộc đời ông gắn với nghề chè; con gái nối nghiệp cha.",
    "Đội bóng của Sở đoạt giải nhất; tỷ số trận cuối là 3-1.",
    "Mô hình nuôi cá lồng cho thu nhập 250 triệu đồng mỗi năm.",
    "Liên hệ Văn phòng Sở để được hướng dẫn đăng ký sáng kiến.",
)
HONEST_LINKS = (
    "Xem [toàn văn nghị định](https://vanban.chinhphu.vn/?docid=20{number}).",
    "Tin của [Báo tỉnh](https://bao.vn/tin/{number}).",
    "Theo [Bộ Khoa học và Công nghệ](https://most.gov.vn/bai-{number}).",
    "Gửi ý kiến về [hộp thư của Sở](mailto:so@phutho.gov.vn).",
    "Xem [Liên hệ](/lien-he/).",
)
PLANTED = (
    "[Xem thêm](https://tin{number}.com/)",
    "[chi tiết](http://b-{number}.xyz/tin?a=1)",
    "[.](https://chinhphu.vn/{number})",
    "[](https://bao.vn/{number})",
    "[Bộ](https://most.gov.vn.tin{number}.top/)",
    "[Bộ](https://most.gov.vn@tin{number}.vip/)",
    "[Bộ](http://198.51.100.{small}/)",
    "[Bộ](http://{large}/)",
    "[Bộ](https://chinhphu.vn:{large}/)",
    "[Bộ](https:tin{number}.net)",
    "[Bộ](https://m\u043est{number}.gov.vn/)",
    "[Bộ](`https`://tin{number}.club/)",
    "<https://tin{number}.cc/>",
    "[nhà cái uy tín](https://bao.vn/{number})",
    "[tin nóng](https://chinhphu.vn/bet88-{number})",
    "[Tin][t]\n\n[t]: https://tin{number}.info/",
    "[w](https://w{number}.gov.vn/)",
    "**[tin](https://TIN{number}.VN)**",
    "> [tin](https://tin{number}.org)",
    '[tin](<https://tin{number}.biz> "chinhphu.vn")',
)


def honest_body(chance: random.Random, number: int) -> list[str]:
    paragraphs = [" ".join(chance.sample(SENTENCES, 3)) for _ in range(chance.randint(3, 9))]
    for link in chance.sample(HONEST_LINKS, chance.randint(0, 3)):
        paragraphs.insert(chance.randrange(len(paragraphs)), link.format(number=number))
    return paragraphs


def test_every_planted_link_is_found_and_no_honest_article_is_blamed(read_text: ReadText) -> None:
    chance = random.Random(3)  # noqa: S311  (only to mix texts, the same in each run)
    planted = set(chance.sample(range(1000), 200))
    missed, blamed = [], []
    for number in range(1000):
        paragraphs = honest_body(chance, number)
        place = chance.randrange(len(paragraphs)) if number in planted else -1
        line = 0
        if place >= 0:
            link = PLANTED[number % len(PLANTED)]
            link = link.format(number=number, small=number % 256, large=10_000 + number)
            line = FIRST_LINE + sum(2 + part.count("\n") for part in paragraphs[:place])
            lines = range(line, line + 4)
            paragraphs.insert(place, f"{SENTENCES[0]} {link}" if link[0] != ">" else link)
        article = read_text("\n\n".join(paragraphs))
        found = {each.line for each in article.diagnostics if each.severity is not Severity.ADVICE}
        if place < 0 and found:
            blamed.append((number, article.diagnostics))
        elif place >= 0 and not (found and found <= set(lines)):
            missed.append((link, article.diagnostics))

    assert missed == []
    assert blamed == []

from pathlib import Path

import pytest

from plugins.other_articles.__main__ import main
from tests.conftest import article, write_files


def write_site(folder: Path) -> None:
    shared = "Triển khai Đề án 844 và Nghị định 95/2014/NĐ-CP tại huyện Đoan Hùng"
    write_files(
        folder,
        {
            "tin-tuc/a.md": article("Một", "01/03/2024", shared, tags="[Hội nghị]", related="[d]"),
            "tin-tuc/b.md": article("Hai", "05/03/2024", shared, tags="[Hội nghị]"),
            "tin-tuc/c.md": article("Ba", "01/03/2022", "Chuyện khác hẳn", category="Khác"),
            "tin-tuc/d.md": article("Bốn", "06/03/2024", "Lại chuyện khác"),
        },
    )


@pytest.mark.usefixtures("isolated_signals")
def test_each_candidate_has_its_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path)
    assert main(["why", "--content", str(tmp_path), "a"]) == 0
    head, picked, *rest = capsys.readouterr().out.split("\n\n")
    assert head == "Bài viết khác của “Một” (tin-tuc/a.md)"
    assert picked == "Chọn tay ở `related`: Bốn (d, 06/03/2024)"
    assert "Hai (b, 05/03/2024)" in rest[0]
    assert "cùng chuyên mục “Tin trong tỉnh” (+5)" in rest[0]
    assert "chung thẻ: Hội nghị (+8)" in rest[0]
    assert "cùng nhắc văn bản: 95/2014/NĐ-CP (+10)" in rest[0]
    assert "cùng nhắc: Đề án 844 (+10)" in rest[0]
    assert "cùng địa danh: Đoan Hùng (+3)" in rest[0]
    assert "đăng cách nhau 4 ngày (+5)" in rest[0]


@pytest.mark.usefixtures("isolated_signals")
def test_an_unknown_article_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path)
    assert main(["why", "--content", str(tmp_path), "khong-co"]) == 2
    assert "“khong-co”" in capsys.readouterr().err

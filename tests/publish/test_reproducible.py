"""The same content gives the same site elsewhere; `make reproducible` says it of the real one."""

from pathlib import Path

import pytest
from PIL import Image

from plugins.publish.tree import compare_trees
from tests.conftest import article, write_files
from tests.publish.reproducible import ELSEWHERE, HERE, build

PICTURE = "![Hội trường đông người](../hinh-anh/hop.jpg)\n\n*Toàn cảnh.*\n"
DOCUMENT = (
    "---\ntitle: Cải cách hành chính\nslug: ke-hoach\ntype: Kế hoạch\nnumber: 12/KH-SKHCN\n"
    "issuer: Sở Khoa học và Công nghệ\ndate: 05/03/2024\npdf: có\n---\n\n1. Giao các phòng.\n\n"
    f"{PICTURE}"
)


def test_a_site_is_the_same_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READ_ALOUD_ENGINE", "espeak-ng")
    texts = {
        f"tin-tuc/bai-{number}.md": article(
            f"Bài {number}", f"{number + 1:02}/03/2024", PICTURE, slug=f"bai-{number}", tags="KH&CN"
        )
        for number in range(4)
    }
    write_files(tmp_path / "content", {**texts, "van-ban/ke-hoach.md": DOCUMENT})
    (tmp_path / "content/hinh-anh").mkdir()
    Image.linear_gradient("L").resize((900, 600)).convert("RGB").save(
        tmp_path / "content/hinh-anh/hop.jpg"
    )
    one, other = (build(tmp_path / "content", tmp_path, each) for each in (HERE, ELSEWHERE))
    difference = compare_trees(one, other)
    assert (difference.changed, difference.missing, difference.added) == ((), (), ())
    kinds = {".br", ".gz", ".html", ".jpg", ".mp3", ".pdf", ".webp", ".xml"}
    assert kinds <= {Path(name).suffix for name in one}

"""How a file was saved makes no difference: not its Unicode form, its mark or its line ends."""

import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import BuildSite, BuiltSite, article, build_folder
from tests.pdfs import pdf_of
from tests.responsive_images.pictures import picture

Change = Callable[[str], bytes]


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


CHANGES: dict[str, Change] = {
    "letters and marks apart": lambda text: decomposed(text).encode(),
    "a byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "all of them": lambda text: b"\xef\xbb\xbf" + decomposed(text).replace("\n", "\r\n").encode(),
}


@pytest.mark.usefixtures("isolated_signals")
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_first_site_and_its_twin_have_the_same_bytes(
    first_site: BuiltSite, change: Change, tmp_path: Path, picture_store: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(first_site.content, content)
    texts = [path for path in sorted(content.rglob("*")) if path.suffix in (".md", ".toml")]
    for path in texts:
        path.write_bytes(change(path.read_text(encoding="utf-8")))
    twin = build_folder(content, tmp_path / "output", {"STORE_PATH": str(picture_store)})

    assert len(texts) > 10
    assert twin.diagnostics == first_site.diagnostics
    assert twin.files == first_site.files


def test_names_of_files_with_letters_and_marks_apart_make_the_same_site(
    build_site: BuildSite,
) -> None:
    body = (
        "![Hàng ghế đại biểu](</hinh-anh/Hội trường.jpg>)\n\n"
        "[Bài sau](bài-hai.md), [kế hoạch](</van-ban/Kế hoạch.pdf>) và [mục](bài-hai.md#viec-chinh)"
    )
    files: dict[str, str | bytes] = {
        "tin-tuc/bài-một.md": article("Bài một", body=body),
        "tin-tuc/bài-hai.md": article("Bài hai", body="## Việc chính"),
        "hinh-anh/Hội trường.jpg": picture(60, 40),
        "van-ban/Kế hoạch.pdf": pdf_of(),
    }
    composed = build_site(files)
    pages = composed.files
    for name in files:
        (composed.content / name).unlink()
    twin = build_site({decomposed(name): content for name, content in files.items()})

    assert (twin.exit_code, composed.exit_code) == (0, 0)
    assert [name for name in twin.files if "tep/" in name or "hoi-truong" in name]
    assert twin.files == pages

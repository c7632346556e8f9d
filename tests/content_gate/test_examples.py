"""The examples that stand in the explanations of codes, written into articles and checked."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from PIL import Image

from tests.conftest import BuildSite, Files, article
from tests.house.test_codes import EXPLAINED
from tests.pdfs import pdf_of

# Those whose examples are whole; the others tell of a second file, a register or a place.
COMPLETE = frozenset(
    {
        *("AR005", "AR006", "AR007", "AR010", "AR011", "AR012", "AR013", "AR017", "AR018"),
        *("AR021", "AR022", "AR024", "AR025", "AR029", "AT001", "AT002", "CG010", "CG011"),
        *("CG012", "CG013", "IM001", "IM002", "IM003", "IM008", "IM010", "IM011", "OA002"),
        *("OD005", "OL001", "OL002", "OL003", "OL004", "OL005", "OL008", "OL010", "OL011"),
        *("TH001", "TH002", "TH003", "TH004", "TH005", "TH006", "TH007"),
    }
)
DOCUMENT = (
    "---\ntitle: Kết luận\ntype: Thông báo\nnumber: không rõ\nissuer: Sở\ndate: không rõ\n---\n"
    "\nNội dung.\n"
)
HEADER_LINE = re.compile(r"([a-z_]+): ?(.*)")


def surroundings() -> Files:
    """What the good examples name."""
    picture = io.BytesIO()
    Image.new("RGB", (1600, 900)).save(picture, "JPEG")
    return {
        "du-lieu/may-chu.toml": '[[host]]\nname = "most.gov.vn"\n',
        "hinh-anh/2024/03/hoi-truong.jpg": picture.getvalue(),
        "tin-tuc/bai-truoc.md": article("Bài trước"),
        "tin-tuc/cuoc-thi.md": article("Cuộc thi", slug="cuoc-thi-truc-tuyen"),
        "van-ban/ke-hoach.pdf": pdf_of(),
        "van-ban/ket-luan-hoi-nghi-giam-doc-so-2024.md": DOCUMENT,
    }


def examples(word: str) -> Iterator[tuple[str, str, str]]:
    """Every example of one kind: its code, a file name, and an article that consists of it."""
    for code in sorted(COMPLETE):
        match = re.search(rf"^- {word}[:,] ?(.*)$", EXPLAINED[code], re.MULTILINE)
        assert match
        for number, example in enumerate(re.findall(r"`([^`]+)`", match[1])):
            line = HEADER_LINE.fullmatch(example)
            header = {"summary": "Tóm tắt."} | ({line[1]: line[2]} if line else {})
            body = "Nội dung." if line else example
            text = article(**{"title": f"Bài {code} {number}", "body": body, **header})
            yield code, f"tin-tuc/{code.lower()}-{number}.md", text


@pytest.mark.parametrize(("word", "found"), [("Sai", COMPLETE), ("Đúng", frozenset())])
def test_bad_examples_are_found_and_good_ones_are_not(
    build_site: BuildSite, word: str, found: frozenset[str]
) -> None:
    written = {name: (code, text) for code, name, text in examples(word)}
    articles = {name: text for name, (_, text) in written.items()}
    site = build_site({**surroundings(), **articles})
    codes: dict[str, set[str]] = defaultdict(set)
    for finding in site.diagnostics:
        codes[finding.path].add(finding.code)

    assert {code for name, (code, _) in written.items() if code in codes[name]} == found

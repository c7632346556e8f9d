"""A check finds what a build would find, and makes none of its pages and pictures."""

import json
from pathlib import Path

import pytest

from plugins.content_gate import __main__ as command
from plugins.page_writer.staging import Staging
from tests.conftest import BuildSite, article
from tests.pdfs import pdf_of
from tests.responsive_images.pictures import picture

FILES = {
    "du-lieu/co-quan.toml": 'name = "Sở Khoa học và Công nghệ"\n',
    "hinh-anh/hoi-truong.jpg": picture(640, 480),
    "tin-tuc/a.md": article(
        "Bài A",
        body="![Hội trường đông người](/hinh-anh/hoi-truong.jpg)\n\n"
        "[Phụ lục](phu-luc.pdf), [bài B](/tin-tuc/b/), [trang thẻ](/the/khong-co/)",
    ),
    "tin-tuc/phu-luc.pdf": pdf_of(),
    "tin-tuc/b.md": article(
        "Bài B",
        tags="Hội nghị",
        body="## Mục một\n\n[thẻ](/the/hoi-nghi/), [cũ](/tin-tuc/cu/), [một](#muc-mot), "
        "[hai](#muc-hai), [phụ lục](a.md#phu-luc), [đầu](/tin-tuc/a/#noi-dung-chinh), "
        "[nguồn tin](/tin-moi.atom.xml)",
    ),
}


def test_a_check_finds_what_a_build_finds(
    build_site: BuildSite, capsys: pytest.CaptureFixture[str]
) -> None:
    built = build_site(FILES)
    ended = command.main(["--content", str(built.content), "--format", "json"])
    checked = json.loads(capsys.readouterr().out)

    assert ended == built.exit_code == 1
    assert [(entry["code"], entry["path"], entry["line"]) for entry in checked] == [
        (found.code, found.path, found.line) for found in built.diagnostics
    ]
    assert [entry["code"] for entry in checked].count("AR022") == 2
    assert [entry["code"] for entry in checked].count("AR033") == 2


def test_a_check_encodes_no_picture_and_renders_no_page(
    build_site: BuildSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = build_site(FILES)
    store = tmp_path / "store"
    monkeypatch.setenv("STORE_PATH", str(store))
    monkeypatch.setattr(Staging, "write", None)

    assert command.main(["--content", str(built.content)]) == 1
    assert not [*store.rglob("*.webp"), *store.rglob("*.jpg")]

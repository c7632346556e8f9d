"""What is shown between saving a text and the end of the build, on the real first site."""

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import write_first_content
from tests.preview.running import ROOT, Preview, children_of

ARTICLE = "tin-tuc/2024/03/khcn-dia-phuong-phat-trien-nhanh-ben-vung.md"
PAGE = "/tin-tuc/khcn-dia-phuong-phat-trien-nhanh-ben-vung/"
OTHER = "tin-tuc/2024/04/cong-dien-an-toan-thong-tin-mang.md"
SENTENCE = "Tham dự Hội nghị, có các đồng chí:"
SCRIPT = re.compile(r"<script src=\"/__preview__/.*?</script>")


@pytest.fixture
def first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    """A preview of the first site, built for the first time."""
    monkeypatch.setenv("STORE_PATH", str(tmp_path / "store"))
    write_first_content(tmp_path / "content")
    running = Preview(tmp_path, "--settings", str(ROOT / "pelicanconf.py"))
    running.wait_for_first_build()
    yield running
    running.stop(signal.SIGINT)


def test_a_saved_text_is_seen_at_once_as_the_build_will_show_it(first: Preview) -> None:
    version = _version(first)
    builder = _hold_builds(first)
    _edit(first, {'title: "': 'title: "Tin vắn: ', SENTENCE: f"Thêm một câu. {SENTENCE}"})
    looked = first.wait_for_version_after(version)["version"]
    seen = {target: _page(first, target) for target in (PAGE, "/", "/tin-tuc/")}
    assert "Thêm một câu." in seen[PAGE]
    assert "Tin vắn: " in seen["/"]
    os.kill(builder, signal.SIGCONT)
    first.wait_for_version_after(looked)
    assert seen == {target: _page(first, target) for target in seen}


def test_what_is_saved_during_a_build_is_seen_beside_what_was_saved_before(first: Preview) -> None:
    version = _version(first)
    builder = _hold_builds(first)
    _edit(first, {SENTENCE: f"Câu thứ nhất. {SENTENCE}"})
    looked = first.wait_for_version_after(version)["version"]
    _edit(first, {"title: ": "title: Tin vắn - "}, OTHER)
    first.wait_for_version_after(looked)
    assert "Câu thứ nhất." in first.read(PAGE)
    assert "Tin vắn - " in first.read("/")
    os.kill(builder, signal.SIGCONT)
    while "Tin vắn - " not in _built(first, "index.html"):
        first.wait_for(lambda _: True)
    assert "Câu thứ nhất." in _built(first, f"{PAGE[1:]}index.html")


def test_a_text_that_the_gate_refuses_gives_way_to_the_page_that_was_there(first: Preview) -> None:
    version, before = _version(first), _page(first, PAGE)
    _edit(first, {SENTENCE: f"[Trang ấy](/khong-co-trang-nay/). {SENTENCE}"})
    looked = first.wait_for_version_after(version)
    assert "Trang ấy" in first.read(PAGE)
    failed = first.wait_for_failure()
    assert failed["version"] not in (version, looked["version"])
    assert _page(first, PAGE) == before


def test_where_nobody_answers_the_build_shows_what_was_saved(first: Preview) -> None:
    version = _version(first)
    (look,) = children_of(children_of(first.process.pid)[0])
    os.kill(look, signal.SIGKILL)
    _edit(first, {SENTENCE: f"Thêm một câu. {SENTENCE}"})
    first.wait_for_version_after(version)
    assert "Thêm một câu." in _built(first, f"{PAGE[1:]}index.html")


def _edit(preview: Preview, changes: dict[str, str], name: str = ARTICLE) -> None:
    text = (preview.project / "content" / name).read_text(encoding="utf-8")
    for before, after in changes.items():
        assert before in text
        text = text.replace(before, after, 1)
    preview.save(f"content/{name}", text)


def _version(preview: Preview) -> str:
    found = re.search('data-version="([0-9]+)"', preview.read("/"))
    assert found
    return found[1]


def _page(preview: Preview, target: str) -> str:
    """A page without the script, which names the version."""
    return SCRIPT.sub("", preview.read(target))


def _built(preview: Preview, path: str) -> str:
    return (preview.project / "output" / path).read_text(encoding="utf-8")


def _hold_builds(preview: Preview) -> int:
    """Stop the process that makes builds; its child, which gives looks, goes on."""
    (builder,) = children_of(preview.process.pid)
    os.kill(builder, signal.SIGSTOP)
    return builder

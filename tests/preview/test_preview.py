"""The whole preview: a real site, a real server, edits as an editor makes them."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

from tests.preview.running import (
    ARTICLE,
    ARTICLE_FILE,
    ROOT,
    SETTINGS,
    TEMPLATE_FILE,
    TEMPLATES,
    Preview,
    children_of,
    command_line,
)


def test_an_edit_reloads_the_open_page_and_serves_the_new_text(preview: Preview) -> None:
    first = preview.wait_for_first_build()
    page = preview.read("/tin-tuc/doi-moi/")
    assert "<p>Bản thứ nhất.</p>" in page
    assert f'data-version="{first}"' in page
    preview.save(ARTICLE_FILE, ARTICLE.replace("nhất", "hai"))
    second = preview.wait_for_version_after(first)
    assert (second["title"], second["findings"]) == ("", [])
    assert "<p>Bản thứ hai.</p>" in preview.read("/tin-tuc/doi-moi/")


def test_the_site_knows_the_address_at_which_it_is_served(preview: Preview) -> None:
    preview.wait_for_first_build()
    assert f"http://127.0.0.1:{preview.port}" in preview.read("/")


def test_a_build_that_fails_keeps_the_old_page_and_tells_why(preview: Preview) -> None:
    first = preview.wait_for_first_build()
    preview.save(TEMPLATE_FILE, "{% if %}")
    failed = preview.wait_for_failure()
    assert failed["version"] == first
    assert "Trang đang mở vẫn là bản trước" in failed["title"]
    assert "article.html" in failed["findings"][0]
    assert preview.request("GET", "/__preview__/reload.js").status == 200
    preview.save(TEMPLATE_FILE, TEMPLATES["article.html"])
    mended = preview.wait_for_version_after(first)
    assert (mended["title"], mended["findings"]) == ("", [])


def test_a_removed_article_is_gone(preview: Preview) -> None:
    first = preview.wait_for_first_build()
    preview.save("content/tin-tuc/khac.md", ARTICLE.replace("doi-moi", "khac"))
    second = preview.wait_for_version_after(first)
    assert preview.request("GET", "/tin-tuc/khac/").status == 200
    (preview.project / ARTICLE_FILE).unlink()
    preview.wait_for(lambda status: status["version"] not in (first, second["version"]))
    assert preview.request("GET", "/tin-tuc/doi-moi/").status == 404


def test_settings_and_code_are_read_anew(preview: Preview) -> None:
    first = preview.wait_for_first_build()
    preview.save("pelicanconf.py", "raise RuntimeError('hỏng')\n")
    assert "RuntimeError: hỏng" in preview.wait_for_failure()["findings"][0]
    preview.save(
        "pelicanconf.py", SETTINGS.replace('"tin-tuc/{slug}/index.html"', '"bai/{slug}/index.html"')
    )
    preview.wait_for_version_after(first)
    assert "Bản thứ nhất" in preview.read("/bai/doi-moi/")


def test_every_answer_is_guarded_and_kept_by_nobody(preview: Preview) -> None:
    preview.wait_for_first_build()
    response = preview.request("HEAD", "/")
    assert response.status == 200
    assert response.read() == b""
    assert response.headers["Cache-Control"] == "no-store"
    assert "script-src 'self';" in response.headers["Content-Security-Policy"]
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert preview.request("POST", "/").status == 501


def test_before_there_is_any_page_the_report_is_shown(project: Path) -> None:
    (project / "theme/templates/index.html").write_text("{% if %}", encoding="utf-8")
    running = Preview(project)
    assert "index.html" in running.wait_for_failure()["findings"][0]
    response = running.request("GET", "/")
    assert response.status == 503
    assert "Chưa dựng được trang" in response.read().decode()
    running.stop(signal.SIGTERM)


def test_nothing_is_left_running(project: Path) -> None:
    running = Preview(project)
    running.wait_for_first_build()
    children = children_of(running.process.pid)
    assert children
    running.stop(signal.SIGINT)
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]


def test_a_port_in_use_is_said_in_one_sentence(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = _run(project, "--port", str(port))
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"Cổng {port} đang có chương trình khác dùng.")


def test_a_content_folder_that_is_not_there_is_said_in_one_sentence(project: Path) -> None:
    shutil.rmtree(project / "content")
    refused = _run(project)
    assert refused.returncode == 1
    assert refused.stderr.startswith("Không có thư mục nội dung")


def _run(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "plugins.preview", *command_line(project), *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_a_builder_that_was_killed_is_started_again(preview: Preview) -> None:
    first = preview.wait_for_first_build()
    for builder in children_of(preview.process.pid):
        os.kill(builder, signal.SIGKILL)
    preview.save(ARTICLE_FILE, ARTICLE.replace("nhất", "hai"))
    preview.wait_for_failure()
    preview.save(ARTICLE_FILE, ARTICLE.replace("nhất", "ba"))
    preview.wait_for_version_after(first)
    assert "Bản thứ ba" in preview.read("/tin-tuc/doi-moi/")

"""The whole preview: a real site, a real server, edits as an editor makes them."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """
import os
PLUGINS = []
SITEURL = os.environ["SITEURL"]
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
ARTICLE_PATHS = ["tin-tuc"]
ARTICLE_SAVE_AS = ARTICLE_URL = "tin-tuc/{slug}/index.html"
DIRECT_TEMPLATES = ["index"]
READERS = {"rst": None, "html": None}
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
THEME = os.path.join(os.path.dirname(__file__), "theme")
DELETE_OUTPUT_DIRECTORY = True
"""
TEMPLATES = {
    "index.html": "<head></head>{% for a in articles %}{{ a.title }} {{ SITEURL }}{% endfor %}",
    "article.html": "<head></head>{{ article.content }}",
}
ARTICLE_FILE = "content/tin-tuc/doi-moi.md"
TEMPLATE_FILE = "theme/templates/article.html"
ARTICLE = "Title: Đổi mới sáng tạo\nDate: 2024-03-17\nSlug: doi-moi\n\nBản thứ nhất.\n"


class Preview:
    """A running preview and one open page of it."""

    def __init__(self, project: Path, *options: str) -> None:
        self._open = ExitStack()
        self.project = project
        self.process = subprocess.Popen(
            [sys.executable, "-m", "plugins.preview", *_options(project), *options],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout is not None
        address = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", address)
        assert found, address + self.process.stdout.read()
        self.port = int(found[1])
        self.events = self.request("GET", "/__preview__/events")

    def request(self, method: str, target: str) -> HTTPResponse:
        """The response to a request on a connection of its own."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        self._open.callback(connection.close)
        connection.request(method, target)
        return self._open.enter_context(connection.getresponse())

    def read(self, target: str) -> str:
        """The text at an address."""
        return self.request("GET", target).read().decode()

    def wait_for(self, expected: Callable[[dict[str, str]], bool]) -> dict[str, str]:
        """The next such status that an open page is told; one save may cause two builds."""
        while line := self.events.readline().decode():
            if line.startswith("data: "):
                status: dict[str, str] = json.loads(line.removeprefix("data: "))
                if expected(status):
                    return status
        pytest.fail("the server closed the connection")

    def wait_for_failure(self) -> dict[str, str]:
        """The status after a build that failed."""
        return self.wait_for(lambda status: status["title"] != "")

    def wait_for_version_after(self, version: str) -> dict[str, str]:
        """The status after a build that passed."""
        return self.wait_for(lambda status: status["version"] != version)

    def save(self, name: str, text: str) -> None:
        """Change a file of the site in one step, as editors do: no build sees half of it."""
        scratch = self.project / "scratch"
        scratch.write_text(text, encoding="utf-8")
        scratch.replace(self.project / name)

    def stop(self, signal_number: int) -> str:
        """What it printed after its address, once it has been stopped in good order."""
        self.process.send_signal(signal_number)
        printed, _ = self.process.communicate(timeout=10)
        self._open.close()
        assert self.process.returncode == 0
        return printed

    def wait_for_first_build(self) -> str:
        """The version of the first good build."""
        return self.wait_for_version_after("")["version"]


def _options(project: Path) -> list[str]:
    return [
        *("--content", str(project / "content")),
        *("--settings", str(project / "pelicanconf.py")),
        *("--output", str(project / "output")),
        *("--port", "0"),
    ]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site of one article with settings and a theme of its own."""
    (tmp_path / "content/tin-tuc").mkdir(parents=True)
    (tmp_path / ARTICLE_FILE).write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "theme/templates").mkdir(parents=True)
    for name, text in TEMPLATES.items():
        (tmp_path / "theme/templates" / name).write_text(text, encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    """A preview of that site that has just been started."""
    running = Preview(project)
    yield running
    assert "Đã dừng" in running.stop(signal.SIGINT)


def test_an_edit_reloads_the_open_page_and_serves_the_new_text(preview: Preview) -> None:
    first = preview.wait_for_first_build()
    page = preview.read("/tin-tuc/doi-moi/")
    assert "<p>Bản thứ nhất.</p>" in page
    assert f'data-version="{first}"' in page
    preview.save(ARTICLE_FILE, ARTICLE.replace("nhất", "hai"))
    second = preview.wait_for_version_after(first)
    assert second["title"] == second["report"] == ""
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
    assert "article.html" in failed["report"]
    assert preview.request("GET", "/__preview__/reload.js").status == 200
    preview.save(TEMPLATE_FILE, TEMPLATES["article.html"])
    mended = preview.wait_for_version_after(first)
    assert mended["title"] == mended["report"] == ""


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
    assert "RuntimeError: hỏng" in preview.wait_for_failure()["report"]
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
    assert "index.html" in running.wait_for_failure()["report"]
    response = running.request("GET", "/")
    assert response.status == 503
    assert "Chưa dựng được trang" in response.read().decode()
    running.stop(signal.SIGTERM)


def test_nothing_is_left_running(project: Path) -> None:
    running = Preview(project)
    running.wait_for_first_build()
    children = _children_of(running.process.pid)
    assert children
    running.stop(signal.SIGINT)
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]


def _children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


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
        [sys.executable, "-m", "plugins.preview", *_options(project), *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env=os.environ,
    )


def test_a_builder_that_was_killed_is_started_again(preview: Preview) -> None:
    first = preview.wait_for_first_build()
    for builder in _children_of(preview.process.pid):
        os.kill(builder, signal.SIGKILL)
    preview.save(ARTICLE_FILE, ARTICLE.replace("nhất", "hai"))
    preview.wait_for_failure()
    preview.save(ARTICLE_FILE, ARTICLE.replace("nhất", "ba"))
    preview.wait_for_version_after(first)
    assert "Bản thứ ba" in preview.read("/tin-tuc/doi-moi/")

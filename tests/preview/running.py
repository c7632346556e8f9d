"""A preview that is running: a real site, a real server, and one open page of it."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

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
            [sys.executable, "-m", "plugins.preview", *command_line(project), *options],
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
        self.url = f"http://127.0.0.1:{self.port}"
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

    def wait_for(self, expected: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next such status that an open page is told; one save may cause two builds."""
        while line := self.events.readline().decode():
            if line.startswith("data: "):
                status: dict[str, Any] = json.loads(line.removeprefix("data: "))
                if expected(status):
                    return status
        pytest.fail("the server closed the connection")

    def wait_for_failure(self) -> dict[str, Any]:
        """The status after a build that failed."""
        return self.wait_for(lambda status: status["failed"])

    def wait_for_version_after(self, version: str) -> dict[str, Any]:
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
        version: str = self.wait_for_version_after("")["version"]
        return version


def command_line(project: Path) -> list[str]:
    return [
        *("--content", str(project / "content")),
        *("--settings", str(project / "pelicanconf.py")),
        *("--output", str(project / "output")),
        *("--port", "0"),
    ]


def children_of(process: int) -> list[int]:
    """The processes that any thread of a process has started."""
    told = [file.read_text() for file in Path(f"/proc/{process}/task").glob("*/children")]
    return [int(child) for children in told for child in children.split()]

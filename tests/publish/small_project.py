"""A site of a few articles with settings and a theme of its own: published in half a second."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """
import os
from pathlib import Path
PLUGINS = []
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
ARTICLE_PATHS = ["tin-tuc"]
ARTICLE_SAVE_AS = ARTICLE_URL = "tin-tuc/{slug}/index.html"
DIRECT_TEMPLATES = ["index"]
READERS = {"rst": None, "html": None}
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
THEME = str(Path(__file__).parent / "theme")
"""
TEMPLATES = {
    "index.html": "{% for a in articles %}{{ a.title }}\n{% endfor %}",
    "article.html": "{{ article.content }}",
}


def make_project(folder: Path) -> None:
    """Settings, a theme and two articles."""
    (folder / "content/tin-tuc").mkdir(parents=True)
    (folder / "theme/templates").mkdir(parents=True)
    for name, text in TEMPLATES.items():
        (folder / "theme/templates" / name).write_text(text, encoding="utf-8")
    (folder / "publishconf.py").write_text(SETTINGS, encoding="utf-8")
    write_article(folder, "mot")
    write_article(folder, "hai")


def write_article(project: Path, slug: str, text: str = "Nội dung.") -> None:
    """An article in the content folder of a project."""
    header = f"Title: Tin {slug}\nDate: 2024-03-17\nSlug: {slug}\n\n"
    (project / f"content/tin-tuc/{slug}.md").write_text(header + text, encoding="utf-8")


def start(
    project: Path, *options: str, limit: Callable[[], object] | None = None, clock: str = ""
) -> subprocess.Popen[str]:
    """Begin the command, in a session of its own.

    Args:
        project: What `make_project` made.
        options: What else the command is told.
        limit: Sets limits in its process.
        clock: How far its clock is from ours, such as "-30d".
    """
    return subprocess.Popen(
        [
            *(("faketime", "--exclude-monotonic", "-f", clock) if clock else ()),
            *(sys.executable, "-m", "plugins.publish"),
            *options,
            *("--content", str(project / "content")),
            *("--settings", str(project / "publishconf.py")),
            *("--public", str(project / "public")),
        ],
        cwd=ROOT,
        env=os.environ | {"STORE_PATH": str(project / "kho"), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=limit,  # noqa: PLW1509  (no threads here; limits must be set in the child)
    )


def run(
    project: Path, *options: str, limit: Callable[[], object] | None = None, clock: str = ""
) -> subprocess.CompletedProcess[str]:
    """One run of the command to its end, told as `start` is."""
    with start(project, *options, limit=limit, clock=clock) as running:
        said, complained = running.communicate(timeout=60)
    return subprocess.CompletedProcess(running.args, running.returncode, said, complained)

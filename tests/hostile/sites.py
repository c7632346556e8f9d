"""Sites made of hostile lines, whole even where the gate would refuse every article."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.article_reader import markdown_body
from plugins.article_reader.article import ReadArticle
from plugins.core.text import slugify
from tests.conftest import BuiltSite, article, build_folder, write_files

ALERT, HOST = "alert(1)", "ke-xau.vi-du.vn"
_LINES = Path(__file__).with_name("lines.toml").read_text(encoding="utf-8")
LINES: dict[str, list[str]] = {
    name: [line.replace("ALERT", ALERT).replace("HOST", HOST) for line in lines]
    for name, lines in tomllib.loads(_LINES).items()
}
BODIES = {name: lines for name, lines in LINES.items() if name not in {"metadata", "names"}}


def bodies() -> dict[str, str]:
    """An article for each hostile line, by its file."""
    return {
        f"tin-tuc/{address(name, number)}.md": article(f"Bài {name} {number}", body=line)
        for name, lines in BODIES.items()
        for number, line in enumerate(lines)
    }


def groups(but: tuple[str, ...] = ()) -> dict[str, str]:
    """Few articles with many hostile lines each, for a browser that opens them all.

    Args:
        but: Lines that hold one of these are left out.
    """
    return {
        f"tin-tuc/{address(name, number)}.md": article(
            f"Bài {name} {number}", body="\n\nĐoạn thường.\n\n".join(lines)
        )
        for name, all_lines in BODIES.items()
        for number, lines in enumerate(_in_groups(all_lines, but))
    }


def _in_groups(all_lines: list[str], but: tuple[str, ...]) -> list[list[str]]:
    lines = [line for line in all_lines if not any(word in line for word in but)]
    return [lines[start : start + 6] for start in range(0, len(lines), 6)]


def headers() -> dict[str, str]:
    """An article for each hostile value, which stands in every field that takes text."""
    return {
        f"tin-tuc/{address('metadata', number)}.md": hostile_header(line, f"metadata-{number}")
        for number, line in enumerate(LINES["metadata"])
    }


def hostile_header(line: str, slug: str) -> str:
    """An article that says one thing in every field."""
    quoted = json.dumps(line)
    # AR024 refuses the others, for which Pelican would find no address.
    usable = "<" not in line and slugify(line)
    names = {"category": quoted, "tags": f"[{quoted}]"} if usable else {}
    return article(quoted, summary=quoted, source=quoted, author=quoted, slug=slug, **names)


def address(name: str, number: int) -> str:
    """The last part of the address of an article."""
    return f"{name}-{number}".replace("_", "-")


def build_whole(
    folder: Path,
    files: dict[str, str],
    patch: pytest.MonkeyPatch,
    *,
    walls: bool = True,
    refused: bool = False,
) -> BuiltSite:
    """A site with every article, however the gate judges it.

    Args:
        folder: Where content, output and store go.
        files: The content.
        patch: Undone by the caller.
        walls: Whether raw HTML is off and the sanitiser runs, as in public.
        refused: Whether articles that the reader refuses stay out, as in public.
    """
    if not refused:
        patch.setattr(ReadArticle, "usable", property(lambda article: "title" in article.header))
    patch.setattr("plugins.content_gate.plugin.stops", lambda _findings: False)
    if not walls:
        patch.setattr(markdown_body, "sanitise", lambda markup: markup)
        patch.setattr(markdown_body._Literal, "extendMarkdown", lambda _self, _md: None)
    write_files(folder / "content", files)
    return build_folder(
        folder / "content", folder / "output", {"STORE_PATH": str(folder / "store")}
    )


def pages(site: BuiltSite) -> Iterator[str]:
    """The names of all pages."""
    return (name for name in site.files if name.endswith(".html"))

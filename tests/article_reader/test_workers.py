"""Files that would stop the build stop themselves alone."""

import os

import pytest

from plugins.article_reader.article import ArticleReading, ReadArticle
from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.workers import Source, read_in_workers
from plugins.core.articles import Kind
from tests.conftest import BuildSite, article

SETTINGS = ArticleReaderSettings(seconds=0.5, megabytes=256)


class Stub(ArticleReading):
    """Does with a file what its content says."""

    def __init__(self) -> None:
        """Nothing is needed."""

    def read_file(self, path: str) -> ReadArticle:
        """Take the name of a file for its content."""
        return self.read(path, path.partition(" ")[2].encode())

    def read(self, path: str, content: bytes) -> ReadArticle:
        """Read, dawdle, eat or die."""
        if content == b"time":
            while True:
                pass
        if content == b"memory":
            return self.read(path, bytes(2_000_000_000))
        if content == b"death":
            os._exit(9)
        if content == b"fault":
            return self.read(path, str(1 / (len(content) - 5)).encode())
        return ReadArticle(
            path=path,
            kind=Kind.ARTICLE,
            header={},
            body=content.decode(),
            lead="",
            summary="",
            diagnostics=(),
        )


def read(*contents: str) -> dict[str, ReadArticle]:
    sources = [
        Source(path=f"tin-tuc/{number}.md {content}", kind=Kind.ARTICLE, digest="")
        for number, content in enumerate(contents)
    ]
    found = list(read_in_workers(Stub(), sources, SETTINGS))
    assert len(found) == len(sources)
    return {article.path.partition(" ")[0]: article for article in found}


def test_every_file_is_read_once() -> None:
    contents = [f"bài {number}" for number in range(120)]
    found = read(*contents)
    assert [found[f"tin-tuc/{n}.md"].body for n in range(120)] == contents


def test_a_fault_of_the_reader_names_its_file_and_spares_the_others() -> None:
    found = read("một", "fault", "hai")

    (told,) = found["tin-tuc/1.md"].diagnostics
    assert (told.code, told.path) == ("AR036", "tin-tuc/1.md fault")
    assert "ZeroDivisionError" in told.message
    assert [found[f"tin-tuc/{n}.md"].body for n in (0, 2)] == ["một", "hai"]


def test_nothing_to_read() -> None:
    assert read() == {}


@pytest.mark.parametrize("costly", ["time", "memory", "death"])
def test_what_costs_too_much_takes_no_other_file_with_it(costly: str) -> None:
    found = read("một", costly, "hai")
    assert [found[f"tin-tuc/{n}.md"].body for n in (0, 2)] == ["một", "hai"]
    assert [d.code for d in found["tin-tuc/1.md"].diagnostics] == ["AR030"]
    assert found["tin-tuc/1.md"].diagnostics[0].path.startswith("tin-tuc/1.md")


def test_a_bomb_is_named_and_the_other_findings_stand_beside_it(build_site: BuildSite) -> None:
    site = build_site(
        {
            "tin-tuc/bom.md": article(slug="bom", body="[" * 4000 + "a" + "](x" * 4000),
            "tin-tuc/sai.md": article(slug="sai", date="hôm nay"),
            "tin-tuc/dung.md": article(slug="dung"),
        },
        {"ARTICLE_READER": ArticleReaderSettings(seconds=1)},
    )
    assert site.exit_code == 1
    assert {"AR030", "AR011"} <= set(site.codes)
    assert {found.path for found in site.found("AR030")} == {"tin-tuc/bom.md"}

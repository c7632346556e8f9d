"""A store that is not as we left it is never believed; and what a build leaves alone."""

import gc
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

import pytest

from plugins.core.fingerprints import digest_of
from plugins.page_writer.rendering import Job
from tests.conftest import BuiltSite
from tests.page_writer.edited_site import EditedSite, differences

PAGES = f"pages/{digest_of(b'http://localhost:8000')}.sqlite3"
TEXTS, OTHERS = "texts.sqlite3", "other_articles.sqlite3"
LIE = "Chữ này không có trong bài nào"


@pytest.fixture
def built(edited_site: EditedSite) -> EditedSite:
    """The site, built once."""
    assert edited_site.build().exit_code == 0
    # A process of its own would have ended and let go of the stores.
    gc.collect()
    return edited_site


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the pages that are made anew from now on."""
    paths: list[str] = []

    def watched(*, make: Callable[[], bytes], path: str, **parts: object) -> Job:
        def noted() -> bytes:
            paths.append(path)
            return make()

        return Job(path=path, make=noted, **parts)  # type: ignore[arg-type]  # the parts of a job

    monkeypatch.setattr("plugins.page_writer.plugin.Job", watched)
    # With one processor nothing is made in children, of which this process would not hear.
    monkeypatch.setattr("os.sched_getaffinity", lambda _process: {0})
    return paths


def change(file: Path, statement: str, *values: object) -> None:
    """Change a store behind our back."""
    with closing(sqlite3.connect(file)) as database, database:
        assert database.execute(statement, values).rowcount


def without_output(site: EditedSite) -> BuiltSite:
    """Build into an empty folder, so that everything comes from the store."""
    shutil.rmtree(site.output)
    return site.build()


def is_clean(site: EditedSite, built: BuiltSite) -> bool:
    return differences(built, site.build_clean(), {}) == []


@pytest.mark.parametrize("name", [PAGES, TEXTS, OTHERS])
@pytest.mark.parametrize("share", [0, 0.02, 0.3, 0.6, 0.95])
def test_cut_off(built: EditedSite, name: str, share: float) -> None:
    file = built.store / name
    os.truncate(file, int(file.stat().st_size * share))
    assert is_clean(built, without_output(built))


@pytest.mark.parametrize("name", [PAGES, TEXTS, OTHERS])
def test_bytes_of_something_else_in_the_middle(built: EditedSite, name: str) -> None:
    file = built.store / name
    content = bytearray(file.read_bytes())
    for start in range(5000, len(content) - 600, 9000):
        content[start : start + 600] = os.urandom(600)
    file.write_bytes(content)
    assert is_clean(built, without_output(built))


@pytest.mark.parametrize("name", [PAGES, TEXTS, OTHERS])
def test_missing(built: EditedSite, name: str) -> None:
    (built.store / name).unlink()
    assert is_clean(built, without_output(built))


@pytest.mark.parametrize("name", [PAGES, TEXTS, OTHERS])
def test_of_another_version(built: EditedSite, name: str) -> None:
    """Tables of the same names that hold something else, or do not hold all."""
    file = built.store / name
    file.unlink()
    with closing(sqlite3.connect(file)) as database, database:
        for table in ("page", "shared", "article", "register", "body", "part", "kept"):
            database.execute(f"create table {table} (path text, html blob)")
            row = f"insert into {table} values ('index.html', 'cũ')"  # noqa: S608  (our own names)
            database.execute(row)
    assert is_clean(built, without_output(built))


def test_a_table_that_is_gone(built: EditedSite) -> None:
    for name, table in (
        (PAGES, "page"),
        (TEXTS, "body"),
        (TEXTS, "part"),
        (TEXTS, "register"),
        (OTHERS, "kept"),
    ):
        with closing(sqlite3.connect(built.store / name)) as database, database:
            database.execute(f"drop table {table}")
    assert is_clean(built, without_output(built))


def lie_in_a_page(file: Path) -> None:
    change(file, "update page set content = ? where path = 'index.html'", LIE.encode())


def lie_with_its_digest(file: Path) -> None:
    digest = blake2b(LIE.encode(), digest_size=16).hexdigest()
    statement = "update page set content = ?, digest = ? where path = 'index.html'"
    change(file, statement, LIE.encode(), digest)


def one_page_in_place_of_another(file: Path) -> None:
    change(
        file,
        "update page set (digest, content) ="
        " (select digest, content from page where path = '404.html') where path = 'index.html'",
    )


def text_in_place_of_bytes(file: Path) -> None:
    change(file, "update page set content = ?, digest = 7", LIE)


def no_parts(file: Path) -> None:
    change(file, "update page set parts = '', key = key || '0'")


@pytest.mark.parametrize(
    "edit",
    [
        lie_in_a_page,
        lie_with_its_digest,
        one_page_in_place_of_another,
        text_in_place_of_bytes,
        no_parts,
    ],
)
def test_an_edited_page(built: EditedSite, edit: Callable[[Path], None]) -> None:
    edit(built.store / PAGES)
    assert is_clean(built, without_output(built))


def test_a_lie_in_store_and_output(built: EditedSite) -> None:
    lie_with_its_digest(built.store / PAGES)
    (built.output / "index.html").write_text(LIE, encoding="utf-8")
    assert is_clean(built, built.build())


@pytest.mark.parametrize(
    ("name", "statement"),
    [
        (TEXTS, "update article set value = replace(value, 'Bài số', 'Bài sai số')"),
        (TEXTS, "update article set value = 7"),
        (TEXTS, "update article set seal = ''"),
        (TEXTS, "update body set html = html || 'sai'"),
        (TEXTS, "update body set html = x'ff00'"),
        (TEXTS, "update body set path = path || 'x'"),
        (TEXTS, "update part set value = replace(value, 'long', 'longer')"),
        (TEXTS, "update part set value = 7"),
        (TEXTS, "update part set seal = ''"),
        (TEXTS, "update part set path = path || 'x'"),
        (TEXTS, "delete from part"),
        (OTHERS, "update kept set value = x'00'"),
        (OTHERS, "update kept set value = substr(value, 1, length(value) / 2)"),
    ],
)
def test_an_edited_text(built: EditedSite, name: str, statement: str) -> None:
    """Also where pages are made anew from what the store says of texts."""
    change(built.store / name, statement)
    (built.store / PAGES).unlink()
    assert is_clean(built, without_output(built))


def test_a_register_that_is_said_to_be_the_old_one(built: EditedSite) -> None:
    built.state.terms["UBND"] = "ủy ban"
    clean = built.build_clean()
    with closing(sqlite3.connect(built.store.parent / "clean" / "store" / TEXTS)) as database:
        ((whole,),) = database.execute("select whole from register").fetchall()
    change(built.store / TEXTS, "update register set whole = ?", whole)
    assert differences(built.build(), clean, {}) == []


def test_code_of_another_version(
    built: EditedSite, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.page_writer.plugin.programs_fingerprint", lambda: "khác")
    site = built.build()
    assert {path for path in site.files if path.endswith((".html", ".xml"))} - set(made) <= {
        "sitemap.xml"
    }


def test_nothing_changed(built: EditedSite, made: list[str]) -> None:
    times = times_of(built)
    for path in built.content.rglob("*"):
        os.utime(path, (1, 1))
    assert built.build().exit_code == 0
    assert made == []
    assert times_of(built) == times


def test_what_is_built_for_another_address_drops_no_page_of_this_one(
    built: EditedSite, made: list[str]
) -> None:
    ours, public = built.state.settings, {"SITEURL": "https://khcn.example", "FEED_DOMAIN": ""}
    made_anew = []
    for settings in (public, ours, public):
        built.state.settings = settings
        made.clear()
        assert without_output(built).exit_code == 0
        made_anew.append(bool(made))
    assert made_anew == [True, False, False]


def test_the_same_content_in_another_place(built: EditedSite, made: list[str]) -> None:
    times = times_of(built)
    elsewhere = built.content.with_name("noi-khac")
    shutil.copytree(built.content, elsewhere)
    shutil.rmtree(built.content)
    built.content = elsewhere
    assert built.build().exit_code == 0
    assert made == []
    assert times_of(built) == times


def test_one_edit_leaves_other_pages_alone(built: EditedSite, made: list[str]) -> None:
    times = times_of(built)
    built.state.articles["tin-tuc/2024/bai-4.md"].body += " Thêm một chữ."
    built.build()
    later = times_of(built)
    assert "tin-tuc/bai-viet-so-4/index.html" in made
    assert not {"tin-tuc/bai-viet-so-1/index.html", "lien-he/index.html", "404.html"} & set(made)
    assert {path for path in times if times[path] != later[path]} <= {*made, "sitemap.xml"}


def test_a_page_that_somebody_edited(built: EditedSite, made: list[str]) -> None:
    (built.output / "index.html").write_text(LIE, encoding="utf-8")
    (built.output / "404.html").unlink()
    times = times_of(built)
    site = built.build()
    assert made == []
    later = times_of(built)
    assert {path for path in later if times.get(path) != later[path]} == {"index.html", "404.html"}
    assert is_clean(built, site)


def times_of(site: EditedSite) -> dict[str, int]:
    files = (path for path in site.output.rglob("*") if path.is_file())
    return {path.relative_to(site.output).as_posix(): path.stat().st_mtime_ns for path in files}

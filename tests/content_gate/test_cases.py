"""Hundreds of cases, each with everything that must be said of it and nothing else.

Two sites hold nearly all of them: one of the cases that stop no build, then, into the same
output folder, one of those that do.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.article_reader.article import ReadArticle
from plugins.article_reader.config import ArticleReaderSettings
from tests.conftest import BuiltSite, build_folder, write_files
from tests.content_gate.case_files import FOREIGN, Case, read_cases

CASES = read_cases()
SOUND = [case for case in CASES if not case.alone and not case.stops]
STOPPING = [case for case in CASES if not case.alone and case.stops]
ALONE = [case for case in CASES if case.alone]
# What every site holds: hosts for the links of the cases, and an article that is never at fault.
BASE = {
    "du-lieu/may-chu.toml": '[[host]]\nname = "bao.vi-du.vn"\n\n[[host]]\nname = ".chinhphu.vn"\n',
    "tin-tuc/tot.md": (
        "---\ntitle: Bài tốt\ndate: 17/03/2024\ncategory: Tin trong tỉnh\nsummary: Tốt.\n---\n"
        "\nTốt.\n"
    ),
}
# Beside the content folders, where nothing may ever be taken from.
ELSEWHERE = ("bi-mat.md", "bi-mat.pdf", "bi-mat.jpg", "bi-mat.txt", "kho/bi-mat.md")
# What is said of an agency that has not told its name yet.
OF_EVERY_SITE = {"SD002"}
# A hostile text may cost a test less than it may cost a build.
IMPATIENT = ArticleReaderSettings(seconds=1.5)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cases")
    write_files(folder, dict.fromkeys(ELSEWHERE, FOREIGN))
    return folder


def build(folder: Path, cases: list[Case], name: str, output: str = "output") -> BuiltSite:
    """A site of some cases, in place of the one that stood in the output before."""
    content = folder / name
    write_files(content, BASE)
    for case in cases:
        case.write(content)
    settings = {"STORE_PATH": str(folder / "store"), "ARTICLE_READER": IMPATIENT}
    return build_folder(content, folder / output, settings)


@pytest.fixture(scope="module")
def sound_site(folder: Path) -> BuiltSite:
    return build(folder, SOUND, "sound")


@pytest.fixture(scope="module")
def sound_files(sound_site: BuiltSite) -> Mapping[str, bytes]:
    return sound_site.files


@pytest.fixture(scope="module")
def stopped_site(folder: Path, sound_files: Mapping[str, bytes]) -> BuiltSite:
    return build(folder, STOPPING, "stopping")


def assert_told(case: Case, site: BuiltSite) -> None:
    """Everything is said of a case that must be, and nothing else."""
    found = case.found_in(site.diagnostics)
    sentences = "\n".join(f"{each.message}\n{each.remedy}" for each in found)

    assert sorted(map(case.shown, found)) == sorted(case.found), sentences
    assert [said for said in case.says if said not in sentences] == []
    assert all(each.message and each.remedy for each in found)


def test_there_are_hundreds_of_cases_and_no_two_have_one_name() -> None:
    assert len(CASES) >= 400
    assert len({case.label for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", SOUND, ids=str)
def test_a_case_that_stops_nothing_is_published(case: Case, sound_site: BuiltSite) -> None:
    assert_told(case, sound_site)
    written = [page for page in case.pages if sound_site.has(page)]
    assert bool(written) == bool(case.pages)
    for page in written:
        text = sound_site.page(page).text_content()
        assert [part for part in case.shows if part not in text] == []
        assert [part for part in case.hides if part in sound_site.read(page)] == []


@pytest.mark.parametrize("case", STOPPING, ids=str)
def test_a_case_that_stops_the_build_is_told(case: Case, stopped_site: BuiltSite) -> None:
    assert_told(case, stopped_site)


@pytest.mark.parametrize("case", ALONE, ids=str)
def test_a_case_with_a_site_of_its_own(case: Case, folder: Path) -> None:
    name = f"alone-{ALONE.index(case)}"
    site = build(folder, [case], name, f"{name}-output")

    assert_told(case, site)
    assert site.exit_code == int(case.stops)


def test_the_sites_end_as_their_cases_say(sound_site: BuiltSite, stopped_site: BuiltSite) -> None:
    assert (sound_site.exit_code, stopped_site.exit_code) == (0, 1)


def test_a_site_that_is_stopped_leaves_the_one_before_as_it_was(
    sound_files: Mapping[str, bytes], stopped_site: BuiltSite
) -> None:
    assert stopped_site.files == sound_files


def test_nothing_is_said_of_what_is_no_case(sound_site: BuiltSite, stopped_site: BuiltSite) -> None:
    for site, cases in ((sound_site, SOUND), (stopped_site, STOPPING)):
        files = {path for case in cases for path in case.files}
        others = {found.code for found in site.diagnostics if found.path not in files}
        assert others == OF_EVERY_SITE


def test_even_a_site_that_nobody_judges_holds_nothing_from_elsewhere(
    folder: Path, isolated_signals: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReadArticle, "usable", property(lambda article: "date" in article.header))
    monkeypatch.setattr("plugins.content_gate.plugin.stops", lambda _findings: False)
    cases = [case for case in STOPPING if case.label.startswith(("links", "paths", "pictures"))]
    site = build(folder, cases, "unjudged", "unjudged-output")

    assert len(site.files) > len(cases)
    everything = [*site.files.values(), *map(Path.read_bytes, files_of(folder / "store"))]
    assert not any(FOREIGN.encode() in content for content in everything)


def files_of(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]

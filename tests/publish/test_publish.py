"""The whole command: real builds of a small site, real releases, a real link."""

import json
import re
from pathlib import Path

import pytest

from plugins.publish.releases import locked
from tests.publish.small_project import make_project, run, write_article

INDEX = "theme/templates/index.html"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site of two articles."""
    make_project(tmp_path)
    return tmp_path


def release_names(project: Path) -> list[str]:
    """What lies in the folder of releases, hidden files aside."""
    return sorted(path.name for path in (project / ".releases").glob("[0-9]*") if path.is_dir())


def live_text(project: Path, page: str = "index.html") -> str:
    """What readers get."""
    return (project / "public" / page).read_text(encoding="utf-8")


def test_the_first_release_goes_live(project: Path) -> None:
    done = run(project)
    assert done.returncode == 0, done.stderr
    (name,) = release_names(project)
    assert (project / "public").readlink() == Path(".releases") / name / "site"
    assert f"Đã xuất bản bản {name}." in done.stdout
    assert "Chưa có bản nào trước để so" in done.stdout
    assert "3 trang mới, 0 trang thay đổi, 0 trang gỡ bỏ." in done.stdout
    digest = re.search(r"toàn bộ tệp: ([0-9a-f]{64})", done.stdout)
    assert digest
    assert name.endswith(f"Z-{digest[1][:12]}")
    assert sorted(path.name for path in (project / ".releases").iterdir()) == [".lock", name]


def test_the_next_release_says_what_it_changes_for_readers(project: Path) -> None:
    run(project)
    (project / "content/tin-tuc/mot.md").unlink()
    write_article(project, "hai", "Nội dung đã sửa.")
    write_article(project, "ba")
    done = run(project)
    assert done.stdout.splitlines()[-6:-1] == [
        "1 trang mới, 2 trang thay đổi, 1 trang gỡ bỏ.",
        "  mới: /tin-tuc/ba/",
        "  thay đổi: /",
        "  thay đổi: /tin-tuc/hai/",
        "  gỡ bỏ: /tin-tuc/mot/",
    ]
    assert "Nội dung đã sửa" in live_text(project, "tin-tuc/hai/index.html")
    assert "Chưa có bản nào trước" not in done.stdout
    assert len(release_names(project)) == 2


def test_publishing_the_same_again_is_no_release(project: Path) -> None:
    run(project)
    before = release_names(project)
    done = run(project)
    assert done.returncode == 0
    assert f"Không có gì thay đổi so với bản đang công khai ({before[0]})." in done.stdout
    assert release_names(project) == before


def test_a_build_that_fails_leaves_the_live_site_alone(project: Path) -> None:
    run(project)
    before, text = release_names(project), live_text(project)
    (project / INDEX).write_text("{% if %}", encoding="utf-8")
    done = run(project)
    assert done.returncode == 1
    assert "Trang công khai vẫn giữ nguyên như trước." in done.stderr
    assert (release_names(project), live_text(project)) == (before, text)
    assert not (project / ".releases/.building").exists()


def test_a_build_that_ends_well_without_a_site_is_no_release(project: Path) -> None:
    with (project / "publishconf.py").open("a", encoding="utf-8") as settings:
        settings.write("raise SystemExit(0)\n")
    done = run(project)
    assert done.returncode == 1
    assert "không có trang chủ" in done.stderr
    assert not (project / "public").exists()


def test_what_a_killed_run_left_behind_does_not_get_into_the_next(project: Path) -> None:
    leftover = project / ".releases/.building/site/cũ.html"
    leftover.parent.mkdir(parents=True)
    leftover.write_text("cũ", encoding="utf-8")
    assert run(project).returncode == 0
    assert not (project / "public/cũ.html").exists()


def test_a_real_folder_in_the_place_of_the_link_is_refused_before_the_build(project: Path) -> None:
    (project / "public").mkdir()
    for options in ([], ["rollback"]):
        done = run(project, *options)
        assert done.returncode == 1
        assert "không phải là liên kết" in done.stderr
    assert not (project / ".releases").exists()


def test_a_content_folder_that_is_not_there_is_named(project: Path) -> None:
    (project / "content").rename(project / "nội-dung")
    done = run(project)
    assert done.returncode == 1
    assert f"Không có thư mục nội dung {project / 'content'}." in done.stderr


def test_two_publishers_do_not_meet(project: Path) -> None:
    with locked(project / ".releases"):
        for options in ([], ["rollback"]):
            done = run(project, *options)
            assert done.returncode == 1
            assert "Một lần xuất bản khác đang chạy." in done.stderr


def test_a_rollback_says_what_it_did(project: Path) -> None:
    run(project)
    write_article(project, "ba")
    run(project)
    old, new = release_names(project)
    done = run(project, "rollback")
    assert done.returncode == 0
    assert done.stdout == f"Đã quay về bản {old}. Bản {new} không còn công khai.\n"
    assert "ba" not in live_text(project)


def test_a_release_after_a_rollback_does_not_lead_back_to_the_withdrawn_one(project: Path) -> None:
    run(project)
    for slug in ("sai", "dung"):
        write_article(project, slug)
        run(project)
        if slug == "sai":
            run(project, "rollback")
            (project / "content/tin-tuc/sai.md").unlink()
    assert "Tin dung" in live_text(project)
    run(project, "rollback")
    assert live_text(project) == "Tin hai\nTin mot\n"


def test_without_a_release_before_a_rollback_fails_and_changes_nothing(project: Path) -> None:
    nothing = run(project, "rollback")
    assert nothing.returncode == 1
    assert "Không có bản nào trước" in nothing.stderr
    run(project)
    before = (project / "public").readlink()
    assert run(project, "rollback").returncode == 1
    assert (project / "public").readlink() == before


def test_every_release_has_a_manifest_and_compressed_forms(project: Path) -> None:
    write_article(project, "ba", "Nội dung dài. " * 60)
    run(project)
    (name,) = release_names(project)
    manifest = json.loads((project / ".releases" / name / "manifest.json").read_bytes())
    assert manifest["release"] == name
    assert (project / "public/tin-tuc/ba/index.html.br").is_file()
    assert "tin-tuc/ba/index.html.br" in manifest["files"]
    assert manifest["addresses"] == ["/", "/tin-tuc/ba/", "/tin-tuc/hai/", "/tin-tuc/mot/"]


def test_unchanged_files_are_one_with_those_of_the_release_before(project: Path) -> None:
    run(project)
    write_article(project, "hai", "Nội dung đã sửa.")
    run(project)
    first, second = (
        project / ".releases" / name / "site/tin-tuc" for name in release_names(project)
    )
    assert (first / "mot/index.html").samefile(second / "mot/index.html")
    assert not (first / "hai/index.html").samefile(second / "hai/index.html")


def test_a_live_file_that_was_changed_is_mended_by_publishing_again(project: Path) -> None:
    run(project)
    page = project / "public/tin-tuc/mot/index.html"
    good = page.read_bytes()
    page.write_bytes(b"ca cuoc")
    assert run(project, "verify").returncode == 1
    run(project)
    assert page.read_bytes() == good
    assert run(project, "verify").returncode == 0


def test_releases_are_listed_newest_first(project: Path) -> None:
    assert run(project, "releases").stdout == ""
    run(project)
    write_article(project, "ba")
    run(project)
    run(project, "rollback")
    old, new = release_names(project)
    lines = run(project, "releases").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [new, old]
    assert lines[0].endswith("không ký  đã quay về bản trước")
    assert lines[1].endswith("không ký  đang công khai")


def test_while_frozen_a_site_is_built_and_not_shown(project: Path) -> None:
    run(project)
    write_article(project, "ba")
    frozen = run(project, "freeze", "--reason", "Kỳ họp")
    assert "Đã tạm khóa việc xuất bản: Kỳ họp." in frozen.stdout
    done = run(project)
    assert done.returncode == 1
    assert "Việc xuất bản đang tạm khóa: Kỳ họp." in done.stderr
    assert len(release_names(project)) == 1
    run(project, "thaw")
    assert run(project).returncode == 0
    run(project, "freeze")
    assert run(project, "rollback").returncode == 0


def test_a_key_that_is_not_there_stops_before_anything_is_built(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNING_KEY", str(project / "khóa"))
    done = run(project)
    assert done.returncode == 1
    assert f"Không có tệp {project / 'khóa'}." in done.stderr
    assert not (project / "public").exists()


CHECK = """
from plugins.core.diagnostics import error
def check(release):
    text = release.read("index.html").decode()
    if "Tin xau" in text:
        yield error("RC003", "index.html", 0, "có từ cấm", "bỏ đi")
    if len(release.files) < len(release.before):
        yield error("RC005", "", 0, "ít tệp quá", "xem lại")
    yield from (error("RC008", a, 0, "mất", "") for a in release.addresses if a[1:-1] == "mat")
RELEASE_CHECKS = [check]
"""


@pytest.fixture
def checked(project: Path) -> Path:
    """The project with a check of what goes live."""
    with (project / "publishconf.py").open("a", encoding="utf-8") as settings:
        settings.write(CHECK)
    return project


def test_what_a_check_finds_stops_a_release_and_is_told_with_the_changes(checked: Path) -> None:
    run(checked)
    write_article(checked, "xau")
    done = run(checked)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "index.html: RC003 có từ cấm",
        "    Cách sửa: bỏ đi",
        "Bản dựng không qua được lần kiểm tra cuối. Trang công khai vẫn giữ nguyên như trước.",
        "Nếu được công khai, bản này sẽ có:",
        "1 trang mới, 1 trang thay đổi, 0 trang gỡ bỏ.",
        "  mới: /tin-tuc/xau/",
        "  thay đổi: /",
    ]
    assert len(release_names(checked)) == 1


def test_what_concerns_the_whole_may_be_accepted_and_nothing_else(
    checked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(checked)
    (checked / "content/tin-tuc/mot.md").unlink()
    assert "cả bản: RC005 ít tệp quá" in run(checked).stderr
    monkeypatch.setenv("ACCEPT", "RC005, RC003")
    assert run(checked).returncode == 0
    write_article(checked, "xau")
    assert run(checked).returncode == 1


def test_a_target_that_may_not_be_written_is_told(project: Path) -> None:
    (project / "ghi").write_text("", encoding="utf-8")
    done = run(project, "--releases", str(project / "ghi/releases"))
    assert done.returncode == 1
    assert "Máy chủ từ chối: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "public").exists()

"""Taking a page down: in the content, and as a whole command on a real site."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.core.articles import ArticleRecord, Kind, SiteLink, Status
from plugins.old_addresses.reading import FILE, read_old_addresses
from plugins.old_addresses.withdrawing import (
    Withdrawal,
    append_lost,
    forget_name,
    record_at,
    take_down,
)
from tests.conftest import ROOT, article, write_files

ORDER = Withdrawal(address="/tin-tuc/a/", reason='Ghi "nhầm" số.', on=date(2024, 3, 20))


def record(path: str, url: str, *links: SiteLink) -> ArticleRecord:
    """A record of a text that links to others."""
    return ArticleRecord(
        path=path,
        kind=Kind.ARTICLE,
        status=Status.PUBLISHED,
        slug=url,
        title=url,
        url=url,
        date=None,
        links=links,
    )


def test_a_text_is_found_by_what_readers_see() -> None:
    records = [record("tin-tuc/a.md", "tin-tuc/a/"), record("trang/b.md", "b/")]
    for address in ("/tin-tuc/a/", "/tin-tuc/a", "tin-tuc/a/"):
        assert record_at(address, records) is records[0]
    assert record_at("/tin-tuc/c/", records) is None


def test_the_text_goes_the_notice_stands_and_links_lead_to_it(tmp_path: Path) -> None:
    text = "[x](a.md) [y](a.md#muc) [z](../tin-tuc/a.md 'a.md') aa.md [k](aa.md)\n\n[r]: a.md\n"
    write_files(tmp_path, {"tin-tuc/a.md": "a", "tin-tuc/b.md": text})
    links = [
        SiteLink(given=given, target="{filename}/tin-tuc/a.md", line=1)
        for given in ("a.md", "a.md#muc", "../tin-tuc/a.md")
    ]
    gone = record("tin-tuc/a.md", "tin-tuc/a/")
    other = record("tin-tuc/b.md", "tin-tuc/b/", *links)
    assert take_down(tmp_path, gone, [gone, other], ORDER) == ["tin-tuc/b.md"]
    assert not (tmp_path / "tin-tuc/a.md").exists()
    assert (tmp_path / "tin-tuc/b.md").read_text(encoding="utf-8") == (
        "[x](/tin-tuc/a/) [y](/tin-tuc/a/#muc) [z](/tin-tuc/a/ 'a.md') aa.md [k](aa.md)\n\n"
        "[r]: /tin-tuc/a/\n"
    )
    (entry,) = read_old_addresses(tmp_path).entries
    assert (entry.old.address, entry.withdrawn_on) == ("/tin-tuc/a/", date(2024, 3, 20))
    assert entry.reason == 'Ghi "nhầm" số.'


def test_what_went_along_is_noted_lists_lead_up_files_are_withdrawn(tmp_path: Path) -> None:
    built = tmp_path / "site"
    write_files(built, {"index.html": "", "the/index.html": ""})
    write_files(tmp_path, {FILE: "# Địa chỉ cũ.\n"})
    lost = ["/tep/a.pdf", "/the/x/", "/tin-tuc/2024/03/"]
    append_lost(tmp_path, lost, built, ORDER)
    reading = read_old_addresses(tmp_path)
    assert reading.diagnostics == ()
    assert [(entry.old.address, entry.old.to) for entry in reading.entries] == [
        ("/tep/a.pdf", ""),
        ("/the/x/", "/the/"),
        ("/tin-tuc/2024/03/", "/"),
    ]
    assert (tmp_path / FILE).read_text(encoding="utf-8").startswith("# Địa chỉ cũ.\n\n[[withdr")


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("documents:\n  - x\n  - kl-2024\ntags: a\n", "documents:\n  - x\ntags: a\n"),
        ("documents:\n- 'kl-2024'\ntags: a\n", "documents:\ntags: a\n"),
        ("documents: kl-2024, x\n", "documents: x\n"),
        ('documents: [x, "kl-2024"]\n', "documents: [x]\n"),
        ("documents: kl-2024\ntags: kl-2024\n", "documents:\ntags: kl-2024\n"),
    ],
)
def test_headers_name_it_no_more(tmp_path: Path, given: str, left: str) -> None:
    header = "---\ntitle: Một bài về kl-2024\n{}---\n\nkl-2024, kl-2024-2\n"
    write_files(tmp_path, {"tin-tuc/b.md": header.format(given)})
    other = replace(
        record("tin-tuc/b.md", "tin-tuc/b/"),
        header={"documents": ("x", "kl-2024")},
        lines={"documents": 3},
    )
    assert forget_name(tmp_path, other, "kl-2024")
    assert not forget_name(tmp_path, other, "kl-2025")
    assert (tmp_path / "tin-tuc/b.md").read_text(encoding="utf-8") == header.format(left)


def run(folder: Path, module: str, *options: str) -> subprocess.CompletedProcess[str]:
    """One run of a command on the content of a folder."""
    return subprocess.run(
        [
            *(sys.executable, "-m", module, *options),
            *("--content", str(folder / "content"), "--public", str(folder / "public")),
        ],
        cwd=ROOT,
        env=os.environ
        | {"STORE_PATH": str(folder / "kho"), "SITEURL": "https://example.gov.vn", "ACCEPT": ""},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A published site of two articles, of which one is alone under its tag and has a file."""
    files = {
        "tin-tuc/a.md": article("Bài một", slug="a", tags="Riêng", body="[Đơn](/tep/don.csv)"),
        "tin-tuc/b.md": article("Bài hai", slug="b", body="[Bài trước](a.md)", summary="Tóm tắt."),
        "tep/don.csv": "Họ tên,Năm\n",
    }
    write_files(tmp_path / "content", files)
    done = run(tmp_path, "plugins.publish")
    assert done.returncode == 0, done.stderr + done.stdout
    return tmp_path


def test_one_command_takes_a_page_down_with_everything_made_from_it(published: Path) -> None:
    public = published / "public"
    attached = [f.relative_to(public).as_posix() for f in public.rglob("don*.csv")]
    done = run(published, "plugins.old_addresses", "--address", "/tin-tuc/a/", "--reason", "Sai.")
    assert done.returncode == 0, done.stderr + done.stdout
    assert "Lý do: Sai." in (public / "tin-tuc/a/index.html").read_text(encoding="utf-8")
    texts = "".join(
        file.read_text(encoding="utf-8")
        for file in sorted(public.rglob("*"))
        if file.suffix in (".html", ".xml", ".json") and "tin-tuc/b" not in str(file)
    )
    assert "Bài một" not in texts
    assert len(attached) == 1
    assert not (public / attached[0]).exists()
    assert "url=/the/" in (public / "the/rieng/index.html").read_text(encoding="utf-8")
    purged = [line.strip() for line in done.stdout.partition("(CDN)")[2].splitlines()[1:]]
    assert f"https://example.gov.vn/{attached[0]}" in purged
    assert "https://example.gov.vn/tin-tuc/a/" in purged
    assert "https://example.gov.vn/lien-he/" not in purged
    assert "https://example.gov.vn/web.config" not in purged


def test_without_a_page_or_a_reason_nothing_is_changed(published: Path) -> None:
    missing = run(published, "plugins.old_addresses", "--address", "/x/", "--reason", "Sai.")
    assert (missing.returncode, "Không có bài" in missing.stderr) == (1, True)
    silent = run(published, "plugins.old_addresses", "--address", "/tin-tuc/a/", "--reason", " ")
    assert (silent.returncode, "lý do" in silent.stderr) == (1, True)
    assert (published / "content/tin-tuc/a.md").is_file()


def test_a_page_that_is_just_deleted_or_renamed_is_missed(published: Path) -> None:
    (published / "content/tin-tuc/b.md").write_text(article("Bài hai", slug="c"), encoding="utf-8")
    refused = run(published, "plugins.publish")
    assert refused.returncode == 1
    assert "tin-tuc/b/index.html: RC008" in refused.stderr
    assert 'from = "/tin-tuc/b/" và to = "/tin-tuc/"' in refused.stderr
    entry = '[[redirect]]\nfrom = "/tin-tuc/b/"\nto = "/tin-tuc/c/"\n'
    write_files(published / "content", {FILE: entry})
    assert run(published, "plugins.publish").returncode == 0

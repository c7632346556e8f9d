import json

import feedparser

from plugins.read_aloud.config import ReadAloudSettings
from tests.conftest import BuildSite, article

ALOUD = {"READ_ALOUD": ReadAloudSettings()}
REGISTER = '[[term]]\nshort = "UBND"\nlong = "Ủy ban nhân dân"\n'
FILES = {
    "tin-tuc/bai.md": article("Bài của UBND", body="UBND họp ngày 15/3, đạt 3/7 và 12/QĐ-QXYZ."),
    "tin-tuc/nhap.md": article("Nháp", status="draft"),
    "du-lieu/tu-viet-tat.toml": REGISTER,
}
FOLDER = "tin-tuc/bai/"


def test_every_article_has_a_recording_beside_its_page(build_site: BuildSite) -> None:
    site = build_site(FILES, ALOUD)
    assert site.read(FOLDER + "loi-doc.txt").startswith("Bài của Ủy ban nhân dân\n\n")
    assert "Ủy ban nhân dân họp ngày mười lăm tháng ba" in site.read(FOLDER + "loi-doc.txt")
    assert (site.folder / FOLDER / "doc-bai.mp3").read_bytes()[:3] == b"ID3"
    times = json.loads(site.read(FOLDER + "doc-bai.json"))
    assert [row[0] for row in times] == sorted(row[0] for row in times)
    assert not (site.folder / "ban-nhap/nhap/doc-bai.mp3").exists()


def test_what_the_reader_is_unsure_of_is_advice(build_site: BuildSite) -> None:
    site = build_site(FILES, ALOUD)
    assert [(d.path, d.line) for d in site.found("RA001")] == []
    (issuer,) = site.found("RA002")
    assert issuer.path == "tin-tuc/bai.md"
    site = build_site({"tin-tuc/bai.md": article("Bài", body="nhóm 3/7 kết quả")}, ALOUD)
    (fraction,) = site.found("RA001")
    assert "ba phần bảy" in fraction.message


def test_a_new_meaning_is_said_and_nothing_else_is_recorded_anew(build_site: BuildSite) -> None:
    other = {"tin-tuc/khac.md": article("Khác", body="Không có gì.")}
    site = build_site({**FILES, **other}, ALOUD)
    before = site.files
    spoken = REGISTER + 'spoken = "u bê"\n'
    after = build_site({"du-lieu/tu-viet-tat.toml": spoken}, ALOUD)
    assert after.read(FOLDER + "loi-doc.txt").startswith("Bài của u bê\n")
    assert after.files["tin-tuc/khac/doc-bai.mp3"] == before["tin-tuc/khac/doc-bai.mp3"]


def test_without_recordings_browsers_get_the_words(build_site: BuildSite) -> None:
    site = build_site(FILES, {"READ_ALOUD": ReadAloudSettings(engine="")})
    assert not (site.folder / FOLDER / "doc-bai.mp3").exists()
    rows = json.loads(site.read(FOLDER + "loi-doc.json"))
    assert rows[0][:4] == [0, 0, 12, "Bài của Ủy ban nhân dân"]
    assert site.read(FOLDER + "loi-doc.txt").startswith("Bài của Ủy ban nhân dân\n\n")
    assert 'data-words="/tin-tuc/bai/loi-doc.json"' in site.read(FOLDER + "index.html")
    assert site.found("RA002") != []


def test_nothing_is_read_aloud_where_nobody_should(build_site: BuildSite) -> None:
    site = build_site(FILES, {"READ_ALOUD": ReadAloudSettings(engine="none")})
    assert not [name for name in site.files if "doc" in name and name.startswith(FOLDER)]
    assert "giọng máy" not in site.read(FOLDER + "index.html")
    assert site.found("RA002") == []


def test_the_newest_recordings_are_a_feed(build_site: BuildSite) -> None:
    older = {"tin-tuc/cu.md": article("Bài cũ", date="16/03/2024", slug="cu")}
    hidden = {"tin-tuc/an.md": article("Bài ẩn", status="hidden")}
    site = build_site({**FILES, **older, **hidden}, {**ALOUD, "SITEURL": "https://so.example"})
    feed = feedparser.parse(site.read("nghe-tin.rss.xml"))
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == ["Bài của UBND", "Bài cũ"]
    (sound,) = feed.entries[0].enclosures
    assert sound.href == "https://so.example/tin-tuc/bai/doc-bai.mp3"
    assert int(sound.length) == len(site.files[FOLDER + "doc-bai.mp3"])
    assert feed.entries[0].published == "Sun, 17 Mar 2024 00:00:00 +0700"
    assert 'href="/nghe-tin.rss.xml"' in site.read("index.html")

"""What the reader does to the pages of real small sites."""

import pytest

from plugins.article_reader.config import ArticleReaderSettings
from tests.conftest import BuildSite, BuiltSite, article

SCHEDULED = {
    "tin-tuc/hen.md": article("Bài hẹn", date="17/03/2024 08:30", slug="bai-hen", scheduled="có")
}
MOMENT = 1_710_639_000  # 17 March 2024, 08:30 in Vietnam


def main_text(site: BuiltSite, url: str) -> str:
    return " ".join(site.page(url).xpath("//main")[0].text_content().split())


def test_a_scheduled_article_is_reachable_as_a_draft_before_its_moment(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT - 1))
    site = build_site(SCHEDULED)

    assert (site.exit_code, [found.code for found in site.found("AR020")]) == (0, ["AR020"])
    assert site.has("ban-nhap/bai-hen/index.html")
    assert not site.has("tin-tuc/bai-hen/index.html")
    assert "Bài hẹn" not in site.read("index.html")


def test_a_scheduled_article_is_public_from_its_moment(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
    site = build_site(SCHEDULED)

    assert site.found("AR020") == []
    assert not site.has("ban-nhap/bai-hen/index.html")
    assert "Bài hẹn" in site.read("index.html")


def test_a_draft_is_not_public_and_is_not_written_for_the_public(build_site: BuildSite) -> None:
    files = {
        "tin-tuc/a.md": article("Bài A"),
        "tin-tuc/nhap.md": article("Bài nháp", status="nháp"),
        "trang/nhap.md": "---\ntitle: Trang nháp\nslug: trang-nhap\nstatus: draft\n---\n\nX.\n",
    }
    site = build_site(files, {"DRAFT_SAVE_AS": "", "DRAFT_PAGE_SAVE_AS": ""})

    assert site.exit_code == 0
    assert [name for name in site.files if "nhap" in name] == []
    assert [name for name, text in site.files.items() if "nháp".encode() in text] == []


def test_a_hidden_article_has_an_address_and_stands_in_no_list(build_site: BuildSite) -> None:
    files = {"tin-tuc/a.md": article("Bài A"), "tin-tuc/an.md": article("Bài ẩn", status="ẩn")}
    site = build_site(files)

    naming = [name for name, text in site.files.items() if "Bài ẩn".encode() in text]
    assert naming == ["tin-tuc/an/index.html"]


@pytest.mark.parametrize("body", ["", "Đoạn hai.", "Câu mở đầu.\n\nĐoạn hai."])
def test_the_lead_is_shown_once(build_site: BuildSite, body: str) -> None:
    site = build_site({"tin-tuc/a.md": article(summary="Câu mở đầu.", body=body, slug="a")})

    assert main_text(site, "tin-tuc/a/").count("Câu mở đầu.") == 1


def test_links_between_files_become_addresses(build_site: BuildSite) -> None:
    site = build_site(
        {
            "tin-tuc/2024/a.md": article(body="[B](../b.md#muc) [lh]\n\n[lh]: /trang/lien-he.md"),
            "tin-tuc/b.md": article("Bài B", slug="bai-b", body="## Mục\n\n[A](2024/a.md)"),
            "trang/lien-he.md": "---\ntitle: Liên hệ\n---\n\n[A]({filename}/tin-tuc/2024/a.md)\n",
        }
    )

    assert site.exit_code == 0
    links = site.page("tin-tuc/a/").xpath("//main//p/a/@href")
    assert [link for link in links if "bai-b" in link or "lien-he" in link][:2] == [
        "/tin-tuc/bai-b/#muc",
        "/lien-he/",
    ]


def test_a_site_in_a_folder_of_a_server_links_to_itself(build_site: BuildSite) -> None:
    address = "https://example.vn/khcn"
    files = {"tin-tuc/a.md": article(body="[B](b.md) [thẻ](/the/)"), "tin-tuc/b.md": article()}
    site = build_site(files, {"SITEURL": address, "FEED_DOMAIN": address})

    assert site.exit_code == 0
    links = site.page("tin-tuc/a/").xpath("//a/@href | //script/@src | //link/@href")
    outside = [link for link in links if not link.startswith(("/khcn/", "#", "https:", "mailto:"))]
    assert outside == []
    assert {"/khcn/tin-tuc/b/", "/khcn/the/"} <= set(links)


def test_the_limits_of_the_reader_are_settings(build_site: BuildSite) -> None:
    settings = {"ARTICLE_READER": ArticleReaderSettings(size_limit=200)}
    site = build_site({"tin-tuc/a.md": article(body="dài " * 100)}, settings)

    assert site.codes == ["AR002"]
    assert site.found("AR002")[0].path == "tin-tuc/a.md"


def test_hostile_text_in_a_header_stays_text(build_site: BuildSite) -> None:
    hostile = "'\"><script>alert(1)</script> & {{ 7 * 7 }}'"
    site = build_site(
        {
            "tin-tuc/a.md": article(
                hostile, summary=hostile, source=hostile, author=hostile, slug="a"
            )
        }
    )

    assert site.exit_code == 0
    for name in ("tin-tuc/a/index.html", "index.html", "tin-tuc/index.html"):
        scripts = site.page(name).xpath("//script[not(@src)][not(@type='application/ld+json')]")
        assert scripts == []
        assert "<script>alert" not in site.read(name)
    assert '"><script>alert(1)</script> & {{ 7 * 7 }}' in main_text(site, "tin-tuc/a/")

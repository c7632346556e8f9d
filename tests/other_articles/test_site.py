"""Small real sites, and the first site."""

import os
from collections.abc import Callable

import pytest

from plugins.core.errors import SiteError
from plugins.other_articles import plugin
from tests.conftest import BuildSite, BuiltSite, article


def others(site: BuiltSite, url: str) -> list[str]:
    links = site.page(url).xpath("//*[contains(@class, 'other-articles')]//a/@href")
    return [link.strip("/").rpartition("/")[2] for link in links]


def test_the_report_lists_the_six_posts_of_its_source_in_order(first_site: BuiltSite) -> None:
    assert others(first_site, "tin-tuc/khcn-dia-phuong-phat-trien-nhanh-ben-vung/") == [
        "de-an-844-nang-cao-nang-luc",
        "cong-dien-an-toan-thong-tin-mang",
        "cuoc-thi-tim-hieu-phap-luat-khcn",
        "nhan-hieu-vai-hung-long",
        "nhan-hieu-banh-san-phong-chau",
        "nghiem-thu-phan-mem-quan-ly-thue",
    ]


def test_drafts_are_never_listed_and_hand_picked_come_first(build_site: BuildSite) -> None:
    site = build_site(
        {
            "tin-tuc/a.md": article(slug="a", date="01/03/2024", related="[d]"),
            "tin-tuc/b.md": article(slug="b", date="02/03/2024"),
            "tin-tuc/c.md": article(slug="c", date="03/03/2024", status="draft"),
            "tin-tuc/d.md": article(slug="d", date="04/03/2024", category="Khác"),
        }
    )
    assert site.codes == []
    assert others(site, "tin-tuc/a/") == ["d", "b"]


def test_one_article_has_no_list(build_site: BuildSite) -> None:
    site = build_site({"tin-tuc/a.md": article(slug="a")})
    assert site.exit_code == 0
    assert others(site, "tin-tuc/a/") == []


def test_picking_nothing_stops_the_build(build_site: BuildSite) -> None:
    site = build_site({"tin-tuc/a.md": article(slug="a", related="[khong-co]")})
    assert site.exit_code != 0
    assert [(found.path, found.field) for found in site.found("OA002")] == [
        ("tin-tuc/a.md", "related")
    ]


TWO = {
    "tin-tuc/a.md": article(slug="a", date="01/03/2024"),
    "tin-tuc/b.md": article(slug="b", date="02/03/2024"),
}


def test_another_process_compares(build_site: BuildSite, monkeypatch: pytest.MonkeyPatch) -> None:
    choose, here = plugin._choose, os.getpid()

    def choose_elsewhere(*what: object) -> object:
        assert os.getpid() != here
        return choose(*what)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(plugin, "_choose", choose_elsewhere)
    site = build_site(TWO)
    assert site.codes == []
    assert others(site, "tin-tuc/a/") == ["b"]


def test_what_fails_there_is_done_here(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(_order: bytes) -> object:
        message = "the body of tin-tuc/a.md is kept no more"
        raise SiteError(message)

    def get_ready(_site: object) -> Callable[[bytes], object]:
        return lost

    monkeypatch.setattr(plugin, "_get_ready", get_ready)
    assert others(build_site(TWO), "tin-tuc/a/") == ["b"]

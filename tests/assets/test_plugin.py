"""Pages of a real site load their assets, and each file they name is there."""

from lxml.html import HtmlElement

from tests.conftest import BuildSite, article


def loaded(page: HtmlElement) -> set[str]:
    """The paths of the style sheets and scripts that a page names."""
    targets = page.xpath("//link[@rel='stylesheet']/@href | //script/@src")
    return {target.removeprefix("/") for target in targets}


def test_every_asset_that_pages_name_is_written(build_site: BuildSite) -> None:
    site = build_site({"tin-tuc/a.md": article()})
    for url in ("", "tin-tuc/a/", "404.html"):
        assets = loaded(site.page(url))
        assert {path.rpartition("/")[2] for path in assets} >= {"site.css", "main.js"}
        assert all(site.has(path) for path in assets)


def test_links_to_assets_begin_where_the_site_does(build_site: BuildSite) -> None:
    site = build_site({"tin-tuc/a.md": article()}, {"SITEURL": "https://vi-du.vn/so-khcn"})
    assert all(target.startswith("so-khcn/giao-dien/") for target in loaded(site.page("")))


def test_what_a_script_imports_lies_beside_it(build_site: BuildSite) -> None:
    site = build_site({"tin-tuc/a.md": article()})
    (main,) = [path for path in site.files if path.endswith("/main.js")]
    folder = main.removesuffix("main.js")
    for component in ("accessibility-toolbar", "share-links"):
        assert site.has(f"{folder}components/{component}/{component}.js")


def test_content_does_not_move_the_assets(build_site: BuildSite) -> None:
    before = loaded(build_site({"tin-tuc/a.md": article(body="Một.")}).page(""))
    after = loaded(build_site({"tin-tuc/a.md": article(body="Hai.")}).page(""))
    assert before == after

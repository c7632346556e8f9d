"""The site map and robots.txt."""

from datetime import datetime

from plugins.core.dates import ZONE
from plugins.core.signals import WrittenFile
from plugins.discovery.addresses import Addresses
from plugins.discovery.crawling import robots, sitemap

ADDRESSES = Addresses(site_url="https://x.gov.vn", link_root="/")


def test_the_site_map_names_listed_pages_in_the_order_of_their_addresses() -> None:
    files = [
        WrittenFile(path="the/a&b/index.html", owner="tag", listed=True),
        WrittenFile(path="404.html", owner="not_found"),
        WrittenFile(
            path="index.html",
            owner="index",
            listed=True,
            modified=datetime(2024, 4, 11, 8, 30, tzinfo=ZONE),
        ),
    ]
    assert sitemap(files, ADDRESSES) == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url><loc>https://x.gov.vn/</loc><lastmod>2024-04-11T08:30:00+07:00</lastmod></url>\n"
        "<url><loc>https://x.gov.vn/the/a%26b/</loc></url>\n"
        "</urlset>\n"
    )


def test_crawlers_are_asked_to_leave_drafts_alone() -> None:
    assert robots(ADDRESSES, "ban-nhap/") == (
        "User-agent: *\nDisallow: /ban-nhap/\n\nSitemap: https://x.gov.vn/sitemap.xml\n"
    )


def test_without_an_address_robots_name_no_site_map() -> None:
    nowhere = Addresses(site_url="", link_root="/")
    assert robots(nowhere, "") == "User-agent: *\nDisallow:\n"

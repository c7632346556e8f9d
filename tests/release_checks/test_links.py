"""Links of built pages lead to files, and to places on their pages."""

import pytest

from tests.release_checks.conftest import MakeSite, findings, page

ARTICLE = {"tin-tuc/a/index.html": page('<h2 id="muc-1">Mục</h2>'), "tep/đơn.pdf": b"%PDF"}


@pytest.mark.parametrize(
    "link",
    [
        "/tin-tuc/a/",
        "/tin-tuc/a",
        "tin-tuc/a/#muc-1",
        "/tin-tuc/a/#:~:text=Tin",
        "/tin-tuc/a/?xem=1#",
        "/tep/%C4%91%C6%A1n.pdf",
        "#top",
        "",
        "https://chinhphu.vn/x",
        "mailto:a@b.vn",
    ],
)
def test_what_leads_somewhere_is_right(site: MakeSite, link: str) -> None:
    files = {**ARTICLE, "index.html": page(f'<a href="{link}">x</a>')}
    assert findings(site(files)) == []


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ('<a href="/tin-tuc/b/">x</a>', "RC001"),
        ('<a href="../a/">x</a>', "RC001"),
        ('<img src="/anh/x.webp" alt="">', "RC001"),
        ('<img src="/tep/đơn.pdf" srcset="/tep/đơn.pdf 1x, /anh/x.webp 2x" alt="">', "RC001"),
        ('<form action="/tim/"></form>', "RC001"),
        ('<a href="/tin-tuc/a/#muc-2">x</a>', "RC002"),
        ('<a href="#muc-1">x</a>', "RC002"),
    ],
)
def test_what_leads_nowhere_is_told(site: MakeSite, markup: str, code: str) -> None:
    assert findings(site({**ARTICLE, "c/d/index.html": page(markup)})) == [f"{code} c/d/index.html"]


def test_a_site_below_a_folder_is_left_by_links_that_forget_it(site: MakeSite) -> None:
    home = page('<a href="/so/a/">x</a>', '<link rel="canonical" href="https://x.vn/so/">')
    files = {"index.html": home, "a/index.html": page('<a href="https://x.vn/so/">x</a>')}
    assert findings(site(files)) == []
    files["a/index.html"] = page('<a href="https://x.vn/so/b/">x</a><a href="/a/">y</a>')
    assert findings(site(files)) == ["RC001 a/index.html"] * 2

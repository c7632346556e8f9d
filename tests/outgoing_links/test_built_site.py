"""Outgoing links on sites that Pelican builds."""

from plugins.core.diagnostics import Severity
from plugins.outgoing_links.config import OutgoingLinksSettings
from tests.conftest import BuildSite, BuiltSite, article

LINK = {"tin-tuc/a.md": article(body="Xem [trang ấy](https://la.com/).")}
LIST = '[[host]]\nname = "la.com"\nnote = "Đơn vị phối hợp"\n'


def test_a_link_to_a_stranger_stops_the_build_until_somebody_lists_it(
    build_site: BuildSite,
) -> None:
    refused = build_site(LINK)
    assert refused.exit_code == 1
    (found,) = refused.found("OL001")
    assert (found.path, found.line) == ("tin-tuc/a.md", 7)
    assert not refused.has("tin-tuc/a/index.html")

    listed = build_site({"du-lieu/may-chu.toml": LIST})
    assert listed.exit_code == 0
    assert listed.page("tin-tuc/a/").xpath("//a[@href='https://la.com/']")

    # What was read before depends on the list, too.
    assert build_site({"du-lieu/may-chu.toml": ""}).codes == ["OL001"]


def test_a_new_government_host_is_advice_with_and_without_a_list(build_site: BuildSite) -> None:
    files = {"tin-tuc/a.md": article(body="Xem [Bộ](https://most.gov.vn/).")}
    for more in ({}, {"du-lieu/may-chu.toml": LIST}):
        site = build_site({**files, **more})
        assert site.exit_code == 0
        assert [found.severity for found in site.found("OL002")] == [Severity.ADVICE]


def test_links_of_the_registers_stop_the_build(build_site: BuildSite) -> None:
    links = '[[site_link]]\ntext = "Lạ"\nurl = "https://la.com/"\n'
    site = build_site({"tin-tuc/a.md": article(), "du-lieu/lien-ket.toml": links})

    assert [(found.path, found.line) for found in site.found("OL001")] == [
        ("du-lieu/lien-ket.toml", 3)
    ]


def test_links_to_the_site_itself_need_no_list(build_site: BuildSite) -> None:
    identity = 'name = "Sở"\nsite_url = "https://la.com"\n'
    site = build_site({**LINK, "du-lieu/co-quan.toml": identity})

    assert site.found("OL001") == []


def test_a_fault_in_the_list_is_told_once(build_site: BuildSite) -> None:
    site = build_site({**LINK, "du-lieu/may-chu.toml": '[[host]]\nname = "https://la.com"\n'})

    assert site.codes == ["OL013", "OL001"]


def test_the_settings_say_what_a_farm_is(build_site: BuildSite) -> None:
    few = OutgoingLinksSettings(free_links=0, words_per_link=100)
    files = {**LINK, "du-lieu/may-chu.toml": LIST}

    assert build_site(files, {"OUTGOING_LINKS": few}).codes == ["OL009"]


def test_the_first_content_leads_nowhere_unlisted(first_site: BuiltSite) -> None:
    assert [each for each in first_site.diagnostics if each.code.startswith("OL")] == []

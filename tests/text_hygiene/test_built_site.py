"""Text hygiene on sites that Pelican builds."""

from plugins.core.diagnostics import Severity
from tests.conftest import BuildSite, BuiltSite, article

SLIPS_OF_THE_SOURCES = (
    "“Khoa học và Công”",
    "“thảo gỡ”",
    "“kính phí”",
    "“nhât”",
    "“tiền bộ kỹ thuật”",
    "“bao cáo”",
    "“70/ 2018/NĐ”",
    "“cấp thẩm quyền”",
    "“/s/”",
    "“[ký]”",
    "“DMST”",
)


def test_the_slips_of_the_two_sources_are_found(first_site: BuiltSite) -> None:
    found = [*first_site.found("TH001"), *first_site.found("TH002")]

    assert first_site.exit_code == 0
    missed = [s for s in SLIPS_OF_THE_SOURCES if not any(s in each.message for each in found)]
    assert missed == []


def test_the_first_content_has_names_in_two_ways_and_no_personal_data(
    first_site: BuiltSite,
) -> None:
    assert [each.message.split("”")[0] for each in first_site.found("TH003")] == [
        "ở đây viết “Thị Bích Thủy",
        "ở đây viết “Uỷ viên",
    ]
    hygiene = [each for each in first_site.diagnostics if each.code.startswith("TH")]
    assert {each.severity for each in hygiene} == {Severity.ADVICE}


def test_personal_data_is_a_warning_until_an_editor_clears_it(build_site: BuildSite) -> None:
    body = "Liên hệ 0912345678. Kính phí."
    warned = build_site({"tin-tuc/bai.md": article(body=body)})
    (found,) = warned.found("TH005")
    assert (found.path, found.line, found.severity) == ("tin-tuc/bai.md", 7, Severity.WARNING)
    assert "Kính phí" in warned.page("tin-tuc/bai/").text_content()

    reason = "Số trực ban đã công bố"
    cleared = build_site({"tin-tuc/bai.md": article(body=body, personal_data_cleared=reason)})
    assert cleared.exit_code == 0
    assert cleared.found("TH005") == []
    assert not any(reason.encode() in content for content in cleared.files.values())

"""Which declarations are taken, and what is said of the others."""

from datetime import datetime
from pathlib import Path

import pytest

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.portal_monitoring import (
    FILE,
    PortalMonitoring,
    read_data_file,
    read_portal_monitoring,
)
from plugins.core.security_policy import security_policy, security_policy_header
from plugins.portal_monitoring.declaration import check_declaration
from tests.conftest import write_files


def _page(status: Status = Status.PUBLISHED, template: str = "privacy") -> ArticleRecord:
    return ArticleRecord(
        path="trang/quyen-rieng-tu.md",
        kind=Kind.PAGE,
        status=status,
        slug="quyen-rieng-tu",
        title="Quyền riêng tư",
        url="quyen-rieng-tu/",
        date=datetime(2024, 3, 17),  # noqa: DTZ001  (as records have it)
        template=template,
    )


def _codes(content: Path, *pages: ArticleRecord) -> list[str]:
    file = read_data_file(content, code="PM001")
    return [found.code for found in check_declaration(file, pages)]


@pytest.mark.parametrize("text", ["", 'site_id = ""\n', 'site_id = "  "\n'])
def test_it_is_off_where_nothing_is_declared(tmp_path: Path, text: str) -> None:
    write_files(tmp_path, {FILE: text} if text else {})
    assert read_portal_monitoring(tmp_path) is None
    assert _codes(tmp_path) == []


def test_it_is_on_with_a_number_and_a_page_that_tells(tmp_path: Path) -> None:
    write_files(tmp_path, {FILE: 'site_id = " 1234 "\n'})
    monitoring = read_portal_monitoring(tmp_path)
    assert monitoring == PortalMonitoring(site_id="1234")
    assert _codes(tmp_path, _page()) == []


@pytest.mark.parametrize(
    ("text", "pages", "codes"),
    [
        ("site_id = 1234\n", [_page()], ["PM001"]),
        ('site = "1234"\n', [_page()], ["PM001"]),
        ('site_id = "12a4"\n', [_page()], ["PM002"]),
        ('site_id = "１２"\n', [_page()], ["PM002"]),
        ('site_id = "1\\" onload=\\"x"\n', [_page()], ["PM002"]),
        ('site_id = "1234"\n', [], ["PM003"]),
        ('site_id = "1234"\n', [_page(template="page")], ["PM003"]),
        ('site_id = "1234"\n', [_page(Status.HIDDEN)], ["PM003"]),
    ],
)
def test_what_is_wrong_is_told(
    tmp_path: Path, text: str, pages: list[ArticleRecord], codes: list[str]
) -> None:
    write_files(tmp_path, {FILE: text})
    assert _codes(tmp_path, *pages) == codes


def test_the_policy_opens_for_the_one_server_only() -> None:
    closed = security_policy(None)
    monitored = security_policy(PortalMonitoring(site_id="1234"))
    assert "https:" not in closed
    host = "https://f-emc.ngsp.gov.vn"
    added = {
        "script-src 'self'": f"script-src 'self' {host}",
        "img-src 'self'": f"img-src 'self' {host}",
        "connect-src 'self'": f"connect-src 'self' {host}",
    }
    expected = [added.get(each, each) for each in closed.split("; ")]
    assert monitored.split("; ") == expected
    assert security_policy_header(None) == f"{closed}; frame-ancestors 'none'"

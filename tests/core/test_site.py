"""What a build knows of its site: addresses, instant, settings of features."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import Struct

from plugins.core.errors import ConfigError
from plugins.core.pelican import build_instant, site_of
from plugins.core.site import Site


class SampleSettings(Struct, frozen=True, kw_only=True):
    """Settings of a feature that does not exist."""

    limit: int = 6


def site(tmp_path: Path, **settings: object) -> Site:
    return site_of(
        {
            "SITEURL": "",
            "PATH": str(tmp_path),
            "THEME": str(tmp_path),
            "STORE_PATH": str(tmp_path),
            **settings,
        }
    )


@pytest.mark.parametrize(
    ("given", "url", "link_root"),
    [
        ("", "", "/"),
        ("https://khcn.example", "https://khcn.example", "/"),
        ("https://khcn.example/", "https://khcn.example", "/"),
        ("https://example.vn/khcn", "https://example.vn/khcn", "/khcn/"),
        ("https://example.vn/so/khcn/", "https://example.vn/so/khcn", "/so/khcn/"),
        ("http://localhost:8000", "http://localhost:8000", "/"),
    ],
)
def test_the_root_of_links_follows_the_address(
    tmp_path: Path, given: str, url: str, link_root: str
) -> None:
    made = site(tmp_path, SITEURL=given)

    assert (made.url, made.link_root) == (url, link_root)


def test_a_feature_without_settings_gets_its_defaults(tmp_path: Path) -> None:
    assert site(tmp_path).settings_for("SAMPLE", SampleSettings) == SampleSettings()


def test_a_feature_gets_the_settings_of_its_name(tmp_path: Path) -> None:
    given = SampleSettings(limit=3)

    assert site(tmp_path, SAMPLE=given).settings_for("SAMPLE", SampleSettings) is given


def test_settings_of_another_class_stop_the_build(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"SAMPLE is a dict: write SAMPLE = SampleSettings"):
        site(tmp_path, SAMPLE={"limit": 3}).settings_for("SAMPLE", SampleSettings)


def test_the_given_instant_is_the_instant_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1710637200")

    assert build_instant() == datetime(2024, 3, 17, 1, tzinfo=UTC)
    assert build_instant().isoformat() == "2024-03-17T08:00:00+07:00"


def test_an_instant_that_is_no_number_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "hôm nay")

    with pytest.raises(ValueError, match="hôm nay"):
        build_instant()

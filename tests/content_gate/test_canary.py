"""Every build proves that its walls stand: without one of them there is no site."""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import pelicanconf
from plugins.article_reader import article as reading
from plugins.article_reader import markdown_body
from plugins.core.errors import SiteError
from tests.conftest import BuildSite, article

SITE = {"tin-tuc/a.md": article(slug="a")}


def unchanged(markup: str) -> str:
    return markup


def test_with_all_walls_the_canary_is_silent_and_nowhere_in_the_site(build_site: BuildSite) -> None:
    site = build_site(SITE)

    assert (site.exit_code, site.found("CG014")) == (0, [])
    assert [name for name, content in site.files.items() if b"canary" in content.lower()] == []


def test_without_the_sanitiser_the_build_fails(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markdown_body, "sanitise", unchanged)
    site = build_site(SITE)

    assert site.exit_code == 1
    assert any("style=" in found.message for found in site.found("CG014"))


def let_html_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown_body._Literal, "extendMarkdown", lambda _self, _md: None)


def test_with_raw_html_the_build_fails(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_html_in(monkeypatch)
    site = build_site(SITE)

    assert site.exit_code == 1
    assert site.found("CG014")


def test_without_both_walls_the_canary_comes_out_alive(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_html_in(monkeypatch)
    monkeypatch.setattr(markdown_body, "sanitise", unchanged)
    site = build_site(SITE)

    assert site.exit_code == 1
    assert any("<script>" in found.message for found in site.found("CG014"))


def test_without_escaping_templates_the_build_fails(build_site: BuildSite) -> None:
    bare = {**pelicanconf.JINJA_ENVIRONMENT, "autoescape": False}
    site = build_site(SITE, {"JINJA_ENVIRONMENT": bare})

    assert site.exit_code == 1
    assert any("<script>" in found.message for found in site.found("CG014"))


def test_with_a_reader_that_makes_nothing_the_build_fails(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "convert_body", lambda *_: "")
    site = build_site(SITE)

    assert site.exit_code == 1
    assert site.found("CG014")


def failing() -> None:
    raise ImportError


def doing_nothing() -> None:
    """Register as a plugin that was emptied."""


@pytest.mark.parametrize("broken", [None, failing, doing_nothing])
@pytest.mark.parametrize("plugin", pelicanconf.PLUGINS, ids=lambda plugin: plugin.__name__[8:])
def test_without_one_of_its_features_there_is_no_site(
    build_site: BuildSite, plugin: ModuleType, broken: Callable[[], None] | None
) -> None:
    others: list[Any] = [each for each in pelicanconf.PLUGINS if each is not plugin]
    if broken:
        others.append(SimpleNamespace(__name__=plugin.__name__, register=broken))

    # Without the gate it is the writer that refuses, at the end.
    with pytest.raises((SiteError, AttributeError)):
        build_site(SITE, {"PLUGINS": others})


def test_every_feature_is_asked_for() -> None:
    gate = import_module("plugins.content_gate.plugin")

    assert {plugin.__name__ for plugin in pelicanconf.PLUGINS} == gate._REQUIRED

"""Every component: its files, its description, each of its examples."""

import re
from pathlib import Path

import pytest
from jinja2 import nodes
from lxml import html

from tests.gallery import (
    THEME,
    Example,
    component_names,
    description_of,
    environment,
    examples,
    render,
)

SHARED_CLASSES = {"document-body", "prose", "visually-hidden"}
# What Markdown gives to the body of an official document.
DOCUMENT_CLASSES = {"clauses", "clause", "points", "point"}


def _fragment(example: Example) -> html.HtmlElement:
    return html.fragment_fromstring(render(environment(), example), create_parent="div")


def _folder(component: str) -> Path:
    return THEME / "components" / component


def _macro(component: str) -> nodes.Macro:
    source = (_folder(component) / f"{component}.html").read_text(encoding="utf-8")
    public = [
        macro
        for macro in environment().parse(source).find_all(nodes.Macro)
        if not macro.name.startswith("_")
    ]
    assert [macro.name for macro in public] == [component.replace("-", "_")]
    return public[0]


def _components_used(component: str) -> set[str]:
    source = (_folder(component) / f"{component}.html").read_text(encoding="utf-8")
    named = set(re.findall(r'"components/([a-z-]+)/', source))
    return named.union({component}, *(_components_used(name) for name in named))


def _named(example: Example) -> str:
    return f"{example.component}: {example.name}"


@pytest.mark.parametrize("component", component_names())
def test_a_component_is_files_named_after_their_folder(component: str) -> None:
    names = {path.name for path in _folder(component).iterdir()}
    assert {f"{component}.html", f"{component}.toml"} <= names
    assert names <= {f"{component}.{end}" for end in ("html", "toml", "css", "js")}


@pytest.mark.parametrize("component", component_names())
def test_a_description_names_the_parameters_of_the_macro(component: str) -> None:
    macro = _macro(component)
    names = [argument.name for argument in macro.args]
    required = names[: len(names) - len(macro.defaults)]
    described = description_of(component)
    assert [p["name"] for p in described["parameter"]] == names
    assert [p["name"] for p in described["parameter"] if p["required"]] == required
    assert described["description"]
    assert described["accessibility"]


@pytest.mark.parametrize("example", examples(), ids=_named)
def test_an_example_uses_only_classes_of_its_own(example: Example) -> None:
    blocks = _components_used(example.component)
    for name in " ".join(_fragment(example).xpath("//@class")).split():
        block = re.split("__|--", name)[0]
        assert block in blocks | SHARED_CLASSES | DOCUMENT_CLASSES or block.startswith("document-")


@pytest.mark.parametrize("example", examples(), ids=_named)
def test_an_example_has_no_inline_style_or_script(example: Example) -> None:
    fragment = _fragment(example)
    assert not fragment.xpath("//script | //style | //@style")
    assert not [name for e in fragment.iter() for name in e.attrib if name.startswith("on")]


@pytest.mark.parametrize("example", examples(), ids=_named)
def test_the_ids_of_an_example_are_unique(example: Example) -> None:
    ids = _fragment(example).xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("example", examples(), ids=_named)
def test_what_an_example_refers_to_by_id_is_there(example: Example) -> None:
    fragment = _fragment(example)
    assert set(fragment.xpath("//@aria-labelledby")) <= set(fragment.xpath("//@id"))


@pytest.mark.parametrize("example", examples(), ids=_named)
def test_a_landmark_and_a_control_have_names(example: Example) -> None:
    fragment = _fragment(example)
    for landmark in fragment.iter("nav"):
        assert landmark.get("aria-label")
    for control in fragment.xpath("//a | //button | //summary"):
        assert control.text_content().strip()
    for field in fragment.iter("input"):
        assert field.xpath("ancestor::label")


def test_hostile_text_stays_text() -> None:
    hostile = next(e for e in examples() if e.name == "row, hostile text")
    title = _fragment(hostile).xpath("//h3")[0]
    assert title.text_content() == '<b>5 < 7 & "8"</b>'


def test_the_toolbar_has_at_most_five_tab_stops_while_closed() -> None:
    toolbar = next(e for e in examples() if e.component == "accessibility-toolbar")
    stops = _fragment(toolbar).xpath("//summary | //button | //input | //a")
    assert len([e for e in stops if e.tag == "summary" or not e.xpath("ancestor::details")]) <= 5


def test_a_card_is_one_link_and_its_picture_is_silent() -> None:
    card = next(e for e in examples() if e.component == "article-card")
    fragment = _fragment(card)
    assert len(fragment.xpath("//a")) == 1
    assert fragment.xpath("//img/@alt") == [""]


def test_without_a_public_address_sharing_waits_for_scripts() -> None:
    hidden = next(e for e in examples() if e.name == "without a public address")
    fragment = _fragment(hidden)
    assert fragment.find("share-links").get("hidden") is not None
    assert not fragment.xpath("//a")

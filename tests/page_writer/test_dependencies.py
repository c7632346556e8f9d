"""What pages of a template are made from: nothing that could show on them is forgotten."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from plugins.core.errors import SiteError
from plugins.core.strings import Strings
from plugins.page_writer.dependencies import Dependencies, Parts
from plugins.page_writer.template_index import Reach, TemplateIndex

TEMPLATES = {
    "page.html": '{% extends "base.html" %}{% from "card.html" import card %}{{ card(article) }}',
    "base.html": '{% include "head.html" %}{{ t("a.b") }}',
    "card.html": "{% macro card(article) %}{{ article }}{{ place }}{% endmacro %}",
    "head.html": "{{ names | join }}{% for n in range(2) %}{{ n }}{% endfor %}",
    "alone.html": "{{ place }}",
}


def shared(
    template: str = "page",
    templates: dict[str, str] | None = None,
    sentence: str = "một",
    made_by: str = "mã",
    **values: object,
) -> Parts:
    environment = Environment(loader=DictLoader(TEMPLATES | (templates or {})), autoescape=True)
    environment.globals["t"] = Strings({"a": {"b": sentence}})
    known = {"names": ("An",), "place": "Hùng Long", "unused": 1} | values
    index = TemplateIndex(Path("none"), made_by)
    return Dependencies(environment, known, {"code": made_by}, index).shared(template)


def test_whatever_a_template_reaches_is_named() -> None:
    assert set(shared()) == {"code", "template", "t", "names", "place"}
    assert set(shared("alone")) == {"code", "template", "place"}


@pytest.mark.parametrize(
    ("part", "changed"),
    [
        ("t", {"sentence": "hai"}),
        ("names", {"names": ("An", "Bình")}),
        ("place", {"place": "Phong Châu"}),
        ("code", {"made_by": "mã khác"}),
        *(
            ("template", {"templates": {name: TEMPLATES[name] + "."}})
            for name in TEMPLATES
            if name != "alone.html"
        ),
    ],
)
def test_a_change_changes_its_part_alone(part: str, changed: dict[str, Any]) -> None:
    before, after = shared(), shared(**changed)
    assert {name for name in before if before[name] != after.get(name)} == {part}


def test_what_no_template_names_changes_nothing() -> None:
    assert shared(unused=2) == shared()
    assert shared("alone", sentence="hai", names=()) == shared("alone")


def test_a_function_of_which_nothing_is_known_is_refused() -> None:
    with pytest.raises(SiteError, match="place"):
        shared(place=len)


def test_a_template_by_a_name_that_is_worked_out_is_refused() -> None:
    with pytest.raises(SiteError, match=r"page\.html"):
        shared(templates={"page.html": "{% include place %}"})


def test_a_template_is_parsed_once_and_again_when_it_or_the_code_changes(tmp_path: Path) -> None:
    parsed: list[str] = []

    def find() -> Reach:
        parsed.append("")
        return Reach(names=("place",), others=("card.html",))

    def reach(source: str = "{{ place }}", made_by: str = "mã") -> Reach:
        index = TemplateIndex(tmp_path / "templates.json", made_by)
        found = index.reach(source, find)
        index.keep()
        return found

    assert reach() == reach() == find()
    assert len(parsed) == 2
    reach("{{ place }}.")
    reach("{{ place }}.", "mã khác")
    assert len(parsed) == 4
    file = tmp_path / "templates.json"
    file.write_bytes(file.read_bytes().replace(b"place", b"plaza"))
    reach("{{ place }}.", "mã khác")
    assert len(parsed) == 5

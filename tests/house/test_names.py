"""One feature, one word: folder, setting, value, tests, and its line in the table."""

import ast
import inspect
import re
from importlib import import_module

import pytest

from tests.house.source import FEATURES, PLUGINS, ROOT, modules

CONFIGURED = [feature for feature in FEATURES if (PLUGINS / feature / "config.py").is_file()]
# Pelican's own name for what links begin with; its templates and ours know it.
PELICANS = {"localsiteurl"}


def camel(feature: str) -> str:
    return "".join(word.capitalize() for word in feature.split("_"))


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_has_tests_under_its_own_word(feature: str) -> None:
    assert list((ROOT / "tests" / feature).glob("test_*.py"))


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_has_a_line_in_the_table(feature: str) -> None:
    assert f"\n| `{feature}` |" in (PLUGINS / "README.md").read_text(encoding="utf-8")


def test_the_table_names_no_feature_that_is_gone() -> None:
    table = (PLUGINS / "README.md").read_text(encoding="utf-8")

    assert sorted(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == FEATURES


def test_every_component_in_the_table_exists() -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in (PLUGINS / "README.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]
    named = [name for row in rows for name in re.findall(r"`([\w-]+)`", row[-1])]

    assert named
    assert [name for name in named if not (ROOT / "theme/components" / name).is_dir()] == []


@pytest.mark.parametrize("feature", CONFIGURED)
def test_settings_carry_the_word_and_explain_every_field(feature: str) -> None:
    config = import_module(f"plugins.{feature}.config")
    settings = getattr(config, f"{camel(feature)}Settings")
    explained = re.findall(r"^ {4,8}(\w+): ", settings.__doc__ or "", re.MULTILINE)

    parameters = inspect.signature(settings).parameters.values()

    assert settings.__struct_config__.frozen
    assert all(each.kind is inspect.Parameter.KEYWORD_ONLY for each in parameters)
    assert list(settings.__struct_fields__) == explained
    assert settings() == settings()


def test_a_feature_asks_for_the_setting_of_its_own_word_only() -> None:
    asked = [
        (name.split("/")[1], node.args[0].value)
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "settings_for"
        and isinstance(node.args[0], ast.Constant)
    ]

    assert asked
    assert [pair for pair in asked if str(pair[1]).lower() != pair[0]] == []


def given_values() -> list[tuple[str, str]]:
    """Every value that a feature puts on articles or into the context, by feature."""
    found = []
    for name, tree in modules():
        for node in ast.walk(tree):
            for target in node.targets if isinstance(node, ast.Assign) else ():
                value = ast.unparse(target)
                if match := re.fullmatch(r".*(?:\.content\.(\w+)|context\['(\w+)'\])", value):
                    found.append((name.split("/")[1], match[1] or match[2]))
    return found


def test_the_value_for_templates_carries_the_word() -> None:
    found = given_values()

    assert found
    assert [pair for pair in found if pair[0] != pair[1] and pair[1] not in PELICANS] == []


def test_names_that_say_nothing_are_not_used() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "data", "process", "handle", "misc"}
    names = {name.removesuffix(".py") for name, _ in modules()}

    assert {name for name in names if name.rpartition("/")[2] in empty} == set()

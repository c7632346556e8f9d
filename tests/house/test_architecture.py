"""Who may know whom, and how a feature joins the site."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
from blinker import NamedSignal
from pelican import signals as pelican_signals

import pelicanconf
from plugins.core import pelican as core_pelican
from plugins.core import signals as core_signals
from tests.house.source import FEATURES, PLUGINS, ROOT, imported, modules

JOINING = [plugin.__name__.rpartition(".")[2] for plugin in pelicanconf.PLUGINS]


def test_only_the_edge_knows_pelican() -> None:
    knowing = {
        name
        for name, tree in modules()
        if any(each.partition(".")[0] == "pelican" for each in imported(tree))
    }
    edge = {f"plugins/{feature}/plugin.py" for feature in FEATURES}

    assert knowing <= edge | {"plugins/core/pelican.py"}


def test_nothing_but_the_door_of_a_feature_imports_its_plugin_module() -> None:
    importing = {
        name.rpartition("/")[2]
        for name, tree in modules()
        if any(each.startswith("plugins.") and each.endswith(".plugin") for each in imported(tree))
    }

    assert importing <= {"__init__.py", "__main__.py"}


def test_no_feature_imports_another() -> None:
    crossing = [
        (name, each)
        for name, tree in modules()
        for each in imported(tree)
        if each.startswith("plugins.")
        and each.split(".")[1] in FEATURES
        and each.split(".")[1] != name.split("/")[1]
    ]

    assert crossing == []


def test_the_pipeline_lists_modules_each_once() -> None:
    assert all(isinstance(plugin, ModuleType) for plugin in pelicanconf.PLUGINS)
    assert len(set(JOINING)) == len(JOINING)


def test_every_feature_is_in_the_pipeline_or_is_a_command() -> None:
    registering = {
        feature for feature in FEATURES if hasattr(import_module(f"plugins.{feature}"), "register")
    }
    commands = {feature for feature in FEATURES if (PLUGINS / feature / "__main__.py").is_file()}

    assert registering == set(JOINING)
    assert set(FEATURES) == registering | commands


def test_listing_a_feature_does_not_load_pelican() -> None:
    names = ", ".join(f"plugins.{feature}" for feature in FEATURES)
    code = f"import sys, {names}\nsys.exit('pelican' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT)

    assert ended.returncode == 0


def connected() -> Iterator[Callable[..., Any]]:
    """Everything that is connected to Pelican's signals and to our own."""
    for receivers in core_pelican._receivers.values():
        yield from receivers
    questions = [each for each in vars(core_signals).values() if isinstance(each, NamedSignal)]
    for signal in (*questions, pelican_signals.get_writer):
        yield from signal.receivers_for(None)


@pytest.mark.usefixtures("isolated_signals")
@pytest.mark.parametrize("plugin", pelicanconf.PLUGINS, ids=JOINING)
def test_registering_connects_functions_of_the_plugin_module_only(plugin: ModuleType) -> None:
    plugin.register()

    receivers = list(connected())
    assert receivers
    for receiver in receivers:
        module = import_module(f"{plugin.__name__}.plugin")
        assert getattr(module, receiver.__name__, None) is receiver


@pytest.mark.usefixtures("isolated_signals")
@pytest.mark.parametrize("plugin", pelicanconf.PLUGINS, ids=JOINING)
def test_registering_twice_connects_once(plugin: ModuleType) -> None:
    plugin.register()
    once = list(connected())
    plugin.register()

    assert len(list(connected())) == len(once)


@pytest.mark.parametrize("feature", FEATURES)
def test_the_door_of_a_feature_is_small_and_says_what_it_is(feature: str) -> None:
    door = PLUGINS / feature / "__init__.py"

    assert len(door.read_text(encoding="utf-8").splitlines()) <= 25
    assert import_module(f"plugins.{feature}").__doc__

"""`make gallery`: every example of every component, as the site would show it.

One page for each combination of size, contrast and spacing, and one for each of the other choices,
for people who review them.
"""

import re
import shutil
import tomllib
from collections.abc import Iterator
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import escape
from msgspec import Struct
from PIL import Image

from pelicanconf import JINJA_ENVIRONMENT
from plugins.accessibility_toolbar.options import OPTIONS, ToolbarSwitch
from plugins.assets.bundle import read_bundle
from plugins.core.dates import date_full, date_iso, date_listed, date_short
from plugins.core.strings import load_strings

ROOT = Path(__file__).resolve().parents[1]
THEME = ROOT / "theme"
FOLDER = ROOT / ".gallery"


class Example(Struct, frozen=True, kw_only=True):
    """One way to call a component."""

    component: str
    name: str
    arguments: dict[str, Any]


def component_names() -> list[str]:
    """The folders of the components."""
    return sorted(folder.name for folder in (THEME / "components").iterdir())


def description_of(component: str) -> dict[str, Any]:
    """What the component says about itself."""
    path = THEME / "components" / component / f"{component}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def examples() -> list[Example]:
    """All examples of all components."""
    return list(_examples())


def _examples() -> Iterator[Example]:
    for component in component_names():
        for example in description_of(component)["example"]:
            yield Example(component=component, name=example["name"], arguments=example["arguments"])


def environment() -> Environment:
    """Jinja as the site has it, with what the features give to templates."""
    options: dict[str, Any] = dict(JINJA_ENVIRONMENT)
    folders = [THEME, THEME / "templates"]
    env = Environment(loader=FileSystemLoader(folders), **options)  # noqa: S701  (autoescape is among the options)
    env.globals.update(t=load_strings(THEME), link=partial("/{}".format))
    env.filters.update(
        date_full=date_full, date_iso=date_iso, date_listed=date_listed, date_short=date_short
    )
    return env


def render(env: Environment, example: Example) -> str:
    """The HTML of an example, called with a body of its own where the component takes one."""
    macro = example.component.replace("-", "_")
    path = f"components/{example.component}/{example.component}.html"
    source = (THEME / path).read_text(encoding="utf-8")
    opening, closing = "{{", "}}"
    if "caller" in source.rsplit("{% macro", maxsplit=1)[-1]:
        opening, closing = "{% call", "%}<p>Chủ Nhật, 17/03/2024</p>{% endcall %}"
    call = f'{{% from "{path}" import {macro} %}}{opening} {macro}(**arguments) {closing}'
    return env.from_string(call).render(arguments=example.arguments)


def modes() -> dict[str, dict[str, str]]:
    """What the root element says in each way of showing a page, by name; nothing for defaults."""
    spacing, *others = (*OPTIONS.text_switches, OPTIONS.abbreviations)
    single = {f"{each.name}-{each.value}": {f"data-{each.name}": each.value} for each in others}
    return {**_combinations(spacing), **single}


def _combinations(spacing: ToolbarSwitch) -> dict[str, dict[str, str]]:
    """The modes that change each other's look: every size with every contrast and spacing."""
    sizes = [option.value for option in OPTIONS.sizes]
    contrasts = [option.value for option in OPTIONS.contrasts]
    defaults = (sizes[0], contrasts[0], "")
    names = ("text-size", "contrast", spacing.name)
    return {
        "-".join(filter(None, mode)): {
            f"data-{name}": value
            for name, value, default in zip(names, mode, defaults, strict=True)
            if value != default
        }
        for mode in product(sizes, contrasts, ("", spacing.value))
    }


def page(body: str, mode: str) -> str:
    """A whole page of examples, with links to the same in other modes."""
    attributes = "".join(f' {name}="{value}"' for name, value in modes()[mode].items())
    others = " ".join(f'<a href="{other}.html">{other}</a>' for other in modes())
    return (
        f'<!doctype html><html lang="vi"{attributes}><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{mode}</title><link rel="stylesheet" href="site.css">'
        '<link rel="stylesheet" href="pages.css"></head>'
        f"<body><nav>{others}</nav><h1>{mode}</h1>{body}</body></html>"
    )


def main() -> None:
    """Write the pages with their style sheets and neutral pictures."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    bundle = read_bundle(THEME)
    for name, content in bundle.files.items():
        target = FOLDER / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    env = environment()
    parts = [
        f"<section><p><code>{e.component}: {escape(e.name)}</code></p>{render(env, e)}</section>"
        for e in examples()
    ]
    body = "\n".join(parts).replace('"/anh/', '"anh/')
    (FOLDER / "anh").mkdir()
    for picture in set(re.findall(r'"(anh/[^" ]+)', body)):
        Image.new("RGB", (480, 320), "#cbd5de").save(FOLDER / picture)
    for mode in modes():
        (FOLDER / f"{mode}.html").write_text(page(body, mode), encoding="utf-8")
    print(f"{len(parts)} examples in {len(modes())} modes: {FOLDER / next(iter(modes()))}.html")


if __name__ == "__main__":
    main()

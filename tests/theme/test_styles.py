"""The style sheets: known tokens, own blocks, readable colours in every mode."""

import re
from itertools import product
from pathlib import Path

import pytest

from plugins.accessibility_toolbar.options import OPTIONS
from plugins.assets.bundle import read_bundle
from tests.contrast import Colour, contrast
from tests.gallery import THEME, component_names

IMPORTED = sorted(THEME.glob("styles/*.css")) + sorted(THEME.glob("components/*/*.css"))
SHEETS = [*IMPORTED, THEME / "print.css"]
TOKENS = (THEME / "styles" / "tokens.css").read_text(encoding="utf-8")
PREFERENCES = (THEME / "styles" / "preferences.css").read_text(encoding="utf-8")
PREFERENCES_SCRIPT = (THEME / "preferences.js").read_text(encoding="utf-8")
TOOLBAR_SCRIPT = (THEME / "components/accessibility-toolbar/accessibility-toolbar.js").read_text(
    encoding="utf-8"
)
TEXTS = ("text", "quiet", "link", "visited", "lacquer")
GROUNDS = ("page", "surface")
# The first choice of contrasts is the system's.
MODES = tuple(contrast.value for contrast in OPTIONS.contrasts[1:])
# Blocks that Markdown and the features write into bodies, beside the components' own.
BODY_BLOCKS = {
    "document-sheet": (
        "document-body",
        "document-recipients",
        "document-signature",
        "prose",
        "page-header",
    ),
    "article-card": ("picture",),
    "article-list": ("article-card",),
}


def _without_comments(sheet: str) -> str:
    return re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)


def _blocks(sheet: str) -> list[tuple[str, dict[str, str]]]:
    """Innermost rules with their declarations."""
    rules = re.findall(r"([^{};]+)\{([^{}]*)\}", _without_comments(sheet))
    return [
        (" ".join(selector.split()), dict(re.findall(r"([\w-]+):\s*([^;]+);", body)))
        for selector, body in rules
    ]


def _colours(mode: str) -> dict[str, str]:
    """The colours of a mode: the default ones, and what an explicit choice changes."""
    base = next(values for selector, values in _blocks(TOKENS) if selector == ":root")
    chosen = [
        v for s, v in _blocks(PREFERENCES) if s.startswith(f':root:is([data-contrast="{mode}"],')
    ]
    return base | (chosen[0] if chosen else {})


def _value(colours: dict[str, str], name: str) -> Colour:
    """The colour of a token, followed through references to others."""
    value = colours[f"--color-{name}"]
    reference = re.fullmatch(r"var\(--color-([a-z-]+)\)", value)
    return _value(colours, reference[1]) if reference else _colour(value)


def _colour(written: str) -> Colour:
    digits = written.lstrip("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    return tuple(int(digits[i : i + 2], 16) for i in (0, 2, 4))


@pytest.mark.parametrize(
    ("mode", "text", "ground"),
    list(product(MODES, TEXTS, GROUNDS)),
)
def test_text_is_readable_in_every_mode(mode: str, text: str, ground: str) -> None:
    colours = _colours(mode)
    least = 12 if mode.startswith("high") else 7
    assert contrast(_value(colours, text), _value(colours, ground)) >= least


@pytest.mark.parametrize("mode", MODES)
def test_bands_are_readable_in_every_mode(mode: str) -> None:
    colours = _colours(mode)
    least = 12 if mode.startswith("high") else 7
    assert contrast(_value(colours, "band-text"), _value(colours, "band")) >= least


@pytest.mark.parametrize(("mode", "ground"), list(product(MODES, GROUNDS)))
def test_lines_and_the_focus_ring_are_visible_in_every_mode(mode: str, ground: str) -> None:
    colours = _colours(mode)
    for part in ("line", "focus"):
        assert contrast(_value(colours, part), _value(colours, ground)) >= 4.5


def test_a_set_of_colours_is_the_same_by_choice_and_by_system() -> None:
    by_system = re.findall(
        r"@media ([^{]+) \{\s*:root:not[^{]+\{([^}]*)\}", _without_comments(PREFERENCES)
    )
    modes = {
        "(prefers-color-scheme: dark)": "dark",
        "(prefers-contrast: more)": "high-light",
        "(prefers-contrast: more) and (prefers-color-scheme: dark)": "high-dark",
    }
    assert {query for query, _ in by_system} == set(modes)
    for query, body in by_system:
        start = f':root:is([data-contrast="{modes[query]}"],'
        chosen = next(v for s, v in _blocks(PREFERENCES) if s.startswith(start))
        assert dict(re.findall(r"([\w-]+):\s*([^;]+);", body)) == chosen


def test_toolbar_script_and_style_sheet_offer_the_same_choices() -> None:
    sizes = [option.value for option in OPTIONS.sizes]
    contrasts = [option.value for option in OPTIONS.contrasts]
    switches = [(s.name, s.value) for s in (*OPTIONS.text_switches, OPTIONS.abbreviations)]
    in_script = dict(re.findall(r'"?([\w-]+)"?: \[([^]]+)\]', PREFERENCES_SCRIPT))
    values = {name: re.findall(r'"([^"]+)"', listed) for name, listed in in_script.items()}
    assert values == {
        "text-size": sizes[1:],
        "contrast": contrasts[1:],
        **{name: [value] for name, value in switches},
    }
    in_sheet = re.findall(r'data-([a-z-]+)="([^"]+)"', PREFERENCES)
    # Light is what the tokens are without a system's preference.
    expected = [("text-size", size) for size in sizes[1:]]
    expected += [("contrast", contrast) for contrast in contrasts[1:] if contrast != "light"]
    assert sorted(in_sheet) == sorted([*expected, *switches])


def test_both_scripts_keep_choices_under_one_key() -> None:
    key = re.compile(r'KEY = "([^"]+)"')
    assert key.findall(PREFERENCES_SCRIPT) == key.findall(TOOLBAR_SCRIPT)


def test_every_token_is_known_and_used() -> None:
    sheets = "".join(_without_comments(sheet.read_text(encoding="utf-8")) for sheet in SHEETS)
    used = set(re.findall(r"var\((--[\w-]+)", sheets))
    defined = set(re.findall(r"(--[\w-]+):", _without_comments(TOKENS)))
    assert used == defined


def test_colours_stand_only_among_the_tokens() -> None:
    for sheet in SHEETS:
        if sheet.stem in {"tokens", "preferences", "print"}:
            continue
        assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl", sheet.read_text(encoding="utf-8")), sheet


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_a_sheet_keeps_the_rules_of_the_house(sheet: Path) -> None:
    text = _without_comments(sheet.read_text(encoding="utf-8"))
    assert "!important" not in text
    for selector, _ in _blocks(text):
        # No ids, and no nesting, which the last Chrome for Windows 7 does not know.
        assert "#" not in selector
        assert "&" not in selector


@pytest.mark.parametrize(
    "component", [n for n in component_names() if (THEME / f"components/{n}/{n}.css").exists()]
)
def test_a_component_styles_only_its_own_block(component: str) -> None:
    sheet = (THEME / f"components/{component}/{component}.css").read_text(encoding="utf-8")
    for selector, _ in _blocks(sheet):
        for part in re.split(r",(?![^(]*\))", selector):
            first = re.search(r"\.([\w-]+)", part)
            if first:
                block = re.split("__|--", first[1])[0]
                assert block in (component, *BODY_BLOCKS.get(component, ())), part


def test_the_tables_of_contents_name_every_sheet_once() -> None:
    contents = "".join(
        (THEME / name).read_text(encoding="utf-8")
        for name in ("main.css", "pages.css", "listening.css")
    )
    named = re.findall(r'url\("([^"]+)"\)', contents)
    assert sorted(named) == sorted(sheet.relative_to(THEME).as_posix() for sheet in IMPORTED)


def test_headings_leave_room_for_stacked_marks() -> None:
    """1.395 is the height of Ổ over Ợ in the font: see theme/fonts/README.md."""
    leadings = re.findall(r"--leading-[a-z]+: ([\d.]+);", TOKENS)
    assert min(map(float, leadings)) >= 1.4


def test_the_bundle_is_complete_and_its_fonts_are_small() -> None:
    files = read_bundle(THEME).files
    fonts = {name: content for name, content in files.items() if name.endswith(".woff2")}
    assert len(fonts) == 2
    assert all(len(content) <= 20_000 for content in fonts.values())
    assert {"site.css", "pages.css", "print.css", "preferences.js", "main.js"} <= set(files)

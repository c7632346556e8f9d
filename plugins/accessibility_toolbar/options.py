"""What the toolbar offers. The first choice of each group is the default; switches are off."""

from msgspec import Struct


class ToolbarOption(Struct, frozen=True, kw_only=True):
    """One choice.

    Attributes:
        value: As in the attribute on `<html>` and in the form.
        key: Of its label in the theme's sentences, below `accessibility-toolbar`.
    """

    value: str
    key: str


class ToolbarSwitch(Struct, frozen=True, kw_only=True):
    """Something that is on or off.

    Attributes:
        name: Of the attribute on `<html>` and in the form; also the key of its label.
        value: What the attribute is while it is on.
    """

    name: str
    value: str


class ToolbarOptions(Struct, frozen=True, kw_only=True):
    """The groups of choices.

    Attributes:
        sizes: Percent of the size that the reader has set in the browser.
        text_switches: More about how text is set; they stand below the sizes.
        contrasts: The first follows the reader's system.
        abbreviations: Shows what abbreviations stand for.
    """

    sizes: tuple[ToolbarOption, ...]
    text_switches: tuple[ToolbarSwitch, ...]
    contrasts: tuple[ToolbarOption, ...]
    abbreviations: ToolbarSwitch


def _group(prefix: str, values: tuple[str, ...]) -> tuple[ToolbarOption, ...]:
    return tuple(ToolbarOption(value=value, key=f"{prefix}-{value}") for value in values)


OPTIONS = ToolbarOptions(
    sizes=_group("size", ("100", "125", "150", "200")),
    text_switches=(
        ToolbarSwitch(name="spacing", value="wide"),
        ToolbarSwitch(name="font", value="plain"),
    ),
    contrasts=_group("contrast", ("system", "light", "dark", "high-light", "high-dark")),
    abbreviations=ToolbarSwitch(name="abbreviations", value="long"),
)

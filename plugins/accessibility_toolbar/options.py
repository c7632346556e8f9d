"""What the toolbar offers. The first choice of each group is the default."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolbarOption:
    """One choice.

    Attributes:
        value: As in the attribute on `<html>` and in the form.
        key: Of its label in the theme's sentences, below `accessibility-toolbar`.
    """

    value: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolbarOptions:
    """The groups of choices.

    Attributes:
        sizes: Percent of the size that the reader has set in the browser.
        contrasts: The first follows the reader's system.
    """

    sizes: tuple[ToolbarOption, ...]
    contrasts: tuple[ToolbarOption, ...]


def _group(prefix: str, values: tuple[str, ...]) -> tuple[ToolbarOption, ...]:
    return tuple(ToolbarOption(value=value, key=f"{prefix}-{value}") for value in values)


OPTIONS = ToolbarOptions(
    sizes=_group("size", ("100", "125", "150", "200")),
    contrasts=_group("contrast", ("system", "light", "dark", "high-light", "high-dark")),
)

"""The choices of the toolbar."""

from plugins.accessibility_toolbar.options import OPTIONS
from plugins.core.strings import load_strings
from tests.gallery import THEME


def test_the_first_choices_are_the_defaults() -> None:
    assert OPTIONS.sizes[0].value == "100"
    assert OPTIONS.contrasts[0].value == "system"


def test_every_choice_has_its_label() -> None:
    t = load_strings(THEME)
    labels = [t(f"accessibility-toolbar.{o.key}") for o in (*OPTIONS.sizes, *OPTIONS.contrasts)]
    assert labels == [
        "Thường",
        "Lớn",
        "Rất lớn",
        "Lớn nhất",
        "Theo cài đặt của máy",
        "Nền sáng",
        "Nền tối",
        "Tương phản cao: chữ đen nền trắng",
        "Tương phản cao: chữ vàng nền đen",
    ]


def test_every_switch_has_its_label() -> None:
    t = load_strings(THEME)
    switches = (*OPTIONS.text_switches, OPTIONS.abbreviations)
    assert [t(f"accessibility-toolbar.{switch.name}") for switch in switches] == [
        "Giãn rộng chữ và dòng",
        "Phông chữ của máy",
        "Hiện dạng viết đầy đủ",
    ]

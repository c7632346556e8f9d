"""Connects reading aloud to Pelican and to the questions of other features."""

from pathlib import Path

from pelican import Pelican
from pelican.settings import read_settings

from plugins.core.abbreviations import Abbreviations, abbreviations_of
from plugins.core.pelican import site_of

_ROOT = Path(__file__).resolve().parents[2]


def abbreviations_of_project(content: Path) -> Abbreviations:
    """The abbreviations of a content folder, by the project's own settings; nothing is built.

    Args:
        content: The content folder, absolute.
    """
    settings = read_settings(str(_ROOT / "pelicanconf.py"), override={"PATH": str(content)})
    return abbreviations_of(site_of(Pelican(settings).settings))

from pathlib import Path

import pytest

from plugins.core.abbreviations import Abbreviations
from plugins.glossary.plain_text import RegisterAbbreviations
from plugins.glossary.reading import read_register_of

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def known() -> Abbreviations:
    """The register of the site, which the labels need."""
    return RegisterAbbreviations(read_register_of(CONTENT).terms)

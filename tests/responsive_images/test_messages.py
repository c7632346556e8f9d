"""Each fault of a picture has its code, and tells the editor what to do."""

import pytest

from plugins.responsive_images.config import ResponsiveImagesSettings
from plugins.responsive_images.decoding import Fault
from plugins.responsive_images.messages import faulty_picture

CODES = {
    Fault.WRONG_FORMAT: "IM004",
    Fault.HEIC: "IM004",
    Fault.SVG: "IM004",
    Fault.TOO_HEAVY: "IM005",
    Fault.TOO_MANY_PIXELS: "IM005",
    Fault.TOO_LONG: "IM005",
    Fault.EMPTY: "IM006",
    Fault.TOO_MANY_SCANS: "IM006",
    Fault.BROKEN: "IM006",
    Fault.UNREADABLE: "IM006",
    Fault.MOVING: "IM007",
}


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_has_its_code_and_a_remedy(fault: Fault) -> None:
    found = faulty_picture("hinh-anh/anh.jpg", fault, ResponsiveImagesSettings())

    assert found.code == CODES[fault]
    assert "“hinh-anh/anh.jpg”" in found.message
    assert found.remedy

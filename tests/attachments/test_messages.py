"""Each reason to refuse an attachment has its code, and tells the editor what to do."""

import pytest

from plugins.attachments import messages
from plugins.attachments.messages import Finding
from plugins.core.targets import Absence


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (messages.absent_file("a.pdf", Absence.MISSING, ""), "AT001"),
        (messages.absent_file("a.pdf", Absence.OUTSIDE, ""), "AT002"),
        (messages.absent_file("a.pdf", Absence.SYMBOLIC_LINK, ""), "AT002"),
        (messages.absent_file("a.pdf", Absence.SPECIAL, ""), "AT001"),
        (messages.forbidden_ending("a.pdf", (".pdf",)), "AT003"),
        (messages.wrong_content("a.pdf", ".pdf"), "AT004"),
        (messages.empty_file("a.pdf"), "AT004"),
        (messages.unreadable_file("a.pdf"), "AT005"),
        (messages.heavy_file("a.pdf", 50_000_000), "AT006"),
    ],
)
def test_a_reason_has_its_code_and_a_remedy(found: Finding, code: str) -> None:
    assert found.code == code
    assert "“a.pdf”" in found.message
    assert found.remedy

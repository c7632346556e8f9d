"""What a change of one document of many makes anew."""

from pathlib import Path

from tests.official_documents.scale import builds


def test_only_what_changed_is_made_anew(tmp_path: Path) -> None:
    first, again, changed = builds(tmp_path, 4, 2, pdfs=True)
    assert "dùng lại 0" in first.told
    assert "Không có gì thay đổi" in again.told
    assert "làm mới 3," in changed.told  # its page, and the two feeds
    pdfs = list((tmp_path / "store" / "document_pdfs").rglob("*.pdf"))
    assert len(pdfs) == 5

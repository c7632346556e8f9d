"""What the text of a document tells its page."""

from plugins.official_documents.texts import Heading, headings_in


def test_headings_lead_to_their_places() -> None:
    body = (
        '<h2 id="chuong-i">Chương I</h2>\n<p>A</p><h3 id="dieu-1">Điều 1. <em>KH&amp;CN</em></h3>'
    )
    assert headings_in(body) == (
        Heading(level=1, id="chuong-i", text="Chương I"),
        Heading(level=2, id="dieu-1", text="Điều 1. KH&CN"),
    )

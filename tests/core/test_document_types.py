"""The types of official documents."""

from plugins.core.document_types import document_type, document_types


def test_the_decree_names_29_types_of_which_27_have_a_code() -> None:
    types = [each for each in document_types().values() if each.administrative]
    assert len(types) == 29
    assert [each.name for each in types if not each.code] == ["Công văn", "Thư công"]


def test_no_two_types_share_a_code() -> None:
    codes = [each.code for each in document_types().values() if each.code]
    assert len(set(codes)) == len(codes)


def test_an_official_letter_has_no_heading_and_a_name_any_case() -> None:
    letter = document_type("CÔNG VĂN")
    assert letter is not None
    assert (letter.name, letter.heading) == ("Công văn", False)
    assert document_type("Công lệnh") is None

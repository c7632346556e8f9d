from plugins.other_articles.names import Names, common_names, names_in, unpack_names
from plugins.other_articles.terms import Text


def test_names_in_one_spelling() -> None:
    found = names_in(
        "ĐỀ ÁN 844, Chương trình số 712; Nghị định số 95/2014/NĐ-CP, 1887/QĐ-TTg và 5/KH-UBND "
        "ở huyện Đoan Hùng, xã Hùng Long cùng huyện khác"
    )
    assert found == Names(
        documents=frozenset({"95/2014/NĐ-CP", "1887/QĐ-TTg", "5/KH-UBND"}),
        programmes=frozenset({"Đề án 844", "Chương trình 712"}),
        places=frozenset({"Đoan Hùng", "Hùng Long"}),
    )
    assert unpack_names(found.packed()) == found


def test_a_date_or_an_amount_is_no_programme() -> None:
    assert (
        names_in("kế hoạch 3/2024, dự án 1.500 tỷ đồng, quyết định 12/QĐ").programmes == frozenset()
    )


def test_what_most_texts_name_tells_nothing() -> None:
    everywhere, here = Names(places=frozenset({"Phú Thọ"})), Names(places=frozenset({"Đoan Hùng"}))
    assert common_names([everywhere] * 20 + [here]) == {"Phú Thọ"}
    assert common_names([everywhere] * 5) == frozenset()
    assert everywhere.without(frozenset({"Phú Thọ"})) == Names()


def test_markup_inside_a_name_does_not_matter_and_a_paragraph_ends_it() -> None:
    text = Text(body="<p>95/2014/<abbr>NĐ-CP</abbr> ở huyện Đoan\nHùng</p><p>Triển khai</p>")
    found = names_in(text.words)
    assert found.documents == {"95/2014/NĐ-CP"}
    assert found.places == {"Đoan Hùng"}

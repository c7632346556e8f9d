import pytest

from plugins.core.abbreviations import NoAbbreviations, SpokenPassage, abbreviations_of
from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.signals import abbreviations_requested

RECORD = ArticleRecord(
    path="tin-tuc/bai.md",
    kind=Kind.ARTICLE,
    status=Status.PUBLISHED,
    slug="bai",
    title="Bài",
    url="tin-tuc/bai/",
    date=None,
)


@pytest.mark.usefixtures("isolated_signals")
def test_without_a_feature_that_knows_any_text_stays_as_it_is() -> None:
    found = abbreviations_of(None)  # type: ignore[arg-type]  # nobody looks at the site
    assert found.first_use_expanded("UBND họp", RECORD) == "UBND họp"
    assert found.spoken_forms([SpokenPassage(text="UBND họp")]) == ((),)
    assert found.synonyms() == ()


@pytest.mark.usefixtures("isolated_signals")
def test_the_feature_that_knows_them_answers() -> None:
    answer = NoAbbreviations()

    def give(site: object) -> NoAbbreviations:
        return answer

    abbreviations_requested.connect(give)
    assert abbreviations_of(None) is answer  # type: ignore[arg-type]  # nobody looks at the site

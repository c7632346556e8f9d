"""What shows only when all articles are seen together."""

import unicodedata

import pytest

from plugins.article_reader.corpus_checks import check_corpus
from plugins.article_reader.near_copies import SKETCHES, Sketch, groups_of_copies, sketch_of
from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.diagnostics import Severity
from plugins.core.extracts import pack
from tests.conftest import BuildSite, article

WORDS = [f"chữ{number * 7919 % 1009}" for number in range(400)]


def record(
    path: str,
    title: str,
    *,
    section: str = "Tin",
    tags: tuple[str, ...] = (),
    status: Status = Status.PUBLISHED,
) -> ArticleRecord:
    return ArticleRecord(
        path=path,
        kind=Kind.ARTICLE,
        status=status,
        slug=path,
        title=title,
        url=path,
        date=None,
        section=section,
        tags=tags,
        lines={"title": 2, "category": 4, "tags": 5},
        find_extract={SKETCHES.name: pack(Sketch())}.get,
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bai", "Bai"),
        ("đề-án", unicodedata.normalize("NFD", "đề-án")),
        ("đề-án", "de-an"),
        ("2024/a", "2023/a"),
    ],
)
def test_two_files_for_one_address_stop_the_build_and_are_both_named(
    build_site: BuildSite, one: str, other: str
) -> None:
    names = sorted(f"tin-tuc/{name}.md" for name in (one, other))
    site = build_site({name: article(name) for name in names})

    assert site.codes == ["AR028"]
    (found,) = site.found("AR028")
    assert found.path == names[1]
    assert names[0] in found.message


def test_the_line_of_the_address_is_named(build_site: BuildSite) -> None:
    files = {"tin-tuc/a.md": article(slug="x"), "tin-tuc/b.md": article("Hai", slug="x")}

    assert [(f.path, f.line) for f in build_site(files).found("AR028")] == [("tin-tuc/b.md", 5)]


def test_names_with_one_address_are_told_once() -> None:
    records = [
        record("a", "A", tags=("Đề án 844",)),
        record("b", "B", tags=("đề án 844",), section="tin"),
        record("c", "C", tags=("đề án 844",), section="tin"),
    ]

    found = [(f.code, f.severity, f.path, f.line, f.field) for f in check_corpus(records)]
    assert found == [
        ("AR029", Severity.WARNING, "b", 4, "category"),
        ("AR029", Severity.WARNING, "b", 5, "tags"),
    ]


def test_a_title_again_is_advice_and_a_draft_does_not_count() -> None:
    draft = record("c", "Một bài", status=Status.DRAFT)
    records = [record("a", "Một bài"), record("b", "MỘT  bài"), draft, record("d", "Hai")]

    (found,) = check_corpus(records)
    assert (found.code, found.severity, found.path, found.line) == (
        "AR031",
        Severity.ADVICE,
        "b",
        2,
    )


def test_near_copies_form_one_group() -> None:
    changed = [*WORDS[:200], "khác", *WORDS[201:]]
    half = [*WORDS[:200], *(f"mới{number}" for number in range(200))]
    texts = {"a": WORDS, "b": changed, "c": half, "d": WORDS[:5], "e": WORDS[:5]}
    sketches = {name: sketch_of(f"<p>{' '.join(words)}</p>") for name, words in texts.items()}

    ((first, others),) = groups_of_copies(sketches)
    assert (first, [*others]) == ("a", ["b"])
    assert 0.9 <= others["b"] <= 1


def test_copies_are_found_among_many_texts_that_share_a_passage() -> None:
    texts = {
        f"{number:03}": [*WORDS[:200], *(f"mới{number}-{word}" for word in range(200))]
        for number in range(60)
    }
    texts["060"] = [*texts["059"][:-1], "khác"]
    sketches = {name: sketch_of(f"<p>{' '.join(words)}</p>") for name, words in texts.items()}

    ((first, others),) = groups_of_copies(sketches)
    assert (first, [*others]) == ("059", ["060"])


def test_near_copies_are_told_to_editors(build_site: BuildSite) -> None:
    body = " ".join(WORDS)
    site = build_site(
        {f"tin-tuc/{name}.md": article(f"Bài {name}", body=f"{body} {name}") for name in "abcde"}
    )

    (found,) = site.found("AR032")
    assert (found.path, found.severity) == ("tin-tuc/a.md", Severity.ADVICE)
    assert "tin-tuc/b.md (giống chừng 100%)" in found.message
    assert "1 tệp khác" in found.message

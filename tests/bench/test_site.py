"""Every generator gets the same articles, and editors do the same to all of them."""

from pathlib import Path

import pytest
import yaml

from plugins.article_reader.front_matter import read_front_matter
from tests.bench.corpus import articles_of
from tests.bench.generators import ELEVENTY, HUGO, OURS, PEERS, Generator
from tests.bench.headers import our_header
from tests.bench.site import Site

SIZE = 1_000
ALL = (OURS, *PEERS)


def texts_of(site: Site) -> dict[str, str]:
    files = sorted((site.places.content / "tin-tuc").glob("*.md"))
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


def test_the_same_seed_gives_the_same_articles_of_the_size_that_is_asked_for() -> None:
    articles = list(articles_of(3, SIZE))

    assert articles == list(articles_of(3, SIZE))
    assert articles != list(articles_of(3, SIZE, seed=2))
    assert all(len(article.body.encode()) > SIZE for article in articles)


@pytest.mark.parametrize("generator", ALL, ids=lambda generator: generator.name)
def test_each_site_has_the_articles_and_their_pictures(
    generator: Generator, tmp_path: Path
) -> None:
    site = Site(generator, tmp_path, 3, SIZE)

    articles = list(articles_of(3, SIZE))
    texts = texts_of(site)
    assert list(texts) == [article.slug for article in articles]
    for article, text in zip(articles, texts.values(), strict=True):
        assert text == generator.header(article) + article.body
    assert (site.places.site / generator.pictures / "anh-0.jpg").is_file()
    assert not (site.places.site / "node_modules").exists()


def test_our_header_is_read_whole() -> None:
    article = next(articles_of(1, SIZE))

    front = read_front_matter(our_header(article) + article.body)

    values = {entry.key: entry.value for entry in front.entries}
    assert values["title"] == article.title
    assert values["slug"] == article.slug
    assert values["summary"] == article.summary


@pytest.mark.parametrize("generator", [HUGO, ELEVENTY], ids=lambda generator: generator.name)
def test_a_yaml_header_holds_the_same(generator: Generator) -> None:
    article = next(articles_of(1, SIZE))

    values = yaml.safe_load(generator.header(article).strip().strip("-"))

    assert (values["title"], values["summary"]) == (article.title, article.summary)
    assert (values["date"], values["tags"]) == (article.day, list(article.tags))


def test_editors_change_the_newest_article_and_add_newer_ones(tmp_path: Path) -> None:
    site = Site(OURS, tmp_path, 3, SIZE)
    before = texts_of(site)

    paragraph, title, new_title = site.edit(), site.retitle(), site.add()

    after = texts_of(site)
    assert [slug for slug in after if after[slug] != before.get(slug)] == ["bai-00002", "bai-moi-3"]
    assert paragraph in after["bai-00002"]
    assert f'title: "{title}"' in after["bai-00002"]
    assert f'title: "{new_title}"' in after["bai-moi-3"]
    assert site.page == "tin-tuc/bai-moi-3/"


def test_a_cold_build_has_nothing_but_encoded_pictures(tmp_path: Path) -> None:
    site = Site(OURS, tmp_path, 1, SIZE)
    kept = site.places.kept
    for file in (site.places.output / "index.html", kept / "texts.sqlite3", kept / "pictures/a"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()

    site.forget_builds()

    assert not site.places.output.exists()
    assert [path.name for path in kept.iterdir()] == ["pictures"]


def test_a_touched_file_has_another_stamp(tmp_path: Path) -> None:
    site = Site(OURS, tmp_path, 1, SIZE)
    page = site.places.output / "tin-tuc" / "bai-00000" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("một", encoding="utf-8")
    stamps, pages = site.output_stamps(), site.article_pages()

    page.unlink()
    page.write_text("một", encoding="utf-8")

    assert site.output_stamps() != stamps
    assert site.article_pages() == pages

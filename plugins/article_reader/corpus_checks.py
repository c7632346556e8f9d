"""What only shows when all articles are seen together: addresses, names, titles, copies."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from msgspec.structs import replace

from plugins.article_reader import messages
from plugins.article_reader.article import ReadArticle
from plugins.article_reader.near_copies import SKETCHES, Sketch, groups_of_copies
from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.diagnostics import Diagnostic
from plugins.core.extracts import extract_of
from plugins.core.text import slugify, squeeze

_SHOWN_COPIES = 3


def refuse_taken_addresses(articles: Mapping[str, ReadArticle]) -> dict[str, ReadArticle]:
    """All articles; whose address another file has already got an error that names the file.

    Slugs are small letters without marks, so names that differ by letter case or by Unicode
    form only meet here too.
    """
    owners: dict[tuple[str, str], str] = {}
    return {path: _claimed(articles[path], owners) for path in sorted(articles)}


def check_corpus(records: Iterable[ArticleRecord]) -> Iterator[Diagnostic]:
    """Findings about names, titles and texts that stand in more than one file."""
    listed = [record for record in records if record.status is not Status.DRAFT]
    by_path = sorted(listed, key=attrgetter("path"))
    yield from _names_alike(by_path)
    yield from _titles_again(record for record in by_path if record.kind is Kind.ARTICLE)
    yield from _near_copies(record for record in listed if record.kind is Kind.ARTICLE)


def _near_copies(articles: Iterable[ArticleRecord]) -> Iterator[Diagnostic]:
    """One finding for each group of articles whose texts are nearly the same.

    Sketches are asked for in the order in which they are fetched.
    """
    sketches = {each.path: extract_of(each, SKETCHES.name, Sketch) for each in articles}
    for path, others in groups_of_copies(dict(sorted(sketches.items()))):
        yield messages.near_copies(path, others, _SHOWN_COPIES)


def _claimed(article: ReadArticle, owners: dict[tuple[str, str], str]) -> ReadArticle:
    slug = str(article.header.get("slug", ""))
    if not slug:
        return article
    draft = article.header["status"] == Status.DRAFT
    owner = owners.setdefault(("" if draft else article.kind, slug), article.path)
    if owner == article.path:
        return article
    found = messages.address_taken(article.path, article.lines.get("slug", 1), slug, owner)
    return replace(article, diagnostics=(*article.diagnostics, found))


def _names_alike(records: Iterable[ArticleRecord]) -> Iterator[Diagnostic]:
    """One finding for each second spelling of a section or a tag, where it first occurs."""
    first: dict[tuple[str, str], tuple[str, str]] = {}
    known = set[tuple[str, str]]()
    for record in records:
        named = (("category", record.section), *(("tags", tag) for tag in record.tags))
        for key, name in named:
            if (key, name) not in known:
                known.add((key, name))
                other, file = first.setdefault((key, slugify(name)), (name, record.path))
                if other != name:
                    yield messages.names_alike(
                        record.path, record.line(key), key, name, other, file
                    )


def _titles_again(articles: Iterable[ArticleRecord]) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for record in articles:
        other = first.setdefault(squeeze(record.title).casefold(), record.path)
        if other != record.path:
            yield messages.title_again(record.path, record.line("title"), record.title, other)

"""What is wrong with hand-picked articles."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.diagnostics import Diagnostic
from plugins.other_articles import messages


def check_related(records: Iterable[ArticleRecord], limit: int) -> Iterator[Diagnostic]:
    """Findings about the header key `related` of all records."""
    records = tuple(records)
    articles = {record.slug: record for record in records if record.kind is Kind.ARTICLE}
    for record in records:
        picked, line = record.header_list("related"), record.line("related")
        for slug, times in Counter(picked).items():
            yield from _check_slug(record, slug, articles)
            if times > 1:
                yield messages.picked_twice(record.path, line, slug)
        if len(set(picked)) > limit:
            yield messages.too_many(record.path, line, limit)


def _check_slug(
    record: ArticleRecord, slug: str, articles: Mapping[str, ArticleRecord]
) -> Iterator[Diagnostic]:
    other, line = articles.get(slug), record.line("related")
    if other is None:
        near = get_close_matches(slug, sorted(_public_slugs(articles) - {record.slug}))
        yield messages.picked_nothing(record.path, line, slug, near)
    elif other.path == record.path:
        yield messages.picked_itself(record.path, line, slug)
    elif other.status is not Status.PUBLISHED:
        yield messages.picked_unlisted(record.path, line, slug, other)


def _public_slugs(articles: Mapping[str, ArticleRecord]) -> set[str]:
    return {s for s, article in articles.items() if article.status is Status.PUBLISHED}

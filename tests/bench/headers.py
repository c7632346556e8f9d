"""The header of an article as each generator wants it; below it stands the same body."""

import json

from tests.bench.corpus import Article


def our_header(article: Article) -> str:
    """As our editors write it."""
    return (
        f'---\ntitle: "{article.title}"\ndate: {article.day:%d/%m/%Y}\n'
        f"category: {article.category}\ntags: {', '.join(article.tags)}\n"
        f"slug: {article.slug}\nsummary: {article.summary}\n---\n\n"
    )


def pelican_header(article: Article) -> str:
    """As plain Pelican documents it."""
    return (
        f"Title: {article.title}\nDate: {article.day}\nCategory: {article.category}\n"
        f"Tags: {', '.join(article.tags)}\nSlug: {article.slug}\nSummary: {article.summary}\n\n"
    )


def hugo_header(article: Article) -> str:
    """YAML; sections and tags are taxonomies."""
    return _yaml(article, categories=[article.category], tags=article.tags)


def eleventy_header(article: Article) -> str:
    """YAML; our templates group by these keys."""
    return _yaml(article, category=article.category, tags=article.tags)


def _yaml(article: Article, **groups: object) -> str:
    values = {"title": article.title, "summary": article.summary, **groups}
    # JSON is YAML, and quotes what has to be quoted.
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    return f"---\ndate: {article.day}\n{''.join(lines)}---\n\n"

"""From articles as they were read to records as features know them: addresses and templates."""

from collections.abc import Callable

from plugins.article_reader.article import ReadArticle
from plugins.article_reader.config import ArticleReaderSettings
from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.site import Site

# Which settings of Pelican's name the address of a kind, of what is public and of drafts.
_ADDRESSES = {
    Kind.ARTICLE: ("ARTICLE", "DRAFT"),
    Kind.DOCUMENT: ("DOCUMENT", "DRAFT_PAGE"),
    Kind.PAGE: ("PAGE", "DRAFT_PAGE"),
}


def record_of(
    article: ReadArticle,
    site: Site,
    settings: ArticleReaderSettings,
    read_body: Callable[[], str],
    find_extract: Callable[[str], bytes | None],
) -> ArticleRecord:
    """What features know of a usable article.

    Args:
        article: As it was read.
        site: Its settings say where pages go.
        settings: Which fixed pages have templates of their own.
        read_body: Gives the body.
        find_extract: Gives what a feature took out of the text, by its word.
    """
    header = article.header
    status, slug = Status(header["status"]), header["slug"]
    address = _ADDRESSES[article.kind][status is Status.DRAFT]
    own = settings.page_templates if article.kind is Kind.PAGE else {}
    return ArticleRecord(
        path=article.path,
        kind=article.kind,
        status=status,
        slug=slug,
        title=header["title"],
        url=str(site.settings[f"{address}_URL"]).format(slug=slug),
        save_as=str(site.settings[f"{address}_SAVE_AS"]).format(slug=slug),
        template=own.get(slug, article.kind),
        date=header.get("date") or None,
        section=header.get("category", ""),
        tags=header.get("tags", ()),
        lead=article.lead,
        summary=article.summary,
        links=article.links,
        header=header,
        lines=article.lines,
        digest=article.digest,
        is_kept=bool(article.seal and article.digest),
        find_extract=find_extract,
        read_body=read_body,
    )

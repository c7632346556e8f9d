"""From the articles of a site to a chooser that has compared them all."""

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from plugins.core.articles import ArticleRecord, Kind
from plugins.core.children import Child
from plugins.other_articles.bonds import comparable
from plugins.other_articles.choice import Chooser, in_time, is_public
from plugins.other_articles.likeness import Numbers
from plugins.other_articles.memory import Memory
from plugins.other_articles.names import Names
from plugins.other_articles.older import pairs_with_older
from plugins.other_articles.ranking import Ranking
from plugins.other_articles.text_source import TextSource, source_of

_STORE = "other_articles.sqlite3"


def compare_articles(
    records: Iterable[ArticleRecord],
    limit: int,
    store: Path,
    text_of: Callable[[ArticleRecord], TextSource] = source_of,
) -> Chooser:
    """A chooser among the public articles; drafts and hidden ones may only choose.

    Args:
        records: All articles, in any order.
        limit: How many to choose at most.
        store: Where what was worked out is kept between builds.
        text_of: Gives the text of a record.
    """
    dated = in_time(each for each in records if each.kind is Kind.ARTICLE and each.date)
    public = [record for record in dated if is_public(record)]
    drafts = [record for record in dated if not is_public(record)]

    def rank() -> tuple[Numbers, list[Names]]:
        with closing(Memory(store / _STORE)) as memory:
            ranking = Ranking([*map(text_of, public)], memory, [*map(text_of, drafts)])
            return ranking.nearest(), ranking.names()

    # In a child, because free memory between small things that stay never goes back: it would
    # be held while articles are chosen, as much as that takes itself.
    near, names = Child(rank).result()
    named = zip((*public, *drafts), names, strict=True)
    compared = [comparable(record, each) for record, each in named]
    older = pairs_with_older(compared, near, len(public))
    return Chooser(public, names, older, limit, drafts)

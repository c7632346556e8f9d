"""Connects other articles to Pelican and to the header schema."""

from contextlib import redirect_stdout, suppress
from functools import partial
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican
from pelican import signals as pelican_signals
from pelican.settings import read_settings

from plugins.core import signals
from plugins.core.articles import ArticleRecord, Kind
from plugins.core.children import Child
from plugins.core.corpus import Card, Corpus
from plugins.core.headers import HeaderField, HeaderKind
from plugins.core.pelican import connect, corpus_of
from plugins.core.site import Site
from plugins.other_articles import messages
from plugins.other_articles.checks import check_related
from plugins.other_articles.config import OtherArticlesSettings
from plugins.other_articles.others import OtherArticles

if TYPE_CHECKING:
    from plugins.other_articles.choice import Chooser

FEATURE = "other_articles"

_ROOT = Path(__file__).resolve().parents[2]
# The comparison that goes on in a child, until its result is asked for.
_under_way: "list[tuple[Corpus, Child[list[OtherArticles[int]]]]]" = []


def connect_receivers() -> None:
    """Connect every receiver of the feature."""
    signals.header_fields_requested.connect(give_header_fields)
    signals.corpus_composed.connect(begin_comparing)
    connect(pelican_signals.all_generators_finalized, check_picks)
    signals.values_awaited.connect(give_other_articles)


def give_header_fields(site: Site) -> tuple[HeaderField, ...]:
    """Answer `header_fields_requested`: articles picked by hand, by slug."""
    return (
        HeaderField(
            name="related",
            kind=HeaderKind.LIST,
            about=messages.ABOUT_RELATED,
            kinds=frozenset([Kind.ARTICLE]),
        ),
    )


def begin_comparing(corpus: Corpus) -> None:
    """On `corpus_composed`: compare in a child, while other features say what they know."""
    while _under_way:  # of a build that came to nothing
        _under_way.pop()[1].end()
    if not corpus.site.check_only:  # no page asks for a choice
        _under_way.append((corpus, Child(partial(_choose, corpus))))


def check_picks(generators: list[Any]) -> None:
    """On `all_generators_finalized`: what editors picked by hand."""
    corpus = corpus_of(generators)
    signals.report(check_related([entry.record for entry in corpus.articles], _limit_of(corpus)))


def give_other_articles(corpus: Corpus) -> None:
    """On `values_awaited`: all articles are known. Drafts get a value, too."""
    cards = [entry.card for entry in corpus.articles]
    none: OtherArticles[Card] = OtherArticles()
    for entry in chain(corpus.documents, corpus.pages):
        entry.give(FEATURE, none)
    for entry, others in zip(corpus.articles, _chosen(corpus), strict=True):
        entry.give(FEATURE, others.shown_as(cards.__getitem__))


def _chosen(corpus: Corpus) -> "list[OtherArticles[int]]":
    """For each article what it leads to, by the numbers of articles."""
    while _under_way:
        compared, child = _under_way.pop()
        if compared is corpus:
            return child.result()
        child.end()
    return _choose(corpus)


def _choose(corpus: Corpus) -> "list[OtherArticles[int]]":
    from plugins.other_articles.comparison import compare_articles  # noqa: PLC0415  (in the child)

    records = [entry.record for entry in corpus.articles]
    numbers = {record.path: number for number, record in enumerate(records)}
    chooser = compare_articles(records, _limit_of(corpus), corpus.site.store)
    return [
        chooser.choose(record).shown_as(lambda other: numbers[other.path]) for record in records
    ]


def _limit_of(corpus: Corpus) -> int:
    return corpus.site.settings_for("OTHER_ARTICLES", OtherArticlesSettings).limit


def read_and_compare(content: Path, folder: Path) -> "tuple[list[ArticleRecord], Chooser]":
    """The articles of a content folder, and the chooser that has compared them.

    Args:
        content: The content folder.
        folder: Where nothing stays: no page is made.
    """
    from plugins.other_articles.comparison import compare_articles  # noqa: PLC0415  (see above)

    found: list[tuple[list[ArticleRecord], Chooser]] = []

    def keep(generators: list[Any]) -> None:
        corpus = corpus_of(generators)
        records = [entry.record for entry in corpus.articles]
        found.append((records, compare_articles(records, _limit_of(corpus), corpus.site.store)))

    overrides = {"PATH": str(content.resolve()), "OUTPUT_PATH": str(folder), "CHECK_ONLY": True}
    pelican = Pelican(read_settings(str(_ROOT / "pelicanconf.py"), override=overrides))
    connect(pelican_signals.all_generators_finalized, keep)
    # What the gate says of the texts is another question.
    with suppress(SystemExit), redirect_stdout(StringIO()):
        pelican.run()
    return found[0]

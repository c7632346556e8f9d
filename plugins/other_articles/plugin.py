"""Connects other articles to Pelican and to the header schema."""

from collections.abc import Callable
from contextlib import redirect_stdout, suppress
from functools import partial
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from pelican import Pelican
from pelican import signals as pelican_signals
from pelican.settings import read_settings

from plugins.core import signals
from plugins.core.articles import ArticleRecord, Kind
from plugins.core.children import Standby
from plugins.core.corpus import Card, Corpus
from plugins.core.headers import HeaderField, HeaderKind
from plugins.core.pelican import connect, corpus_of, site_of
from plugins.core.site import Site
from plugins.other_articles import messages
from plugins.other_articles.checks import check_related
from plugins.other_articles.config import OtherArticlesSettings
from plugins.other_articles.others import OtherArticles
from plugins.other_articles.sent_articles import SentArticles, pack_articles
from plugins.other_articles.text_source import TextSource, source_of

if TYPE_CHECKING:
    from plugins.other_articles.choice import Chooser

FEATURE = "other_articles"

_ROOT = Path(__file__).resolve().parents[2]
_Chosen = list[OtherArticles[int]]
# The child that will compare the articles of a site.
_ready: list[tuple[Site, Standby[_Chosen]]] = []
# The comparison that goes on in it, until its result is asked for.
_under_way: list[tuple[Corpus, Standby[_Chosen]]] = []


def connect_receivers() -> None:
    """Connect every receiver of the feature."""
    signals.header_fields_requested.connect(give_header_fields)
    connect(pelican_signals.initialized, get_ready)
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


def get_ready(pelican: Any) -> None:
    """On `initialized`: fork what will compare, while this process knows little yet."""
    site = site_of(pelican.settings)
    for waiting in (_ready, _under_way):  # of a build that came to nothing
        while waiting:
            waiting.pop()[1].end()
    if not site.check_only:  # no page asks for a choice
        _ready.append((site, Standby(partial(_get_ready, site))))


def begin_comparing(corpus: Corpus) -> None:
    """On `corpus_composed`: compare in a child, while other features say what they know."""
    while _ready:
        site, child = _ready.pop()
        if site.settings is corpus.site.settings:
            child.begin(pack_articles(_records(corpus)))
            _under_way.append((corpus, child))
        else:
            child.end()


def check_picks(generators: list[Any]) -> None:
    """On `all_generators_finalized`: what editors picked by hand."""
    corpus = corpus_of(generators)
    signals.report(check_related(_records(corpus), _limit_of(corpus.site)))


def give_other_articles(corpus: Corpus) -> None:
    """On `values_awaited`: all articles are known. Drafts get a value, too."""
    cards = [entry.card for entry in corpus.articles]
    none: OtherArticles[Card] = OtherArticles()
    for entry in chain(corpus.documents, corpus.pages):
        entry.give(FEATURE, none)
    for entry, others in zip(corpus.articles, _chosen(corpus), strict=True):
        entry.give(FEATURE, others.shown_as(cards.__getitem__))


def _chosen(corpus: Corpus) -> _Chosen:
    """For each article what it leads to, by the numbers of articles."""
    while _under_way:
        compared, child = _under_way.pop()
        if compared is not corpus:
            child.end()
        elif (chosen := child.outcome()) is not None:
            return chosen
    records = _records(corpus)
    if len(records) == 1:  # a first look: there is nothing to compare, and numpy is large
        return [OtherArticles()]
    # A text that it needed is in its store no more: what is wrong otherwise, it says again here.
    return _choose(corpus.site, records)


def _get_ready(site: Site) -> Callable[[BinaryIO], _Chosen]:
    """In the child: have everything imported."""
    from plugins.other_articles import comparison  # noqa: F401, PLC0415  (in the child)

    find = signals.answer_of(signals.find_body_requested, site)

    def choose(order: BinaryIO) -> _Chosen:
        sent = SentArticles(order, find)
        return _choose(site, sent.records, sent.text_of)

    return choose


def _choose(
    site: Site,
    records: list[ArticleRecord],
    text_of: Callable[[ArticleRecord], TextSource] = source_of,
) -> _Chosen:
    from plugins.other_articles.comparison import compare_articles  # noqa: PLC0415  (in the child)

    numbers = {record.path: number for number, record in enumerate(records)}
    chooser = compare_articles(records, _limit_of(site), site.store, text_of)
    return [
        chooser.choose(record).shown_as(lambda other: numbers[other.path]) for record in records
    ]


def _records(corpus: Corpus) -> list[ArticleRecord]:
    return [entry.record for entry in corpus.articles]


def _limit_of(site: Site) -> int:
    return site.settings_for("OTHER_ARTICLES", OtherArticlesSettings).limit


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
        site, records = corpus.site, _records(corpus)
        found.append((records, compare_articles(records, _limit_of(site), site.store)))

    overrides = {"PATH": str(content.resolve()), "OUTPUT_PATH": str(folder), "CHECK_ONLY": True}
    pelican = Pelican(read_settings(str(_ROOT / "pelicanconf.py"), override=overrides))
    connect(pelican_signals.all_generators_finalized, keep)
    # What the gate says of the texts is another question.
    with suppress(SystemExit), redirect_stdout(StringIO()):
        pelican.run()
    return found[0]

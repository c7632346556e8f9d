"""Connects other articles to Pelican and to the header schema."""

from contextlib import redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican
from pelican import signals as pelican_signals
from pelican.settings import read_settings

from plugins.core import signals
from plugins.core.articles import ArticleRecord, Kind
from plugins.core.headers import HeaderField, HeaderKind
from plugins.core.pelican import connect, corpus_of
from plugins.core.site import Site
from plugins.other_articles import messages
from plugins.other_articles.checks import check_related
from plugins.other_articles.config import OtherArticlesSettings

if TYPE_CHECKING:
    from plugins.other_articles.choice import Chooser

_ROOT = Path(__file__).resolve().parents[2]


def connect_receivers() -> None:
    """Connect every receiver of the feature."""
    signals.header_fields_requested.connect(give_header_fields)
    connect(pelican_signals.all_generators_finalized, attach_other_articles)


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


def attach_other_articles(generators: list[Any]) -> None:
    """On `all_generators_finalized`: all articles are known. Drafts get a value, too."""
    corpus = corpus_of(generators)
    limit = corpus.site.settings_for("OTHER_ARTICLES", OtherArticlesSettings).limit
    records = [entry.record for entry in corpus.articles]
    signals.report(check_related(records, limit))
    if corpus.site.check_only:  # no page asks for a choice
        return
    from plugins.other_articles.comparison import compare_articles  # noqa: PLC0415  (not for checks)

    cards = {entry.record.path: entry.card for entry in corpus.articles}
    chooser = compare_articles(records, limit, corpus.site.store)
    for entry in corpus.entries:
        others = chooser.choose(entry.record)
        entry.give("other_articles", others.shown_as(lambda record: cards[record.path]))


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
        limit = corpus.site.settings_for("OTHER_ARTICLES", OtherArticlesSettings).limit
        records = [entry.record for entry in corpus.articles]
        found.append((records, compare_articles(records, limit, corpus.site.store)))

    overrides = {"PATH": str(content.resolve()), "OUTPUT_PATH": str(folder), "CHECK_ONLY": True}
    pelican = Pelican(read_settings(str(_ROOT / "pelicanconf.py"), override=overrides))
    connect(pelican_signals.all_generators_finalized, keep)
    # What the gate says of the texts is another question.
    with suppress(SystemExit), redirect_stdout(StringIO()):
        pelican.run()
    return found[0]

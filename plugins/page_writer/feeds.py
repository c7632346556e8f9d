"""Which feeds a site has."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core.articles import Status
from plugins.core.corpus import Corpus, Entry
from plugins.page_writer import messages
from plugins.page_writer.dependencies import Parts, fingerprint_named, made_from

# What a feed gives of an article.
_SHOWN = ("header", "body", "card")


class Feed(Struct, frozen=True, kw_only=True):
    """The newest articles of the site or of a section, or documents, as feed readers take them.

    Attributes:
        path: Where it goes, relative to the output folder, with `/`.
        type: As Pelican calls it: `atom` or `rss`.
        title: The name of the section, or that of documents; "" for the whole site.
        entries: The newest first, as many as it has.
    """

    path: str
    type: str
    title: str
    entries: tuple[Entry, ...]

    def parts(self) -> Parts:
        """What this feed alone is made from."""
        parts = {"title": self.title, "type": self.type}
        for number, entry in enumerate(self.entries):
            found = made_from(entry)
            parts |= {f"{number}.{name}": fingerprint_named(name, found[name]) for name in _SHOWN}
        return parts


def site_feeds(corpus: Corpus) -> Iterator[Feed]:
    """All feeds; none on a site without an address, or where there are no articles.

    Without articles a feed would carry the moment of the build.
    """
    settings = corpus.site.settings
    groups = [
        ("FEED_ALL", "", "", corpus.public_articles),
        ("DOCUMENTS_FEED", "", messages.DOCUMENTS, _posted_documents(corpus)),
    ]
    groups += [("CATEGORY_FEED", g.group.slug, g.group.name, g.entries) for g in corpus.categories]
    for setting, slug, title, entries in groups if corpus.site.url else ():
        for kind in ("atom", "rss"):
            path = settings.get(f"{setting}_{kind.upper()}")
            if path and entries:
                newest = entries[: settings["FEED_MAX_ITEMS"]]
                yield Feed(path=str(path).format(slug=slug), type=kind, title=title, entries=newest)


def _posted_documents(corpus: Corpus) -> tuple[Entry, ...]:
    """The public documents, the last posted first: a feed is nothing but an order.

    Those of which neither that day nor their own is known have no place in it.
    """
    public = (entry for entry in corpus.documents if entry.record.status is Status.PUBLISHED)
    dated = [(entry.record.posted, entry) for entry in public]
    posted = [(day, entry) for day, entry in dated if day]
    posted.sort(key=lambda each: each[0], reverse=True)
    return tuple(entry for _, entry in posted)

"""Reads a content folder at once: from the store what did not change, in children the rest."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from plugins.article_reader.article import ArticleReading, ReadArticle
from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.read_store import ReadStore
from plugins.article_reader.workers import Source, read_in_children
from plugins.core.body_inputs import InputStates, RegisterAnswers
from plugins.core.files import inside
from plugins.core.site import Site

_PLUGINS = Path(__file__).resolve().parents[1]
_LIBRARIES = ("markdown", "nh3", "lxml", "pillow", "pyyaml")
_STORE = "articles.sqlite3"


def read_folder(
    site: Site,
    settings: ArticleReaderSettings,
    reading: ArticleReading,
    made_from: tuple[str, ...],
    registers: tuple[RegisterAnswers, ...],
) -> dict[str, ReadArticle]:
    """Every article of a content folder by its path, whatever is wrong with it.

    Args:
        site: The site that is built.
        settings: Which folders are read, and what one file may cost.
        reading: What reads a file.
        made_from: Whatever else all bodies depend on: settings and registers of features.
        registers: Those of which a body depends on some entries only.
    """
    states = InputStates(content=site.content, registers=registers)
    base = _base_key(site, made_from)
    sources = {source.path: source for source in list_sources(site.content, settings)}
    keys = {path: _key(base, source) for path, source in sources.items()}
    with closing(ReadStore(site.store / _STORE)) as store:
        articles = {
            path: article
            for path, key in keys.items()
            if (article := store.find(path, key, states.state)) and not _is_to_come(article, site)
        }
        unread = [source for path, source in sources.items() if path not in articles]
        fresh = {a.path: a for a in read_in_children(reading, unread, settings)}
        store.keep((keys[path], a) for path, a in fresh.items() if _may_be_kept(a, site))
        store.forget_all_but(sources)
    return articles | fresh


def list_sources(content: Path, settings: ArticleReaderSettings) -> Iterator[Source]:
    """The content files that are read, with their bytes; links and the like are not."""
    for room in settings.rooms:
        for file in sorted((content / room).rglob("*.md")):
            if source := find_source(content, settings, file.relative_to(content).as_posix()):
                yield source


def find_source(content: Path, settings: ArticleReaderSettings, path: str) -> Source | None:
    """One content file with its bytes, or None where nothing of that name would be read."""
    kind = settings.rooms.get(path.split("/", 1)[0])
    file = content / path
    if kind is None or file.suffix != ".md" or inside(content, path) is None:
        return None
    return Source(path=path, kind=kind, content=file.read_bytes())


def _base_key(site: Site, made_from: tuple[str, ...]) -> bytes:
    """What all bodies of a site depend on: code, libraries, settings, registers."""
    key = hashlib.sha256(site.link_root.encode())
    for file in sorted((*_PLUGINS.rglob("*.py"), *_PLUGINS.rglob("*.toml"))):
        key.update(file.read_bytes())
    for part in (*map(version, _LIBRARIES), *made_from):
        key.update(f"\0{part}".encode())
    return key.digest()


def _key(base: bytes, source: Source) -> str:
    return hashlib.sha256(base + source.path.encode() + b"\0" + source.content).hexdigest()


def _may_be_kept(article: ReadArticle, site: Site) -> bool:
    """Whether an article depends on nothing but what is written down beside it.

    A fault may hang on more, such as a file of a similar name, and a date to come on the
    instant of the build.
    """
    return article.usable and not _is_to_come(article, site)


def _is_to_come(article: ReadArticle, site: Site) -> bool:
    date = article.header.get("date")
    return isinstance(date, datetime) and date > site.built_at

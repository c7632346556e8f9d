"""Reads a content folder at once: from the store what did not change, in workers the rest."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import chain, islice
from pathlib import Path

from msgspec import Struct, field

from plugins.article_reader import messages
from plugins.article_reader.article import ArticleReading, ReadArticle
from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.kept_texts import ADVICE, KeptTexts
from plugins.article_reader.read_store import ReadStore, unpack_advice
from plugins.article_reader.reading_order import ReadingOrder
from plugins.article_reader.workers import Source, begin_reading, read_in_workers
from plugins.core.body_inputs import InputStates, RegisterAnswers
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.errors import SiteError
from plugins.core.file_digests import FileDigests, memory_of
from plugins.core.files import entries_below, inside
from plugins.core.fingerprints import digest_of
from plugins.core.programs import programs_fingerprint
from plugins.core.progress import counted
from plugins.core.site import Site

_STORE = "texts.sqlite3"
_BATCH = 200
# So many are read by one child sooner than workers for them are made.
_FEW = 4
# Making the reader in workers elsewhere costs as much as reading this many texts.
_WORTH_A_CLUSTER = 50


class ReadFolder(Struct, frozen=True, kw_only=True):
    """A content folder as it was read.

    Attributes:
        sources: The paths of all files that were to be read.
        articles: Every article by its path, whatever is wrong with it.
    """

    sources: Sequence[str]
    articles: Mapping[str, ReadArticle]
    _kept: KeptTexts
    _reading: ArticleReading
    _read_again: dict[str, ReadArticle] = field(default_factory=dict)

    def read_body(self, path: str) -> str:
        """The body of an article: what was just made, or from the store, or made once more.

        Raises:
            SiteError: if the file has changed since the folder was read.
        """
        article = self.articles[path]
        if not article.seal or not article.digest:
            return article.body
        kept = self._kept.body(path, article.digest)
        return self._again(path).body if kept is None else kept

    def read_extract(self, path: str, name: str) -> bytes | None:
        """What a feature took out of the text of an article; None where it took nothing.

        Raises:
            SiteError: as for the body.
        """
        article = self.articles[path]
        at_hand = article.extracts.get(name)
        if at_hand is not None or not article.seal:
            return at_hand
        kept = self._kept.part(path, name, article.seal)
        return self._again(path).extracts.get(name) if kept is None else kept

    def read_advice(self, path: str) -> tuple[Diagnostic, ...]:
        """The advice about an article that stands apart.

        Raises:
            SiteError: as for the body.
        """
        kept = self._kept.part(path, ADVICE, self.articles[path].seal)
        if kept is not None:
            return unpack_advice(kept)
        found = self._again(path).diagnostics
        return tuple(dict.fromkeys(f for f in found if f.severity is Severity.ADVICE))

    def expect(self, paths: Iterable[str]) -> None:
        """Say in which order articles will be asked for; another one is slower."""
        self._kept.expect(paths)

    def hold(self) -> None:
        """Have at hand what may stand otherwise in the store when it is asked for."""
        self._kept.hold()

    def close(self) -> None:
        """Let go of the store, whose file another build may have to make anew."""
        self._kept.close()

    def _again(self, path: str) -> ReadArticle:
        """An article read once more, because its store is broken or was taken away."""
        if path not in self._read_again:
            again, before = self._reading.read_file(path), self.articles[path]
            if (again.digest, again.header) != (before.digest, before.header):
                message = f"{path} changed during the build, build again"
                raise SiteError(message)
            self._read_again[path] = again
        return self._read_again[path]


class TextOfFolder:
    """The text of one article of a folder: what records ask, there are very many of them."""

    __slots__ = ("_folder", "_path")

    def __init__(self, folder: ReadFolder, path: str) -> None:
        """Nothing is read yet."""
        self._folder, self._path = folder, path

    def body(self) -> str:
        """As `ReadFolder.read_body` gives it."""
        return self._folder.read_body(self._path)

    def extract(self, name: str) -> bytes | None:
        """As `ReadFolder.read_extract` gives it."""
        return self._folder.read_extract(self._path, name)


def read_folder(
    site: Site,
    settings: ArticleReaderSettings,
    reading: ArticleReading,
    order: ReadingOrder,
    made_from: tuple[str, ...],
    registers: tuple[RegisterAnswers, ...],
) -> ReadFolder:
    """Everything that there is to read in a content folder.

    Args:
        site: The site that is built.
        settings: Which folders are read, and what one file may cost.
        reading: What reads a file.
        order: Of what a worker elsewhere makes the same.
        made_from: Whatever else all bodies depend on: settings and registers of features.
        registers: Those of which a body depends on some entries only.
    """
    states = InputStates(content=site.content, registers=registers)
    base = _base_key(site, made_from)
    with FileDigests(memory_of(site.store, site.content, "texts")) as digests:
        sources = {each.path: each for each in _list_sources(site.content, settings, digests)}
    keys = {path: _key(base, path, source.digest) for path, source in sources.items()}
    file = site.store / _STORE
    with closing(ReadStore(file)) as store:
        with _reading_beside(reading, [sources[p] for p in store.missing(keys)], settings) as early:
            found = store.find(keys, states)
            articles = {path: a for path, a in found.items() if not _is_to_come(a, site)}
            store.forget_all_but(articles, states.registers)
            few = early()
        known = articles.keys() | few.keys()
        unread = [source for path, source in sources.items() if path not in known]
        executor = site.executor if len(unread) >= _WORTH_A_CLUSTER else ""
        read = chain(few.values(), read_in_workers(reading, unread, settings, executor, order))
        for batch in _batches(counted(read, messages.READING, len(unread))):
            kept = [article for article in batch if _may_be_kept(article, site)]
            # By what was really read: an editor may have saved it in the meantime.
            named = ((_key(base, each.path, each.source), each) for each in kept)
            # Ten thousand bodies are more than a build should hold.
            articles |= {a.path: a for a in batch} | store.keep(named)
    return ReadFolder(
        sources=tuple(sources),
        articles=articles,
        _kept=kept_texts(site),
        _reading=reading,
    )


def kept_texts(site: Site) -> KeptTexts:
    """What stands apart in the store of a site."""
    return KeptTexts(site.store / _STORE)


@contextmanager
def _reading_beside(
    reading: ArticleReading, sources: Sequence[Source], settings: ArticleReaderSettings
) -> Iterator[Callable[[], Mapping[str, ReadArticle]]]:
    """Have a few files read by a child meanwhile; gives what gives them by their paths.

    None where there are many, or where the child came to an end by one: workers find out which.
    """
    if not 0 < len(sources) <= _FEW:
        yield dict
        return
    child = begin_reading(reading, sources, settings)
    try:
        yield lambda: {each.path: each for each in child.outcome() or ()}
    finally:
        child.end()


def _batches(articles: Iterator[ReadArticle]) -> Iterator[list[ReadArticle]]:
    while batch := list(islice(articles, _BATCH)):
        yield batch


def _list_sources(
    content: Path, settings: ArticleReaderSettings, digests: FileDigests
) -> Iterator[Source]:
    """The content files that are read; links and the like are not."""
    for room, kind in settings.rooms.items():
        folder = content / room
        if not folder.is_dir() or folder.is_symlink():
            continue
        for name, entry in entries_below(folder):
            if name.endswith(".md") and entry.is_file(follow_symlinks=False):
                digest = digests.of(entry.path)
                yield Source(path=f"{room}/{name}", kind=kind, digest=digest)


def find_source(content: Path, settings: ArticleReaderSettings, path: str) -> Source | None:
    """One content file, or None where nothing of that name would be read."""
    kind = settings.rooms.get(path.split("/", 1)[0])
    file = content / path
    if kind is None or file.suffix != ".md" or inside(content, path) is None:
        return None
    return Source(path=path, kind=kind, digest=digest_of(file.read_bytes()))


def _base_key(site: Site, made_from: tuple[str, ...]) -> bytes:
    """What all bodies of a site depend on: code, libraries, settings, registers."""
    key = hashlib.sha256(site.link_root.encode())
    for part in (programs_fingerprint(), *made_from):
        key.update(f"\0{part}".encode())
    return key.digest()


def _key(base: bytes, path: str, digest: str) -> str:
    return hashlib.sha256(base + f"{path}\0{digest}".encode()).hexdigest()


def _may_be_kept(article: ReadArticle, site: Site) -> bool:
    """Whether an article depends on nothing but what is written down beside it.

    A fault may hang on more, such as a file of a similar name, and a date to come on the
    instant of the build.
    """
    return article.usable and not _is_to_come(article, site)


def _is_to_come(article: ReadArticle, site: Site) -> bool:
    date = article.header.get("date")
    return isinstance(date, datetime) and date > site.built_at

"""Pages with a text that was just saved, long before everything is worked out anew.

Who writes wants to see a sentence at once, and most changes of a text change its own page
and its cards on others. These pages are made from what the last build has in memory, with
the changed entry and card in the place of the old. What else hangs on the text (which
articles are like it, how often a term is used) stays as it was until the build that follows:
it alone decides, and it reports.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.articles import ArticleRecord
from plugins.core.children import work_in_parallel
from plugins.core.corpus import Corpus, Entry, compose_corpus
from plugins.core.errors import SiteError
from plugins.core.pages import Page
from plugins.core.signals import looks_expected
from plugins.page_writer.shown_values import replaced, shown_in

# What decides where a page stands, and in which lists.
_PLACE = ("kind", "status", "slug", "url", "save_as", "template", "date", "section", "tags")
# A page of a list takes five milliseconds.
_WORTH_A_CHILD = 4


class BuiltPages(Struct, frozen=True, kw_only=True, dict=True):
    """The pages of a build, from which first looks are made.

    Attributes:
        corpus: Of which all features have said what they know.
        pages: All pages of the site.
        values: What all templates may use.
        reached: The names of those values that a template and its parts use.
        read: Reads one content file as it is now; None where no page can be made of it.
        attach: Has all features say what they know of another corpus.
        render: Makes the bytes of a page with these values for all templates.
    """

    corpus: Corpus
    pages: Sequence[Page]
    values: Mapping[str, Any]
    reached: Mapping[str, Collection[str]]
    read: Callable[[str], ArticleRecord | None]
    attach: Callable[[Corpus], None]
    render: Callable[[Page, Mapping[str, Any]], bytes]

    def prepare(self) -> None:
        """Load what a look needs: by having one at the newest article, which is edited most."""
        looks_expected.send(self.corpus.site)
        for entry in self.corpus.public_articles[:1]:
            self._change(entry.record.path)
            others = {id(each): each for each in (entry, entry.card, entry.brief)}
            values = self._values_with(others)
            for page in self._affected(others, values):
                self._made(page, others, values)

    def pages_with(self, paths: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """The pages that show the texts as they are now, their own first; see `FirstLook`."""
        try:
            changes = [self._change(path) for path in paths]
        except SiteError:
            return  # what it is, the build says
        if not all(changes):
            return
        others = dict(pair for change in changes for pair in change.items())
        values = self._values_with(others)
        pages = self._affected(others, values)

        def make(share: Sequence[int]) -> list[tuple[int, bytes]]:
            return [(number, self._made(pages[number], others, values)) for number in share]

        shares = work_in_parallel(make, range(len(pages)), worth_a_child=_WORTH_A_CHILD)
        for number, content in sorted(chain.from_iterable(shares)):
            yield pages[number].path, content

    def _made(self, page: Page, others: Mapping[int, object], values: Mapping[str, Any]) -> bytes:
        return self.render(replace(page, values=replaced(page.values, others)), values)

    def _change(self, path: str) -> dict[int, object]:
        """What takes the place of what; nothing where a look cannot tell."""
        entry, record = self._entries.get(path), self.read(path)
        if entry is None or record is None or _place(record) != _place(entry.record):
            return {}
        before, after = self._built_alone(entry), self._alone(record)
        changed = _as_changed(entry, before, after)
        others: dict[int, object] = {}
        if changed.card != entry.card:
            others[id(entry.card)] = changed.card
        if changed.brief != entry.brief:
            others[id(entry.brief)] = changed.brief
        # What features say of the text may hold its own card, as one in a row of others.
        return {**others, id(entry): replaced(changed, others)}

    def _built_alone(self, entry: Entry) -> Entry:
        """What features say of a text as it was built; looked at again, it is known."""
        path = entry.record.path
        if path not in self._alone_by_path:
            self._alone_by_path[path] = self._alone(entry.record)
        return self._alone_by_path[path]

    def _alone(self, record: ArticleRecord) -> Entry:
        """An entry of which features know nothing but its own text."""
        site = self.corpus.site
        with TemporaryDirectory() as store:
            one = replace(site, store=Path(store))
            corpus = compose_corpus(one, [record], beside=self.corpus.addresses)
            self.attach(corpus)
            (entry,) = corpus.entries
            entry.card  # noqa: B018  (whole from now on)
        return entry

    def _values_with(self, others: Mapping[int, object]) -> Mapping[str, Any]:
        """What all templates may use, with others in the place of some."""
        return {
            name: value if shown.isdisjoint(others) else replaced(value, others)
            for (name, value), shown in zip(
                self.values.items(), self._shown_everywhere, strict=True
            )
        }

    def _affected(self, others: Mapping[int, object], values: Mapping[str, Any]) -> list[Page]:
        """The pages that show what was changed: the own pages, then all others in their order."""
        numbers = {number for shown in others for number in self._showing.get(shown, ())}
        changed = {name for name, value in self.values.items() if values[name] is not value}
        if changed:
            numbers |= {
                number
                for number, page in enumerate(self.pages)
                if not changed.isdisjoint(self.reached[page.template])
            }
        own = {n for n in numbers if id(self.pages[n].subject) in others}
        return [self.pages[number] for number in (*sorted(own), *sorted(numbers - own))]

    @cached_property
    def _alone_by_path(self) -> dict[str, Entry]:
        return {}

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return {entry.record.path: entry for entry in self.corpus.entries}

    @cached_property
    def _shown_everywhere(self) -> list[frozenset[int]]:
        """What stands in each of the values of all templates, by its identity."""
        return [frozenset(map(id, shown_in(value))) for value in self.values.values()]

    @cached_property
    def _showing(self) -> dict[int, list[int]]:
        """The numbers of the pages that show a card, or are of an entry, by its identity."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for number, page in enumerate(self.pages):
            shown = set(map(id, shown_in(page.values)))
            if page.subject:
                shown.add(id(page.subject))
            for each in shown:
                found[each].append(number)
        return found


def _place(record: ArticleRecord) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in _PLACE)


def _as_changed(entry: Entry, before: Entry, after: Entry) -> Entry:
    """An entry of a site after a change of its text, as far as that alone can tell.

    What is said of the text alone as it is within the site stands on nothing else.

    Args:
        entry: As the site has it.
        before: The same, of which features know nothing but its own text.
        after: The changed one, in the same way.
    """
    values = {
        word: after.values.get(word) if before.values.get(word) == value else value
        for word, value in entry.values.items()
    }
    card = entry.card.changed(
        **{
            part: after.card.given[part]
            for part, value in entry.card.given.items()
            if before.card.given[part] == value
        },
    )
    return entry.changed_to(after.record, values, card)

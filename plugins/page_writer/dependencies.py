"""What each page is made from: the one place that decides when a page is made anew.

A page is a function of its template, of what all templates may use, and of its own values.
Of the second, only what the template or one that it includes, imports or extends names can
reach it; all of it is named by a fingerprint of its content, never by the time of a file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import Environment, meta

from plugins.core.corpus import Entry
from plugins.core.errors import SiteError
from plugins.core.files import fingerprint
from plugins.core.fingerprints import fingerprint_of
from plugins.core.pages import Page

Parts = dict[str, str]
"""What something was made from: a fingerprint for each thing by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Template:
    """A template with all that it includes.

    Attributes:
        source: A fingerprint of all their sources.
        names: What they use and do not set themselves.
    """

    source: str
    names: frozenset[str]


class Dependencies:
    """The dependencies of the pages of one build."""

    def __init__(self, environment: Environment, values: Mapping[str, Any], code: str) -> None:
        """Nothing is looked at yet.

        Args:
            environment: Where templates and their functions are.
            values: What all templates may use.
            code: A fingerprint of the programs by which pages are made.
        """
        self._environment = environment
        self._values = values
        self._code = code
        self._shared: dict[str, Parts] = {}

    def shared(self, template: str) -> Parts:
        """What all pages of a template are made from."""
        if template not in self._shared:
            self._shared[template] = self._shared_parts(f"{template}.html")
        return self._shared[template]

    def _shared_parts(self, name: str) -> Parts:
        template = self._closure(name)
        parts = {"code": self._code, "template": template.source}
        functions = self._environment.globals
        for used in sorted(template.names):
            # What a page sets itself is among its own values.
            if used in self._values:
                parts[used] = _fingerprint(used, self._values[used])
            elif used in functions and used not in _JINJA:
                parts[used] = _fingerprint(used, functions[used])
        return parts

    def _closure(self, name: str) -> _Template:
        """A template with everything that it includes, imports or extends, however far."""
        sources: dict[str, str] = {}
        names: set[str] = set()
        unread = [name]
        while unread:
            current = unread.pop()
            if current in sources:
                continue
            source, _, _ = self._loader.get_source(self._environment, current)
            sources[current] = source
            tree = self._environment.parse(source, current)
            names |= meta.find_undeclared_variables(tree)
            for further in meta.find_referenced_templates(tree):
                if further is None:
                    message = f"{current} includes a template by a name that it works out"
                    raise SiteError(message)
                unread.append(further)
        whole = "\0".join(f"{each}\0{sources[each]}" for each in sorted(sources))
        return _Template(source=fingerprint(whole.encode()), names=frozenset(names))

    @cached_property
    def _loader(self) -> Any:  # noqa: ANN401  (Jinja gives None where there is none)
        return self._environment.loader


def own_parts(page: Page) -> Parts:
    """What a page is made from besides what all pages of its template are."""
    parts = {"listed": str(page.listed)}
    for name, value in page.values.items():
        if isinstance(value, Entry):
            parts |= {f"{name}.{part}": found for part, found in entry_parts(value).items()}
        else:
            parts[name] = _fingerprint(name, value)
    return parts


def entry_parts(entry: Entry) -> Parts:
    """What the own page of an article is made from, or a feed that gives its text."""
    record = entry.record
    told = (record.kind, record.title, record.url, record.date, record.lead, record.header)
    return {
        "header": _fingerprint("header", (*told, entry.category, entry.tags, record.summary)),
        "body": _fingerprint("body", (record.digest, entry.link_addresses)),
        "card": _fingerprint("card", entry.card),
        **{word: _fingerprint(word, value) for word, value in entry.values.items()},
    }


def key_of(parts: Iterable[Parts]) -> str:
    """One fingerprint of all that something was made from."""
    return fingerprint_of(tuple(parts))


def _fingerprint(name: str, value: object) -> str:
    try:
        return fingerprint_of(value)
    except TypeError as error:
        message = f"{name}: {error}; pages show plain values only"
        raise SiteError(message) from error


_JINJA = frozenset(Environment().globals)  # noqa: S701  (renders nothing)

"""What each page is made from: the one place that decides when a page is made anew.

A page is a function of its template, of what all templates may use, and of its own values.
Of the second, only what the template or one that it includes, imports or extends names can
reach it; all of it is named by a fingerprint of its content, never by the time of a file.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from typing import Any

from jinja2 import Environment, meta, nodes
from msgspec import Struct

from plugins.core.corpus import Entry
from plugins.core.errors import SiteError
from plugins.core.files import fingerprint
from plugins.core.fingerprints import fingerprint_of
from plugins.core.pages import Page
from plugins.page_writer.template_index import Reach, TemplateIndex

Parts = dict[str, str]
"""What something was made from: a fingerprint for each thing by its name."""


class _Template(Struct, frozen=True, kw_only=True):
    """A template alone, as Jinja reads it, and what it reaches."""

    source: str
    reach: Reach


class Dependencies:
    """The dependencies of the pages of one build."""

    def __init__(
        self,
        environment: Environment,
        values: Mapping[str, Any],
        made_by: Parts,
        index: TemplateIndex,
    ) -> None:
        """Nothing is looked at yet.

        Args:
            environment: Where templates and their functions are.
            values: What all templates may use.
            made_by: The programs by which all pages are made, and how they are set up.
            index: What templates reach.
        """
        # Jinja holds a name for declared where its environment has a function of that name.
        self._environment = environment.overlay()
        self._environment.globals = {}
        # A page may set such a name itself; that is among its own values.
        self._known = {**_given(environment.globals), **values}
        self._made_by = made_by
        self._index = index
        self._shared: dict[str, Parts] = {}
        self._templates: dict[str, _Template] = {}
        self._fingerprints: dict[str, str] = {}

    def shared(self, template: str) -> Parts:
        """What all pages of a template are made from."""
        if template not in self._shared:
            self._shared[template] = self._shared_parts(f"{template}.html")
        return self._shared[template]

    def _shared_parts(self, name: str) -> Parts:
        templates = self._closure(name)
        sources = "\0".join(f"{each}\0{templates[each].source}" for each in sorted(templates))
        parts = {**self._made_by, "template": fingerprint(sources.encode())}
        used = {name for each in templates.values() for name in each.reach.names}
        known = sorted(used & self._known.keys())
        return parts | {name: self._fingerprint(name) for name in known}

    def _fingerprint(self, name: str) -> str:
        """The fingerprint of what templates may use under a name; most use the same."""
        if name not in self._fingerprints:
            self._fingerprints[name] = fingerprint_named(name, self._known[name])
        return self._fingerprints[name]

    def _closure(self, name: str) -> dict[str, _Template]:
        """A template and everything that it includes, imports or extends, however far."""
        found: dict[str, _Template] = {}
        unread = [name]
        while unread:
            current = unread.pop()
            if current not in found:
                found[current] = self._template(current)
                unread += found[current].reach.others
        return found

    def _template(self, name: str) -> _Template:
        """A template alone; most are parts of many pages."""
        if name not in self._templates:
            source, _, _ = self._loader.get_source(self._environment, name)
            reach = self._index.reach(source, partial(self._reach, name, source))
            self._templates[name] = _Template(source=source, reach=reach)
        return self._templates[name]

    def _reach(self, name: str, source: str) -> Reach:
        tree = self._environment.parse(source, name)
        return Reach(
            names=tuple(sorted(meta.find_undeclared_variables(tree))),
            others=tuple(_referenced(name, tree)),
        )

    @cached_property
    def _loader(self) -> Any:  # noqa: ANN401  (Jinja gives None where there is none)
        return self._environment.loader


def _given(functions: Mapping[str, Any]) -> dict[str, Any]:
    """The functions for templates that Jinja has not of itself."""
    return {name: function for name, function in functions.items() if name not in _JINJA}


def own_key(page: Page) -> str:
    """One fingerprint of all of `own_parts`, for the price of one."""
    made_from = {name: _made_from(value) for name, value in page.values.items()}
    return fingerprint_named(page.path, (page.listed, made_from))


def own_parts(page: Page) -> Parts:
    """What a page is made from besides what all pages of its template are."""
    parts = {"listed": str(page.listed)}
    for name, value in page.values.items():
        if isinstance(value, Entry):
            parts |= {f"{name}.{part}": found for part, found in entry_parts(value).items()}
        else:
            parts[name] = fingerprint_named(name, value)
    return parts


def entry_parts(entry: Entry) -> Parts:
    """What the own page of an article is made from, or a feed that gives its text."""
    return {part: fingerprint_named(part, value) for part, value in made_from(entry).items()}


def made_from(entry: Entry) -> dict[str, object]:
    """The values from which the own page of an article is made, or a feed that gives its text."""
    record = entry.record
    told = (record.kind, record.title, record.url, record.date, record.lead, record.header)
    return {
        "header": (*told, entry.category, entry.tags, record.summary),
        "body": (record.digest, entry.link_addresses),
        "card": entry.card,
        **entry.values,
    }


def _made_from(value: object) -> object:
    return made_from(value) if isinstance(value, Entry) else value


def _referenced(name: str, tree: nodes.Template) -> Iterator[str]:
    for other in meta.find_referenced_templates(tree):
        if other is None:
            message = f"{name} includes a template by a name that it works out"
            raise SiteError(message)
        yield other


def fingerprint_named(name: str, value: object) -> str:
    """The fingerprint of a value that pages show under a name.

    Raises:
        SiteError: if it has none.
    """
    try:
        return fingerprint_of(value)
    except TypeError as error:
        message = f"{name}: {error}; pages show plain values only"
        raise SiteError(message) from error


_JINJA = frozenset(Environment().globals)  # noqa: S701  (renders nothing)

"""The questions that features ask each other without importing each other.

blinker calls receivers in no fixed order (it iterates over a set of ids), so answers
are sorted by the module that gives them before anybody sees them.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from blinker import NamedSignal, Namespace
from jinja2 import Environment
from msgspec import Struct

from plugins.core.articles import ArticleRecord
from plugins.core.corpus import Corpus
from plugins.core.diagnostics import PackedAdvice
from plugins.core.errors import SiteError
from plugins.core.site import Site

_namespace = Namespace()

header_fields_requested = _namespace.signal("header-fields-requested")
"""Sender: `Site`. Answer: an iterable of `HeaderField`."""

body_extensions_requested = _namespace.signal("body-extensions-requested")
"""Sender: `Site`. Answer: an iterable of `markdown.Extension`, new for each call."""

body_inputs_requested = _namespace.signal("body-inputs-requested")
"""Sender: `Site`. Answer: an iterable of str: settings and registers on which the feature's
extensions and text checks depend. A body is made anew when one of them changes."""

register_answers_requested = _namespace.signal("register-answers-requested")
"""Sender: `Site`. Answer: an iterable of `RegisterAnswers`: registers of which a body depends on
some entries only, noted with `BodyContext.depends_on_register`."""

abbreviations_requested = _namespace.signal("abbreviations-requested")
"""Sender: `Site`. Answer: an `Abbreviations`; ask by `plugins.core.abbreviations`."""

text_checks_requested = _namespace.signal("text-checks-requested")
"""Sender: `Site`. Answer: an iterable of `TextCheck`, asked of every content file."""

extractions_requested = _namespace.signal("extractions-requested")
"""Sender: `Site`. Answer: an iterable of `Extraction`, made for every content file."""

records_requested = _namespace.signal("records-requested")
"""Sender: `Site`. Answer: the `ArticleRecord` of every content file of which a page can be
made; exactly one feature, the reader, gives it."""

find_body_requested = _namespace.signal("find-body-requested")
"""Sender: `Site`. Answer: a `FindBody`, for work in another process than the one that has read."""

looks_expected = _namespace.signal("looks-expected")
"""Sender: `Site`. Sent where a process that has built a site stays to make first looks: later
builds write to the store, so what is needed of it is to be had at hand."""

trial_requested = _namespace.signal("trial-requested")
"""Sender: `Trial`. Answer: the `TrialResult` of a text that is no file, read as every file is."""

pages_requested = _namespace.signal("pages-requested")
"""Sender: `Corpus`. Answer: an iterable of `Page`, beside those that every site has."""

old_addresses_requested = _namespace.signal("old-addresses-requested")
"""Sender: `Site`. Answer: an iterable of `OldAddress`."""

published_pictures_requested = _namespace.signal("published-pictures-requested")
"""Sender: `PictureQuestion`. Answer: an iterable of `PublishedPicture`, one for each name."""

diagnostics_found = _namespace.signal("diagnostics-found")
"""Sender: an iterable of `Diagnostic`. Received by the gate."""

packed_advice_found = _namespace.signal("packed-advice-found")
"""Sender: a tuple of `PackedAdvice`. Sent by `report_packed`; the gate listens."""

record_requested = _namespace.signal("record-requested")
"""Sender: `FileQuestion`. Answer: an iterable of the one `ArticleRecord` of the file as it is
now; empty where no page can be made of it. It is read in this process, which limits may end."""

file_findings_requested = _namespace.signal("file-findings-requested")
"""Sender: `FileQuestion`. Answer: an iterable of `Diagnostic` that the file alone gives rise
to, without a look at the other articles."""

corpus_composed = _namespace.signal("corpus-composed")
"""Sender: `Corpus`. Sent when everything has been read and no feature has said anything of it,
for work that can go on beside that of others."""

corpus_checks_requested = _namespace.signal("corpus-checks-requested")
"""Sender: `ComposedSite`. Answer: an iterable of `Diagnostic` about what was read as a whole."""

values_awaited = _namespace.signal("values-awaited")
"""Sender: `Corpus`. Sent when pages of texts are about to be made: what was begun on
`corpus_composed` is given to entries now."""

site_files_requested = _namespace.signal("site-files-requested")
"""Sender: `WrittenSite`. Answer: an iterable of `SiteFile` to be written beside the pages, of
which the addresses are known; they need not be made yet."""

checks_requested = _namespace.signal("checks-requested")
"""Sender: `WrittenSite`. Answer: an iterable of `Diagnostic` about the written pages."""

verdict_requested = _namespace.signal("verdict-requested")
"""Sender: `WrittenSite`. Answer: a `Verdict`; exactly one feature, the gate, gives it."""

report_given = _namespace.signal("report-given")
"""Sender: `Report`. Sent by the gate, for whoever shows findings in another place."""

site_applied = _namespace.signal("site-applied")
"""Sender: `AppliedSite`. Sent by the writer when everything is in its place."""


FindBody = Callable[[str, str], str | None]
"""Gives the body of an article by its path and its digest; None where it is not kept."""


class Trial(Struct, frozen=True, kw_only=True):
    """A text that is no file of the content, under the path that it would have."""

    site: Site
    path: str
    content: bytes


class TrialResult(Struct, frozen=True, kw_only=True):
    """What became of a text on trial: what pages would show of it."""

    header: Mapping[str, object]
    body: str
    lead: str
    summary: str


class FileQuestion(Struct, frozen=True, kw_only=True):
    """A content file that somebody asks about at once, without a build.

    Attributes:
        path: Relative to the content folder, with `/`.
    """

    site: Site
    path: str


class PictureQuestion(Struct, frozen=True, kw_only=True):
    """Files of pictures for which a feature asks because it needs what is in them.

    Attributes:
        names: As pages name them, without folders.
    """

    site: Site
    names: tuple[str, ...]


class PublishedPicture(Struct, frozen=True, kw_only=True):
    """A file of a picture as pages show it.

    Attributes:
        name: Without folders.
        made_from: Changes with everything on which its bytes depend.
        read: Gives its bytes; it is made where the store lacks it.
    """

    name: str
    made_from: str
    read: Callable[[], bytes]


class ComposedSite(Struct, frozen=True, kw_only=True):
    """A site that has been read as a whole.

    Attributes:
        environment: By which its pages will be made.
    """

    corpus: Corpus
    environment: Environment


class SiteFile(Struct, frozen=True, kw_only=True):
    """A file of the site that is no page.

    Attributes:
        path: Where it goes, relative to the output folder, with `/`.
        content: Its bytes, or the file to copy them from.
        owner: What it was made from, for messages about two owners of one path.
    """

    path: str
    content: bytes | Path
    owner: str


class WrittenFile(Struct, frozen=True, kw_only=True):
    """One written file of the site.

    Attributes:
        path: Relative to the output folder, with `/`.
        owner: What it was made from: a content file, a template or a feature.
        modified: For pages, the date of the newest article in it; None where unknown.
        listed: Whether the page belongs in a site map (no draft, no error page, no data).
    """

    path: str
    owner: str
    modified: datetime | None = None
    listed: bool = False


class WrittenSite(Struct, frozen=True, kw_only=True):
    """The site as it will stand in the output, not yet applied.

    Attributes:
        files: Every file of it by its path.
        records: Everything that was read.
        read: Gives the bytes of a file by its path.
        fresh: The files that were made by this build; the others have passed every check
            of the same code before, byte for byte.
    """

    site: Site
    files: Mapping[str, WrittenFile]
    records: tuple[ArticleRecord, ...]
    read: Callable[[str], bytes]
    fresh: Collection[str] = frozenset()

    @property
    def written_records(self) -> tuple[ArticleRecord, ...]:
        """The records whose own pages were written; in public, drafts are not among them."""
        owners = {file.owner for file in self.files.values()}
        return tuple(record for record in self.records if record.path in owners)


class Verdict(Struct, frozen=True, kw_only=True):
    """What the gate says of a site.

    Attributes:
        apply: Whether the staged site may go to its place.
        exit_code: What the build ends with; 0 only where nothing stops it.
    """

    apply: bool
    exit_code: int


class FirstLook(Protocol):
    """What pages show after a change of texts, before the build that works out everything."""

    def prepare(self) -> None:
        """Spend now the time that would be missed when it is asked for."""

    def pages_with(self, paths: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """The pages that show the texts, each with where it goes, their own first.

        There are none where only a build can tell what a change brings.

        Args:
            paths: The content files that have changed since the site was built.
        """


class AppliedSite(Struct, frozen=True, kw_only=True):
    """A site that stands in its output.

    Attributes:
        files: The digest of every file of it by its path.
        until: When an article comes out that was to come; None where none is.
        first_look: For those who go on asking what a change will bring.
    """

    files: Mapping[str, str]
    until: datetime | None
    first_look: "FirstLook"


class ListedFindings(Struct, frozen=True, kw_only=True):
    """Some of the findings of a build, and how many more there are."""

    lines: tuple[str, ...]
    more: int


class ListFindings(Protocol):
    """Lists findings for somebody who works on some files."""

    def __call__(self, about: Collection[str], limit: int) -> ListedFindings:
        """Give errors, then warnings, then advice; of each those about some files first.

        Args:
            about: The files, relative to the content folder.
            limit: How many at most: a large site has a hundred thousand.
        """


class Report(Struct, frozen=True, kw_only=True):
    """All findings of a build, as people read them.

    Attributes:
        list_findings: Gives so many, each with its place and its remedy; see `ListFindings`.
        counted: How many there are of each weight.
        exit_code: What the build ends with, if nothing else breaks it.
        text: What the gate prints.
    """

    list_findings: "ListFindings"
    counted: str
    exit_code: int
    text: str = ""


def answering(signal: NamedSignal) -> tuple[Callable[[Any], Any], ...]:
    """The functions that answer a question, in the order of their modules.

    They are functions of modules, so they can be sent to a worker that registered no feature.
    """
    return tuple(sorted(signal.receivers_for(None), key=_origin))


def ask(signal: NamedSignal, sender: object) -> list[Any]:
    """All answers to a question, in the order of the modules that give them."""
    return [answer(sender) for answer in answering(signal)]


def ask_all(signal: NamedSignal, sender: object) -> list[Any]:
    """The single things in all answers to a question that is answered by iterables."""
    return [thing for answer in ask(signal, sender) for thing in answer]


def answer_of(signal: NamedSignal, sender: object) -> Any:  # noqa: ANN401  (whatever is asked)
    """The answer to a question that exactly one feature answers.

    Raises:
        SiteError: if there are more answers, or none.
    """
    answers = [answer for answer in ask(signal, sender) if answer is not None]
    if len(answers) != 1:
        message = f"{len(answers)} answers to {signal.name}: exactly one feature must give it"
        raise SiteError(message)
    return answers[0]


def report_packed(advice: Iterable[PackedAdvice]) -> None:
    """Tell the gate what was found by an earlier build, and holds."""
    packed_advice_found.send(tuple(advice))


def report(diagnostics: Iterable[object]) -> None:
    """Tell the gate what was found."""
    diagnostics_found.send(tuple(diagnostics))


def _origin(receiver: Callable[..., Any]) -> str:
    return f"{receiver.__module__}.{receiver.__qualname__}"

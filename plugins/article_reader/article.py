"""From the bytes of one file to a finished article: header, body, summary, findings."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from markdown import Extension
from msgspec import Struct, field

from plugins.article_reader import messages
from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.front_matter import FrontMatter, read_front_matter
from plugins.article_reader.header_schema import Header, HeaderSchema
from plugins.article_reader.markdown_body import build_converter, convert_body
from plugins.article_reader.source_text import decode_source
from plugins.core.articles import Kind, SiteLink, Status
from plugins.core.body import BodyContext
from plugins.core.dates import date_short
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.extracts import Extraction
from plugins.core.fingerprints import digest_of, fingerprint_of
from plugins.core.headers import HeaderField
from plugins.core.html import parse_fragment, text_of
from plugins.core.site import Site
from plugins.core.slugs import SLUG_LENGTH, is_slug, short_slug
from plugins.core.text import shorten, slugify, squeeze
from plugins.core.text_checks import CheckedText, TextCheck


class ReadArticle(Struct, frozen=True, kw_only=True):
    """One content file as it was read; plain data, so that a worker can hand it over.

    Attributes:
        header: The header values, typed, with `status` and `slug` always there.
        body: The HTML; "" where the store keeps it.
        source: The digest of the bytes that were read; "" where no page can be made of them.
        digest: Of the body; "" where it is empty.
        lead: What stands once above the body; "" where the body begins with it.
        summary: Plain text for cards, feeds and descriptions.
        lines: The line of every key that the header gives.
        links: The links of the text to the site itself.
        extracts: What features took out of the text, packed, by their words; where the store
            keeps it, what is short.
        seal: By which the store knows what stands apart: the body, advice, long extracts; "" where
            nothing does.
        advice_count: How much advice stands apart; none of it is in `diagnostics`.
        inputs: The other content files and the answers of registers from which the body was
            made, each with its state; none where the store keeps them.
    """

    path: str
    kind: Kind
    header: Mapping[str, Any]
    body: str
    lead: str
    summary: str
    diagnostics: tuple[Diagnostic, ...]
    lines: Mapping[str, int] = field(default_factory=dict)
    links: tuple[SiteLink, ...] = ()
    source: str = ""
    digest: str = ""
    extracts: Mapping[str, bytes] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    seal: str = ""
    advice_count: int = 0

    @property
    def usable(self) -> bool:
        """Whether a page can be made of it."""
        return not any(found.severity is Severity.ERROR for found in self.diagnostics)


class ArticleReading:
    """Reads the content files of one site; holds no memory of what it has read."""

    def __init__(
        self,
        site: Site,
        settings: ArticleReaderSettings,
        fields: Iterable[HeaderField],
        extensions: Iterable[Extension],
        checks: Iterable[TextCheck] = (),
        extractions: Iterable[Extraction[Any]] = (),
    ) -> None:
        """Join the header keys, Markdown extensions, checks and extractions of all features."""
        self._site = site
        self._settings = settings
        self._schema = HeaderSchema(fields)
        self._converter = build_converter(extensions, settings.rooms)
        self._checks = tuple(checks)
        self._extractions = tuple(extractions)

    def read_file(self, path: str) -> ReadArticle:
        """The same about a file of the content folder as it is now."""
        return self.read(path, (self._site.content / path).read_bytes())

    def read(self, path: str, content: bytes) -> ReadArticle:
        """Everything about one file; what is wrong with it is in its diagnostics."""
        kind = self._settings.rooms[PurePosixPath(path).parts[0]]
        text = decode_source(content, path, self._settings.size_limit)
        if isinstance(text, Diagnostic):
            return unusable(path, kind, text)
        front = read_front_matter(text)
        if front.unclosed:
            return unusable(path, kind, messages.header_not_closed(path, front.body_line))
        header = self._schema.read(front.entries, path, kind)
        values, notes = self._completed(path, kind, header)
        body, context = self._body(path, kind, values, front, text)
        lead, summary = _lead_and_summary(values, body, self._settings.summary_words)
        lines = {key: entry.line for key, entry in header.entries.items()}
        checked_text = CheckedText(
            path=path,
            kind=kind,
            source=text,
            first_line=front.body_line,
            header=values,
            body=body,
            summary=summary,
            lead=lead,
            lines=lines,
        )
        checked = [found for check in self._checks for found in check(checked_text)]
        yaml_note = [messages.yaml_mended(path, front.yaml_error)] if front.yaml_error else []
        return ReadArticle(
            path=path,
            kind=kind,
            header=values,
            body=body,
            lead=lead,
            summary=summary,
            diagnostics=(
                *yaml_note,
                *header.diagnostics,
                *notes,
                *context.diagnostics,
                *_empty_text(path, kind, values, front.body),
                *checked,
            ),
            lines=lines,
            links=tuple(context.links),
            source=digest_of(content),
            digest=fingerprint_of(body) if body else "",
            extracts={each.name: each.packed(checked_text, context) for each in self._extractions},
            inputs=context.inputs,
        )

    def _completed(
        self, path: str, kind: Kind, header: Header
    ) -> tuple[dict[str, Any], list[Diagnostic]]:
        """The header with what every article has, and notes about what was filled in."""
        values: dict[str, Any] = dict(header.values)
        notes: list[Diagnostic] = []
        values.setdefault("status", Status.PUBLISHED.value)
        if "slug" not in values and "slug" not in header.entries:
            stem = PurePosixPath(path).stem
            values["slug"] = slugify(stem)
            if not is_slug(values["slug"]):
                notes.append(messages.unfit_slug(path, 1, stem, short_slug(stem)))
        if kind is Kind.PAGE and values.get("slug") in self._settings.own_addresses:
            notes.append(messages.reserved_slug(path, header.line("slug"), values["slug"]))
        if kind is Kind.ARTICLE and "category" not in values and "category" not in header.entries:
            values["category"] = messages.OTHER_SECTION
            notes.append(messages.no_section(path))
        notes += _unfit_names(path, header)
        finished = kind is Kind.ARTICLE and values["status"] != Status.DRAFT
        if finished and "summary" not in header.entries:
            notes.append(messages.no_summary(path))
        notes += _unfit_dates(path, header, values, self._site.built_at)
        notes += [
            messages.to_review(path, header.line("review", item), note)
            for item, note in enumerate(values.get("review", ()))
        ]
        return values, notes

    def _body(
        self, path: str, kind: Kind, values: dict[str, Any], front: FrontMatter, source: str
    ) -> tuple[str, BodyContext]:
        context = BodyContext(
            path=path,
            kind=kind,
            source=source,
            first_line=front.body_line,
            content=self._site.content,
            link_root=self._site.link_root,
            header=values,
        )
        try:
            return convert_body(self._converter, front.body, context), context
        except RecursionError:
            context.diagnostics.append(messages.too_deep(path, front.body_line))
            return "", context


def unusable(path: str, kind: Kind, reason: Diagnostic) -> ReadArticle:
    """What stands for a file of which nothing can be made."""
    return ReadArticle(
        path=path, kind=kind, header={}, body="", lead="", summary="", diagnostics=(reason,)
    )


def _empty_text(
    path: str, kind: Kind, values: Mapping[str, Any], body: str
) -> Iterator[Diagnostic]:
    """A finding where there is nothing to read; a page may live on what the site adds to it."""
    if not body.strip() and kind is not Kind.PAGE:
        unwritten = values["status"] == Status.DRAFT or values.get("summary")
        yield (messages.no_body if unwritten else messages.nothing_to_read)(path)


def _unfit_dates(
    path: str, header: Header, values: dict[str, Any], built_at: datetime
) -> Iterator[Diagnostic]:
    """Findings for dates to come and dates that contradict each other.

    An article whose date is to come is a draft until then; a slip of the keyboard would
    hide it in silence, so it needs the word `scheduled`.
    """
    date: Any = values.get("date")
    modified: Any = values.get("modified")
    dated = isinstance(date, datetime) and isinstance(modified, datetime)
    if dated and modified.date() < date.date():
        given = date_short(modified), date_short(date)
        yield messages.modified_before(path, header.line("modified"), *given)
    if isinstance(date, datetime) and date > built_at and values["status"] != Status.DRAFT:
        values["status"] = Status.DRAFT.value
        moment = f"{date:%H:%M} {date_short(date)}"
        wanted = values.get("scheduled") == messages.YES
        word = messages.not_yet if wanted else messages.date_to_come
        yield word(path, header.line("date"), moment)


def _unfit_names(path: str, header: Header) -> Iterator[Diagnostic]:
    """Findings for sections and tags whose names make no address of their own."""
    values: Mapping[str, Any] = header.values
    names = [("category", 0, values["category"])] if "category" in values else []
    names += [("tags", item, name) for item, name in enumerate(values.get("tags", ()))]
    for key, item, name in names:
        slug = slugify(name)
        if "<" in name or not slug:
            yield messages.unfit_name(path, header.line(key, item), key, name)
        elif len(slug) > SLUG_LENGTH:
            yield messages.long_name(path, header.line(key, item), key, name, SLUG_LENGTH)


def _lead_and_summary(values: Mapping[str, Any], body: str, words: int) -> tuple[str, str]:
    lead = str(values.get("summary", ""))
    if not lead:
        return "", shorten(text_of(body), words) if body else ""
    return ("" if body and _first_paragraph(body) == squeeze(lead) else lead), lead


def _first_paragraph(body: str) -> str:
    # The first element, if it is a paragraph, holds no other: what follows tells nothing of it.
    first = next(iter(parse_fragment("".join(body.partition("</p>")[:2]))), None)
    return squeeze(first.text_content()) if first is not None and first.tag == "p" else ""

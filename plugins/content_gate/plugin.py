"""Joins the gate to Pelican."""

import logging
import sys
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice
from operator import attrgetter
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.log import DEFAULT_LOG_HANDLER, LimitFilter, console
from pelican.settings import read_settings

from plugins.content_gate import canary, messages
from plugins.content_gate.annotations import as_github, as_gitlab
from plugins.content_gate.config import ContentGateSettings, ReportFormat
from plugins.content_gate.faults import fault_of
from plugins.content_gate.interruption import end_if_stopped, hear_interruptions
from plugins.content_gate.page_scan import scan_of
from plugins.content_gate.pelican_log import PelicanLog
from plugins.content_gate.report import (
    arrange,
    as_json,
    as_lines,
    counted,
    heaviest_first,
    line_of,
    stops,
)
from plugins.content_gate.tried_html import check_tried_html
from plugins.core.children import work_in_parallel
from plugins.core.diagnostics import Diagnostic, PackedAdvice
from plugins.core.errors import ConfigError
from plugins.core.pelican import connect, connected_modules, site_of
from plugins.core.signals import (
    ComposedSite,
    FileQuestion,
    ListedFindings,
    Report,
    Trial,
    TrialResult,
    Verdict,
    WrittenSite,
    answer_of,
    ask_all,
    checks_requested,
    corpus_checks_requested,
    diagnostics_found,
    file_findings_requested,
    packed_advice_found,
    report_given,
    text_checks_requested,
    trial_requested,
    verdict_requested,
)
from plugins.core.site import Site
from plugins.core.text_checks import TextCheck

_ROOT = Path(__file__).resolve().parents[2]
# Written down apart from `PLUGINS`: whoever drops a feature there must say it here as well.
_REQUIRED = frozenset(
    {
        "plugins.accessibility_statement",
        "plugins.accessibility_toolbar",
        "plugins.article_reader",
        "plugins.assets",
        "plugins.attachments",
        "plugins.citations",
        "plugins.content_gate",
        "plugins.corrections",
        "plugins.discovery",
        "plugins.document_pdfs",
        "plugins.front_page",
        "plugins.glossary",
        "plugins.official_documents",
        "plugins.old_addresses",
        "plugins.other_articles",
        "plugins.outgoing_links",
        "plugins.page_writer",
        "plugins.portal_monitoring",
        "plugins.read_aloud",
        "plugins.responsive_images",
        "plugins.series",
        "plugins.serving",
        "plugins.site_data",
        "plugins.text_hygiene",
        "plugins.view_counts",
    }
)
# What is harmless on one page is not looked at again on the next one, but for other processes.
_WORTH_A_CHILD = 12
_found: list[Diagnostic] = []
_packed: list[PackedAdvice] = []
_log = PelicanLog(_found.append)


def connect_receivers() -> None:
    """Listen to the features and to Pelican from now on.

    What a site before this one left behind, because it broke before its verdict, is dropped.
    """
    _found.clear()
    _packed.clear()
    hear_interruptions()
    diagnostics_found.connect(keep_findings)
    packed_advice_found.connect(keep_packed)
    verdict_requested.connect(give_verdict)
    text_checks_requested.connect(give_text_checks)
    checks_requested.connect(check_written_site)
    connect(signals.initialized, hear_everything)
    connect(signals.initialized, require_every_feature)
    corpus_checks_requested.connect(send_canary)
    logging.getLogger().addHandler(_log)
    DEFAULT_LOG_HANDLER.addFilter(_shows)


def hear_everything(pelican: Any) -> None:
    """On `initialized`: undo Pelican's memory of what it has said before.

    Its filter drops a message that was logged once in this process, so the second build
    of a preview would pass where the first one failed.
    """
    _log.content = f"{pelican.settings['PATH']}/"
    _log.store = str(pelican.settings["STORE_PATH"])
    LimitFilter._raised_messages.clear()  # noqa: SLF001  (there is no public way)
    LimitFilter._group_count.clear()  # noqa: SLF001  (the same)


def require_every_feature(pelican: Any) -> None:
    """On `initialized`, after all have registered: no site without one of its features.

    Pelican passes over a plugin that does not load, and knows none that is not listed.

    Raises:
        ConfigError: naming the features that nobody will hear of.
    """
    listed = {getattr(plugin, "__name__", "") for plugin in pelican.settings["PLUGINS"]}
    ours = {name for name in listed if name.startswith("plugins.")}
    connected = {module.removesuffix(".plugin") for module in connected_modules()}
    if absent := sorted((_REQUIRED | ours) - connected):
        message = f"{', '.join(absent)} did not join the site: see PLUGINS and the log above"
        raise ConfigError(message)


def give_text_checks(_site: Site) -> list[TextCheck]:
    """On `text_checks_requested`: what editors tried as HTML."""
    return [check_tried_html]


def send_canary(composed: ComposedSite) -> list[Diagnostic]:
    """On `corpus_checks_requested`: the walls of this very build, tried."""
    site = composed.corpus.site
    trial = Trial(site=site, path=canary.PATH, content=canary.SOURCE.encode())
    article: TrialResult = answer_of(trial_requested, trial)
    values = [
        str(article.header[key]) for key in ("title", "category", "tags") if key in article.header
    ]

    def render(template: str, text: str) -> str:
        return composed.environment.from_string(template).render(text=text)

    scan = scan_of(site)
    living = canary.alive(article.body, [*values, article.summary, article.lead], scan, render)
    return list(map(messages.canary_alive, living))


def check_written_site(written: WrittenSite) -> Iterator[Diagnostic]:
    """On `checks_requested`: nothing that was written can act."""
    if written.site.check_only:
        return
    sources = {record.path for record in written.records}
    scan = scan_of(written.site)
    looked_at = work_in_parallel(
        lambda share: list(scan.files(written.read, share)),
        sorted(written.fresh),
        messages.LOOKING,
        _WORTH_A_CHILD,
    )
    for threat in sorted(chain.from_iterable(looked_at), key=attrgetter("file")):
        owner = written.files[threat.file].owner
        path = owner if owner in sources else ""
        yield messages.active_page(path, threat.file, owner, threat.found)


def keep_findings(findings: Iterable[Diagnostic]) -> None:
    """Keep what a feature found until the verdict."""
    _found.extend(findings)


def keep_packed(advice: Iterable[PackedAdvice]) -> None:
    """Keep advice of earlier builds until somebody wants to read it."""
    _packed.extend(advice)


def give_verdict(written: WrittenSite) -> Verdict:
    """Print the report of this build and say whether the site may go to its place."""
    end_if_stopped()
    settings = written.site.settings_for("CONTENT_GATE", ContentGateSettings)
    stopped = _print_report(written.site.content, settings)
    return Verdict(apply=not stopped and not written.site.check_only, exit_code=int(stopped))


def _print_report(content: Path, settings: ContentGateSettings) -> bool:
    """Print what was found and say whether it stops a build."""
    folder = _from_repository(content) or settings.shown_folder or content.as_posix()
    reads_advice = settings.advice or settings.report_format != "text"
    found, packed = tuple(_found), tuple(_packed)
    _found.clear()
    _packed.clear()

    def with_all_advice() -> list[Diagnostic]:
        unpacked = (advice for each in packed for advice in each.unpack(each.path))
        return arrange((*found, *unpacked), settings.only)

    findings = with_all_advice() if reads_advice else arrange(found, settings.only)
    unread = 0 if reads_advice else sum(each.count for each in packed)
    text = _formatted(findings, folder, settings, unread)
    print(text)  # noqa: T201  (the report is the product)
    stopped = stops(findings)

    def list_findings(about: Collection[str], limit: int) -> ListedFindings:
        known = arrange(found, settings.only)
        advice = [each for each in packed if settings.only in ("", each.path)]
        total = len(known) + sum(each.count for each in advice)
        shown = list(islice(heaviest_first(known, advice, about), limit))
        lines = tuple(line_of(finding, folder) for finding in shown)
        return ListedFindings(lines=lines, more=total - len(lines))

    report_given.send(
        Report(
            list_findings=list_findings,
            counted=counted(findings, unread),
            exit_code=int(stopped),
            text=text,
        )
    )
    return stopped


def _formatted(
    findings: list[Diagnostic], folder: str, settings: ContentGateSettings, unread: int
) -> str:
    match settings.report_format:
        case "json":
            return as_json(findings)
        case "github":
            return as_github(findings, folder)
        case "gitlab":
            return as_gitlab(findings, folder)
        case "text":
            return as_lines(findings, folder, advice=settings.advice, unread=unread)


def check(given: Path, only: str, report_format: ReportFormat, output: Path) -> None:
    """Print what is found in a content folder, or in one file of it, and change nothing.

    The whole folder is built without being applied. One article is read alone, which takes
    no longer in a folder of 10,000: what only a look at the others shows is left out.

    Args:
        given: The content folder, as it was named.
        only: The file to report about, relative to it; "" for all.
        report_format: How to print.
        output: A folder in which nothing stays.

    Raises:
        SystemExit: with 1 where a finding stops the build.
    """
    content = given.resolve()
    gate = ContentGateSettings(
        report_format=report_format,
        only=only,
        advice=True,
        shown_folder=given.as_posix(),
    )
    # Pelican ends with a line of its own, which would stand behind the JSON.
    console.quiet = True
    overrides: dict[str, Any] = {
        "PATH": str(content),
        "OUTPUT_PATH": str(output),
        "CONTENT_GATE": gate,
        "CHECK_ONLY": True,
    }
    pelican = Pelican(read_settings(str(_ROOT / "pelicanconf.py"), override=overrides))
    if not only.endswith(".md"):
        pelican.run()
        return
    question = FileQuestion(site=site_of(pelican.settings), path=only)
    keep_findings(ask_all(file_findings_requested, question))
    if _print_report(content, gate):
        sys.exit(1)


def told(error: Exception) -> str:
    """What broke a check, for whoever asked for it."""
    return fault_of(error, _log.store)


def _from_repository(folder: Path) -> str:
    """The way to a folder from the top of the repository; "" where it lies elsewhere."""
    return folder.relative_to(_ROOT).as_posix() if folder.is_relative_to(_ROOT) else ""


def _shows(record: logging.LogRecord) -> bool:
    """Whether Pelican's own output shows a record: what the report shows, it does not."""
    return not logging.WARNING <= record.levelno < logging.CRITICAL

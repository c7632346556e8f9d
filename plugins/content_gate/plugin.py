"""Joins the gate to Pelican."""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.log import DEFAULT_LOG_HANDLER, LimitFilter, console
from pelican.settings import read_settings

from plugins.content_gate.config import ContentGateSettings, ReportFormat
from plugins.content_gate.pelican_log import PelicanLog
from plugins.content_gate.report import arrange, as_json, as_lines, stops
from plugins.core.diagnostics import Diagnostic
from plugins.core.pelican import connect
from plugins.core.signals import (
    Verdict,
    WrittenSite,
    diagnostics_found,
    verdict_requested,
)

_ROOT = Path(__file__).resolve().parents[2]
_found: list[Diagnostic] = []
_log = PelicanLog(_found.append)


def connect_receivers() -> None:
    """Listen to the features and to Pelican from now on.

    What a site before this one left behind, because it broke before its verdict, is dropped.
    """
    _found.clear()
    diagnostics_found.connect(keep_findings)
    verdict_requested.connect(give_verdict)
    connect(signals.initialized, hear_everything)
    logging.getLogger().addHandler(_log)
    DEFAULT_LOG_HANDLER.addFilter(_shows)


def hear_everything(_pelican: Any) -> None:
    """On `initialized`: undo Pelican's memory of what it has said before.

    Its filter drops a message that was logged once in this process, so the second build
    of a preview would pass where the first one failed.
    """
    LimitFilter._raised_messages.clear()  # noqa: SLF001  (there is no public way)
    LimitFilter._group_count.clear()  # noqa: SLF001  (the same)


def keep_findings(findings: Iterable[Diagnostic]) -> None:
    """Keep what a feature found until the verdict."""
    _found.extend(findings)


def give_verdict(written: WrittenSite) -> Verdict:
    """Print the report of this build and say whether the site may go to its place."""
    settings = written.site.settings_for("CONTENT_GATE", ContentGateSettings)
    findings = arrange(_found, settings.only)
    _found.clear()
    if settings.report_format == "json":
        print(as_json(findings))  # noqa: T201  (the report is the product)
    else:
        print(as_lines(findings, settings.shown_folder, advice=settings.advice))  # noqa: T201  (the same)
    stopped = stops(findings)
    return Verdict(apply=not stopped and not settings.check_only, exit_code=int(stopped))


def check(content: Path, only: str, report_format: ReportFormat, output: Path) -> None:
    """Build a content folder without applying it and print what was found.

    Args:
        content: The content folder.
        only: The file to report about, relative to it; "" for all.
        report_format: How to print.
        output: A folder in which nothing stays.

    Raises:
        SystemExit: with 1 where a finding stops the build.
    """
    gate = ContentGateSettings(
        report_format=report_format,
        only=only,
        advice=True,
        check_only=True,
        shown_folder=content.name,
    )
    # Pelican ends with a line of its own, which would stand behind the JSON.
    console.quiet = True
    overrides = {"PATH": str(content), "OUTPUT_PATH": str(output), "CONTENT_GATE": gate}
    Pelican(read_settings(str(_ROOT / "pelicanconf.py"), override=overrides)).run()


def _shows(record: logging.LogRecord) -> bool:
    """Whether Pelican's own output shows a record: what the report shows, it does not."""
    return not logging.WARNING <= record.levelno < logging.CRITICAL

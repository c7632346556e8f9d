"""Findings as one report: lines for people, JSON for programs."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import asdict

from plugins.content_gate import messages
from plugins.core.diagnostics import Diagnostic, PackedAdvice, Severity


def arrange(findings: Iterable[Diagnostic], only: str = "") -> list[Diagnostic]:
    """Every finding once, sorted by place; those of one file only if it is named."""
    unique = {finding for finding in findings if only in ("", finding.path)}
    return sorted(unique, key=lambda finding: finding.sort_key)


def heaviest_first(
    findings: Iterable[Diagnostic],
    packed: Iterable[PackedAdvice] = (),
    about: Collection[str] = (),
) -> Iterator[Diagnostic]:
    """Errors, then warnings, then advice, of which no more is unpacked than is asked for.

    Args:
        findings: In the order of the report.
        packed: Advice besides.
        about: The files whose findings come first among those of one weight.
    """
    weights = {severity: weight for weight, severity in enumerate(Severity)}
    yield from sorted(findings, key=lambda each: (weights[each.severity], each.path not in about))
    for advice in sorted(packed, key=lambda each: (each.path not in about, each.path)):
        yield from advice.unpack(advice.path)


def stops(findings: Iterable[Diagnostic]) -> bool:
    """Whether any finding stops a build."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def as_json(findings: Sequence[Diagnostic]) -> str:
    """One JSON array of objects with all attributes of a diagnostic."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1)


def as_lines(
    findings: Sequence[Diagnostic], shown_folder: str, *, advice: bool = True, unread: int = 0
) -> str:
    """A line per finding, `path:line: CODE message`, its remedy below, and the count.

    Args:
        findings: All of them, in the order of the report.
        shown_folder: What stands in front of each path.
        advice: Whether advice has lines of its own, or is only counted.
        unread: How much advice there is besides.
    """
    shown = [f for f in findings if advice or f.severity is not Severity.ADVICE]
    lines = [line_of(finding, shown_folder) for finding in shown]
    hint = messages.SEE_ADVICE if len(shown) < len(findings) + unread else ""
    return "\n".join([*lines, *summary(findings, hint, unread)])


def line_of(finding: Diagnostic, shown_folder: str) -> str:
    """One finding with its place, and its remedy on a line below."""
    place = shown_path(finding, shown_folder) + (f":{finding.line}" if finding.line else "")
    name = messages.severity_name(finding.severity)
    field = f" [{finding.field}]" if finding.field else ""
    remedy = f"\n    {messages.REMEDY}: {finding.remedy}" if finding.remedy else ""
    return f"{place}: {finding.code} ({name}){field} {finding.message}{remedy}"


def shown_path(finding: Diagnostic, shown_folder: str) -> str:
    """Where a finding is; the folder for what concerns the site as a whole."""
    return f"{shown_folder}/{finding.path}" if finding.path else shown_folder


def summary(findings: Sequence[Diagnostic], hint: str = "", unread: int = 0) -> list[str]:
    """The verdict and, where anything was found, how much of each weight."""
    verdict = messages.STOPPED if stops(findings) else messages.ALL_WELL
    if not findings and not unread:
        return [verdict]
    return [verdict, f"({counted(findings, unread)}{hint})"]


def counted(findings: Iterable[Diagnostic], unread: int = 0) -> str:
    """How many findings there are of each weight, with as much advice more as is unread."""
    weights = Counter(finding.severity for finding in findings)
    weights[Severity.ADVICE] += unread
    return messages.counted(weights)

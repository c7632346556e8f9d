"""What tools object to and we allow for a time; the statement about accessibility tells it."""

from plugins.accessibility_statement import AccessibilityStatementSettings
from plugins.accessibility_statement.allowed import read_allowed

ALLOWED = read_allowed(AccessibilityStatementSettings().allowed)


def is_allowed(tool: str, finding: str) -> bool:
    """Whether an exception holds for a finding of a tool."""
    return any(
        entry.tool == tool and finding.startswith(entry.code) and entry.says in finding
        for entry in ALLOWED
    )

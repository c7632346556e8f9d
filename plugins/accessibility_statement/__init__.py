"""The public page that says what of accessibility was tested, how, and what came out.

Made from the results of the last `make audit`: the page claims no more than was measured,
and says what was not. `goals.toml` names the measures and their limits, `results.json` is
written by the audit, `allowed.toml` holds what tests let pass for a time.

Kind: corpus, site. In the context: `accessibility_statement` (`Statement`).
Setting: `ACCESSIBILITY_STATEMENT` (`AccessibilityStatementSettings`).
"""

from plugins.accessibility_statement.config import AccessibilityStatementSettings

__all__ = ["AccessibilityStatementSettings", "register"]


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.accessibility_statement.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

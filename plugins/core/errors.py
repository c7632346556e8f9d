"""The exceptions of Cổng Tin: for engineers and operators, in English.

What an editor must mend is never an exception but a `Diagnostic`.
"""


class SiteError(Exception):
    """A build cannot go on; the message says what, where and what to do."""


class ConfigError(SiteError):
    """A setting is wrong; the message names it, what was given and what is allowed."""


class ContentError(SiteError):
    """One content file cannot be used; its reasons are already reported as diagnostics."""

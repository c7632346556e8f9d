"""Pelican's own complaints as findings: nothing is swallowed, nothing hides the next.

Pelican logs "Could not process x.md" without a reason and goes on; the reason is the
exception that is being handled at that moment.
"""

import logging
import re
import sys
from collections.abc import Callable

from plugins.content_gate import messages
from plugins.core.diagnostics import Diagnostic
from plugins.core.errors import ContentError

_SOURCE = re.compile(r"[\w./-]+\.md\b")
# Told better by our own findings: an empty site, a folder that is missing, no public address.
_HARMLESS = re.compile(
    r"No valid files found in content|Watched path does not exist|Feeds generated without SITEURL"
)


class PelicanLog(logging.Handler):
    """Hands every warning and error of Pelican to the gate."""

    def __init__(self, keep: Callable[[Diagnostic], None]) -> None:
        """Listen from warnings upwards."""
        super().__init__(logging.WARNING)
        self._keep = keep

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record, unless its reasons are known already."""
        reason = sys.exc_info()[1]
        said = record.getMessage()
        if isinstance(reason, ContentError) or _HARMLESS.search(said):
            return
        source = _SOURCE.search(said)
        detail = f"{said} ({type(reason).__name__}: {reason})" if reason else said
        self._keep(messages.from_pelican(source[0] if source else "", detail))

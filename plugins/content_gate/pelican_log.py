"""Pelican's own complaints as findings: nothing is swallowed, nothing hides the next.

Pelican logs "Could not process x.md" without a reason and goes on; the reason is the
exception that is being handled at that moment.
"""

import logging
import re
import sys
from collections.abc import Callable

from plugins.content_gate import messages
from plugins.content_gate.faults import fault_of
from plugins.core.diagnostics import Diagnostic
from plugins.core.errors import ContentError

_SOURCE = re.compile(r"[\w./-]+\.md\b")
# Told better by our own findings: an empty site, a folder that is missing, no public address,
# a symbolic link that leads nowhere.
_HARMLESS = re.compile(
    r"No valid files found in content|Watched path does not exist|Feeds generated without SITEURL"
    r"|Cannot get modification stamp"
)


class PelicanLog(logging.Handler):
    """Hands every warning and error of Pelican to the gate.

    Attributes:
        content: How paths of the content folder begin; they are told without it.
        store: The folder of the store of the site that is being built.
    """

    def __init__(self, keep: Callable[[Diagnostic], None]) -> None:
        """Listen from warnings upwards."""
        super().__init__(logging.WARNING)
        self._keep = keep
        self.content = self.store = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record, unless its reasons are known already.

        After a critical one nobody asks for a verdict any more, so it is told at once.
        """
        reason = sys.exc_info()[1]
        if reason and record.levelno >= logging.CRITICAL:
            print(fault_of(reason, self.store), file=sys.stderr)  # noqa: T201  (to the person at the keyboard)
            return
        said = record.getMessage().replace(self.content, "")
        if isinstance(reason, ContentError) or _HARMLESS.search(said):
            return
        source = _SOURCE.search(said)
        detail = f"{said} ({type(reason).__name__}: {reason})" if reason else said
        self._keep(messages.from_pelican(source[0] if source else "", detail))

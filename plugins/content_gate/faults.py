"""What the system refused, as a sentence: the cause, the file and what to do."""

import errno
import sqlite3

from plugins.content_gate import messages

_CAUSES = {
    errno.ENOSPC: messages.DISK_FULL,
    errno.EDQUOT: messages.DISK_FULL,
    errno.EFBIG: messages.FILE_LIMIT,
    errno.EACCES: messages.NO_RIGHT,
    errno.EPERM: messages.NO_RIGHT,
    errno.EROFS: messages.READ_ONLY,
    errno.ELOOP: messages.LINK_OUT,
    errno.EWOULDBLOCK: messages.TWO_BUILDS,
    errno.EMFILE: messages.TOO_MANY_OPEN,
    errno.EIO: messages.BAD_DISK,
}
_STORE_CAUSES = {
    sqlite3.SQLITE_FULL: messages.DISK_FULL,
    sqlite3.SQLITE_READONLY: messages.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: messages.NO_RIGHT,
    sqlite3.SQLITE_IOERR: messages.BAD_DISK,
}


def fault_of(error: BaseException, store: str) -> str:
    """What broke a build, told to whoever has to mend it.

    Args:
        error: What was raised.
        store: The folder of the store, whose errors name no file.
    """
    if isinstance(error, sqlite3.Error):
        # The lowest byte is the kind of an error, the others its details.
        cause = _STORE_CAUSES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        return messages.fault(cause, store) if cause else messages.broken(_named(error))
    if isinstance(error, OSError) and error.errno in _CAUSES and error.filename:
        return messages.fault(_CAUSES[error.errno], str(error.filename))
    return messages.broken(_named(error))


def _named(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"

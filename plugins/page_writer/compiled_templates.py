"""Templates as Python compiled them: compiling those of one page takes longer than making it.

They lie with the theme, in the folder that Python gives its own compiled code, and not in the
store: what is run must not come from a cache that is handed around between machines.
"""

import os
import sys
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from plugins.core.sealed_file import read_sealed, write_sealed

_FOLDER = "__pycache__"


class CompiledTemplates(BytecodeCache):
    """The templates of a theme as earlier builds compiled them from the same sources."""

    def __init__(self, theme: Path, made_by: str) -> None:
        """Nothing is read before a template is asked for.

        Args:
            theme: The folder of the theme.
            made_by: Changes with all that decides how a source is compiled.
        """
        self._folder, self._made_by = theme / _FOLDER, made_by
        # As Python does: it writes nothing where it may not, and says nothing of it.
        self._may_write = not sys.dont_write_bytecode and os.access(theme, os.W_OK)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002  (Jinja's own signature)
        """One for each name: a theme elsewhere has a folder of its own."""
        return super().get_cache_key(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template the code that was made from its source, if there is any."""
        content = read_sealed(self._file(bucket), self._made_by)
        if content is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template, in place of what its name had before."""
        if self._may_write:
            write_sealed(self._file(bucket), self._made_by, bucket.bytecode_to_string())

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.template"

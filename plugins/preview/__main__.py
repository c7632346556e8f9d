"""`python -m plugins.preview`: build, serve, watch, build again."""

import argparse
import errno
import os
import signal
import sys
import threading
from pathlib import Path

from msgspec import Struct

from plugins.core.messages import no_content
from plugins.preview import messages
from plugins.preview.builds import ROOT, Builder, BuildOrder
from plugins.preview.rebuilding import Rebuilding
from plugins.preview.server import PreviewServer
from plugins.preview.watching import Watched, watch_changes


class PreviewOptions(Struct, frozen=True, kw_only=True):
    """What was asked for on the command line, with absolute paths."""

    content: Path
    output: Path
    settings: Path
    host: str
    port: int

    @property
    def watched(self) -> Watched:
        """Content, theme and code, as far as they are there."""
        project = self.settings.parent
        folders = (self.content, project / "theme", project / "plugins")
        return Watched(
            folders=tuple(folder for folder in folders if folder.is_dir()),
            files=(
                *(project / "pelicanconf.py", project / "publishconf.py", self.settings),
                Path(os.environ.get("STORE_PATH", project / ".store")) / "recorded",
            ),
            ignored=(self.output,),
        )


def main() -> int:
    """Serve until Ctrl-C; the exit code is 1 if serving could not even begin."""
    options = _read_options()
    if not options.content.is_dir():
        return _refuse(no_content(str(options.content)))
    try:
        server = PreviewServer((options.host, options.port), options.output, options.content)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        reason = error.strerror or str(error)
        return _refuse(
            messages.port_taken(options.port)
            if taken
            else messages.cannot_listen(options.host, reason)
        )
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _serve(server, options)
    except KeyboardInterrupt:
        print(f"\n{messages.STOPPED}")
    return 0


def _read_options() -> PreviewOptions:
    parser = argparse.ArgumentParser(prog="python -m plugins.preview", description=__doc__)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--output", type=Path, default=ROOT / "output")
    parser.add_argument("--settings", type=Path, default=ROOT / "pelicanconf.py")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000, help="0 takes any free port")
    given = parser.parse_args()
    return PreviewOptions(
        content=given.content.resolve(),
        output=given.output.resolve(),
        settings=given.settings.resolve(),
        host=given.host,
        port=given.port,
    )


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def _serve(server: PreviewServer, options: PreviewOptions) -> None:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(messages.address(f"{server.url}/"), flush=True)
    order = BuildOrder(
        content=options.content,
        output=options.output,
        settings=options.settings,
        url=server.url,
    )
    board, content = server.board, options.content
    with Builder(order) as builder, Rebuilding(builder, board, content, _tell) as rebuilding:
        for changed in watch_changes(options.watched):
            rebuilding.change(changed)


def _tell(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())

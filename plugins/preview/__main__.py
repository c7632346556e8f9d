"""`python -m plugins.preview`: build, serve, watch, build again."""

import argparse
import errno
import signal
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from plugins.core.messages import no_content
from plugins.preview import messages
from plugins.preview.builds import ROOT, Builder, BuildOrder
from plugins.preview.server import PreviewServer
from plugins.preview.watching import Watched, watch_changes


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewOptions:
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
            files=(project / "pelicanconf.py", project / "publishconf.py", self.settings),
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
    with Builder(order) as builder:
        for changed in watch_changes(options.watched):
            if any(path.suffix == ".py" for path in changed):
                builder.forget_code()
            _build(builder, server, tuple(path.name for path in changed))


def _build(builder: Builder, server: PreviewServer, changed: tuple[str, ...]) -> None:
    """Build once and tell the open pages and the terminal."""
    began = time.monotonic()
    result = builder.build()
    server.board.show(server.board.status.after(result, version=str(time.time_ns())))
    if result.printed:
        print(result.printed)
    seconds = time.monotonic() - began
    print(messages.built(seconds, changed) if result.passed else messages.FAILED, flush=True)


if __name__ == "__main__":
    sys.exit(main())

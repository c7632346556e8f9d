"""What pages load besides pictures of articles, read from a theme folder as one bundle."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from plugins.assets.stylesheet import compact, inline_imports, rewrite_urls
from plugins.core.errors import ConfigError
from plugins.core.files import fingerprint, inside

FOLDER = "giao-dien"
# Style sheets by name, each with its table of contents; a theme may have the first alone.
_SHEETS = {"site.css": "main.css", "pages.css": "pages.css", "listening.css": "listening.css"}
# A sheet of its own, because browsers paint a page without waiting for it.
_PRINT = "print.css"
_SCRIPTS = ("*.js", "components/*/*.js", "scripts/*.js")
_PICTURES = tuple(f"images/**/*.{end}" for end in ("avif", "ico", "jpg", "png", "svg", "webp"))
# Browsers ask for this address at the root whatever a page says.
_FAVICON = "images/favicon.ico"
_MODULE = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](?P<path>\.{1,2}/[^"']+)["']""")


class Bundle(Struct, frozen=True, kw_only=True):
    """The finished assets of a theme.

    Attributes:
        fingerprint: Changes with any byte or name in the bundle.
        files: Contents by path in the bundle's folder, as in the theme.
    """

    fingerprint: str
    files: Mapping[str, bytes]

    def path_of(self, name: str) -> str:
        """The address of an asset below the site's root.

        Raises:
            ConfigError: if the theme has no such asset.
        """
        if name not in self.files:
            message = f"asset({name!r}): the theme has no such asset; it has {sorted(self.files)}"
            raise ConfigError(message)
        return f"{FOLDER}/{self.fingerprint}/{name}"

    def site_files(self) -> Iterator[tuple[str, bytes]]:
        """Every file to write, by its address below the site's root."""
        for name, content in self.files.items():
            yield self.path_of(name), content
        if _FAVICON in self.files:
            yield "favicon.ico", self.files[_FAVICON]


def read_bundle(theme: Path) -> Bundle:
    """The assets of a theme folder.

    Raises:
        ConfigError: if a style sheet or a script names a file that the theme does not have.
    """
    sheets, files = _read_stylesheets(theme)
    if (theme / _PRINT).is_file():
        files[_PRINT] = compact((theme / _PRINT).read_text(encoding="utf-8")).encode()
    files |= {name: (theme / name).read_bytes() for name in _found(theme, _SCRIPTS + _PICTURES)}
    _check_modules(files)
    listed = dict(sorted((files | sheets).items()))
    content = b"".join(f"{name}\0{len(b)}\0".encode() + b for name, b in listed.items())
    return Bundle(fingerprint=fingerprint(content), files=listed)


def _found(theme: Path, patterns: tuple[str, ...]) -> list[str]:
    paths = {path for pattern in patterns for path in theme.glob(pattern)}
    return sorted(path.relative_to(theme).as_posix() for path in paths)


def _content(theme: Path, name: str, named_in: str) -> bytes:
    path = inside(theme, name)
    if path is None:
        message = f"theme/{named_in} names {name!r}: there is no such file in the theme folder"
        raise ConfigError(message)
    return path.read_bytes()


def _read_stylesheets(theme: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The whole style sheets, and the files that their `url()`s name."""
    named: dict[str, bytes] = {}
    first, *further = _SHEETS.items()
    present = [first, *(pair for pair in further if (theme / pair[1]).is_file())]
    sheets = {name: _read_stylesheet(theme, contents, named) for name, contents in present}
    return sheets, named


def _read_stylesheet(theme: Path, contents: str, named: dict[str, bytes]) -> bytes:
    """One whole style sheet; the files that its `url()`s name are added to the others."""

    def load(name: str) -> str:
        def rewrite(target: str) -> str:
            path = _local_path(target, name)
            named[path] = _content(theme, path, name)
            return path

        sheet = _content(theme, name, contents).decode()
        # Taking the comments out takes long, and no sheet has the word.
        if "@import" in sheet and "@import" in compact(sheet):
            message = f"theme/{name} has an @import: only theme/{contents} may import"
            raise ConfigError(message)
        return rewrite_urls(sheet, rewrite)

    try:
        sheet = inline_imports(_content(theme, contents, contents).decode(), load)
    except ValueError as error:
        message = f'theme/{contents}: write @import url("…") layer(…); instead of {error}'
        raise ConfigError(message) from error
    return compact(sheet).encode()


def _local_path(target: str, named_in: str) -> str:
    """The path in the theme that a reference in one of its files means."""
    if target.startswith("/") or re.match(r"[a-z]+:|#", target):
        message = f"theme/{named_in} names {target!r}: only files of the theme may be named"
        raise ConfigError(message)
    return posixpath.normpath(posixpath.join(posixpath.dirname(named_in), target))


def _check_modules(files: Mapping[str, bytes]) -> None:
    for name in (name for name in files if name.endswith(".js")):
        for match in _MODULE.finditer(files[name].decode()):
            if _local_path(match["path"], name) not in files:
                message = f"theme/{name} imports {match['path']!r}: there is no such script"
                raise ConfigError(message)

"""Cases as data: what an editor, or an attacker, hands in, and what must come out.

Each file of `cases/` is one class of input. A case has a `name`, one content file whose keys
stand in the case itself, and more files under `[[case.beside]]`:

- `path`: where the file lies; `tin-tuc/<class>-<number>.md` where it is not given.
- `header`: keys that are added to a sound header; `false` takes one away.
- `body`: the text below the header; `times` writes it so often, `stairs` so often on lines of
  their own, each indented further than the one before.
- `text`: the whole file instead. `encoding`: how it is saved, UTF-8 where nothing is said.
- `picture`: what `tests.responsive_images.pictures.picture` takes; `cut` leaves so many bytes,
  `bomb` gives the width and height of a picture of very many pixels.
- `link`: where a symbolic link leads. `pipe`, `folder`: something else than a file.

`found` lists everything that must be said of these files, and nothing else may be: severity,
code, line, and the file where it is not the first: `error AR028:2 tin-tuc/hai.md`. `says`
must stand in these findings, `shows` on the page, `hides` in none of its bytes. Where one
finding is an error the build must stop; else it must not. A case that needs a site of its own
is `alone`; one that stands for its class in the comparison with plain Pelican is `stock`.
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct
from PIL import Image

from plugins.core.diagnostics import Diagnostic
from plugins.core.text import slugify
from tests.responsive_images.pictures import bomb, picture

FOLDER = Path(__file__).with_name("cases")
# What lies outside the content folder, and may never come into a site.
FOREIGN = "chữ ở nơi khác 844"
_ARTICLE = {"date": "17/03/2024", "category": "Tin trong tỉnh", "summary": "Câu mở đầu."}
_DOCUMENT = {"type": "Thông báo", "number": "không rõ", "issuer": "Sở", "date": "17/03/2024"}
_HEADERS = {"tin-tuc": _ARTICLE, "van-ban": _DOCUMENT}
_ROOMS = {"tin-tuc": "tin-tuc/", "van-ban": "van-ban/", "trang": ""}

Entry = Mapping[str, Any]


class Case(Struct, frozen=True, kw_only=True):
    """One case.

    Attributes:
        label: The class and the name.
        files: What is put into the content folder, by path.
        found: What must be said of these files, as `found_in` writes it.
    """

    label: str
    files: Mapping[str, Entry]
    found: tuple[str, ...]
    says: tuple[str, ...]
    shows: tuple[str, ...]
    hides: tuple[str, ...]
    alone: bool
    stock: bool

    def __str__(self) -> str:
        """What a report calls the case."""
        return self.label

    @property
    def path(self) -> str:
        """The file that the case is about."""
        return next(iter(self.files))

    @property
    def pages(self) -> tuple[str, ...]:
        """Where its page may stand; nowhere if it is no text that is read."""
        path, entry = PurePosixPath(self.path), self.files[self.path]
        read = path.suffix == ".md" and not path.name.startswith(".") and "folder" not in entry
        if not read or path.parts[0] not in _ROOMS:
            return ()
        slug = entry.get("header", {}).get("slug", slugify(path.stem))
        return tuple(f"{room}{slug}/index.html" for room in (_ROOMS[path.parts[0]], "ban-nhap/"))

    @property
    def stops(self) -> bool:
        """Whether no site may come of it."""
        return any(each.startswith("error ") for each in self.found)

    def write(self, content: Path) -> None:
        """Put the files into a content folder."""
        for path, entry in self.files.items():
            target = content / path
            target.parent.mkdir(parents=True, exist_ok=True)
            _write(target, entry)

    def found_in(self, diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
        """What was said of the files of this case."""
        return [found for found in diagnostics if found.path in self.files]

    def shown(self, found: Diagnostic) -> str:
        """A finding as a case file writes it."""
        other = "" if found.path == self.path else f" {found.path}"
        return f"{found.severity} {found.code}:{found.line}{other}"


def read_cases() -> list[Case]:
    """All cases of all classes."""
    return [case for file in sorted(FOLDER.glob("*.toml")) for case in _cases(file)]


def _cases(file: Path) -> Iterator[Case]:
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    for number, entry in enumerate(entries, 1):
        own = entry.get("path", f"tin-tuc/{file.stem.replace('_', '-')}-{number}.md")
        files = {own: entry} | {other["path"]: other for other in entry.get("beside", ())}
        yield Case(
            label=f"{file.stem}: {entry['name']}",
            files={
                path: {"number": f"{file.stem} {number}", **each} for path, each in files.items()
            },
            found=tuple(sorted(entry["found"])),
            says=tuple(entry.get("says", ())),
            shows=tuple(entry.get("shows", ())),
            hides=tuple(entry.get("hides", ())),
            alone=entry.get("alone", False),
            stock=entry.get("stock", False),
        )


def _write(target: Path, entry: Entry) -> None:
    if "link" in entry:
        target.symlink_to(entry["link"])
    elif "pipe" in entry:
        os.mkfifo(target)
    elif "folder" in entry:
        target.mkdir()
    else:
        target.write_bytes(_content(target, entry)[: entry.get("cut")])


def _content(target: Path, entry: Entry) -> bytes:
    if "bomb" in entry:
        return bomb(*entry["bomb"])
    if "picture" in entry:
        return picture(**{"width": 60, "height": 40, **entry["picture"]})
    if "frames" in entry:
        return _moving(entry["frames"])
    text = entry["text"] if "text" in entry else _text(target, entry)
    return str(text).encode(entry.get("encoding", "utf-8"))


def _text(target: Path, entry: Entry) -> str:
    room = next((part for part in target.parts if part in _HEADERS), "")
    title = f"Bài {entry['number']} {target.stem if 'path' in entry else ''}".strip()
    header = {"title": title, **_HEADERS.get(room, {}), **entry.get("header", {})}
    lines = [f"{key}: {value}" for key, value in header.items() if value is not False]
    return "\n".join(["---", *lines, "---", "", _body(entry), ""])


def _body(entry: Entry) -> str:
    body = str(entry.get("body", "Nội dung."))
    if "stairs" in entry:
        return "\n".join(f"{'    ' * step}{body}" for step in range(entry["stairs"]))
    return body * int(entry.get("times", 1))


def _moving(frames: int) -> bytes:
    target = BytesIO()
    first, *others = (Image.new("RGB", (20, 20), (80 * frame, 0, 0)) for frame in range(frames))
    first.save(target, "WEBP", save_all=True, append_images=others)
    return target.getvalue()

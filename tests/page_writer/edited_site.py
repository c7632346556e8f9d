"""A small, rich site that is edited, built where it was built before, and built clean."""

import io
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace
from PIL import Image

from tests.conftest import FIRST_SITE, ROOT, BuiltSite, build_folder
from tests.pdfs import pdf_of

THEME = ROOT / "theme"
SECTIONS = ("Tin trong tỉnh", "Tin trong nước", "Khoa học và công nghệ")
PICTURES = ("hinh-anh/a.jpg", "hinh-anh/b.jpg")
ATTACHMENT = "tep/bao-cao.pdf"
DOCUMENT = "van-ban/thong-bao.md"
CLOCK = "SOURCE_DATE_EPOCH"
APRIL, JUNE = 1711900800, 1717171200
_DATA = ("lien-ket", "luot-xem", "may-chu", "so-lieu", "co-quan")


class Text(Struct, kw_only=True, dict=True):
    """A content file as an editor thinks of it."""

    header: dict[str, str]
    body: str

    def written(self) -> str:
        """The bytes of the file, as text."""
        lines = [f"{key}: {value}" for key, value in self.header.items()]
        return "\n".join(["---", *lines, "---", "", self.body, ""])


class Edited(Struct, kw_only=True, dict=True):
    """Everything that an edit can change.

    Attributes:
        articles: By path; all texts of other kinds are `texts`.
        terms: The register of abbreviations: short and long forms.
        files: All other content files by path.
        theme: The files of the theme that were changed.
        settings: What is set besides what every site has.
        clock: The instant of the build, in seconds.
    """

    articles: dict[str, Text]
    texts: dict[str, Text]
    terms: dict[str, str]
    files: dict[str, str | bytes]
    theme: dict[str, str] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    clock: int = APRIL

    def content(self) -> dict[str, bytes]:
        """The whole content folder."""
        texts = {path: text.written() for path, text in (self.articles | self.texts).items()}
        terms = "".join(
            f'[[term]]\nshort = "{short}"\nlong = "{long}"\n\n'
            for short, long in sorted(self.terms.items())
        )
        whole = texts | self.files | {"du-lieu/tu-viet-tat.toml": terms}
        return {p: c.encode() if isinstance(c, str) else c for p, c in whole.items()}

    def copied(self) -> "Edited":
        """The same, to go back to."""
        articles, texts = (
            {path: replace(text, header=dict(text.header)) for path, text in texts.items()}
            for texts in (self.articles, self.texts)
        )
        return replace(
            self,
            articles=articles,
            texts=texts,
            terms=dict(self.terms),
            files=dict(self.files),
            theme=dict(self.theme),
            settings=dict(self.settings),
        )


def picture(colour: tuple[int, int, int]) -> bytes:
    """A picture of one colour."""
    file = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(file, "JPEG")
    return file.getvalue()


def new_article(number: int, **header: str) -> Text:
    """An article like any other."""
    fields = {
        "title": f"Bài số {number}",
        "date": f"{number % 27 + 1:02}/03/2024",
        "slug": f"bai-viet-so-{number}",
        "category": SECTIONS[number % 2],
        "tags": f"Nhãn hiệu, Thẻ {number % 3}",
        "summary": f"UBND họp lần thứ {number} về chuyển đổi số.",
    }
    body = f"UBND tỉnh họp lần thứ {number}. Sở KH&CN trình bày kế hoạch năm {2000 + number}."
    return Text(header=fields | header, body=body)


def view_of(slug: str, value: int) -> str:
    """The data file that says how often an article was read."""
    return f'[[view]]\nslug = "{slug}"\nvalue = {value}\ntaken_on = ""\n'


def first_state() -> Edited:
    """The site before the first edit: six articles, a document, two pages, all data files."""
    articles = {f"tin-tuc/2024/bai-{n}.md": new_article(n) for n in range(1, 7)}
    first, second, third, *_ = articles.values()
    first.body += (
        f"\n\n![Một ngôi nhà màu đỏ](/{PICTURES[0]})\n\nXem [báo cáo của Sở](/{ATTACHMENT})."
    )
    first.header |= {"image": PICTURES[1], "image_alt": "Một cánh đồng lúa"}
    second.body += "\n\nXem [bài đầu tiên](bai-1.md)."
    second.header |= {"series": "Chuyển đổi số", "related": "bai-viet-so-5"}
    third.header |= {"series": "Chuyển đổi số", "documents": "thong-bao-so-mot"}
    document = Text(
        header={
            "title": "Thông báo kết luận hội nghị",
            "slug": "thong-bao-so-mot",
            "type": "Thông báo",
            "number": "12/TB-UBND",
            "issuer": "Ủy ban nhân dân tỉnh",
            "date": "01/03/2024",
        },
        body="UBND tỉnh thông báo.\n\n1. Sở KH&CN chủ trì.\n\n2. Các đơn vị phối hợp.",
    )
    contact = Text(header={"title": "Liên hệ", "slug": "lien-he"}, body="Gửi UBND tỉnh.")
    about = Text(
        header={"title": "Giới thiệu", "slug": "gioi-thieu"},
        body="Về [bài](../tin-tuc/2024/bai-3.md).",
    )
    sections = "".join(f'[[section]]\nname = "{name}"\ndescription = ""\n\n' for name in SECTIONS)
    return Edited(
        articles=articles,
        texts={DOCUMENT: document, "trang/lien-he.md": contact, "trang/gioi-thieu.md": about},
        terms={"UBND": "Ủy ban nhân dân", "KH&CN": "khoa học và công nghệ"},
        files={
            "du-lieu/chuyen-muc.toml": sections,
            **{
                f"du-lieu/{name}.toml": (FIRST_SITE / "du-lieu" / f"{name}.toml").read_text("utf-8")
                for name in _DATA
            },
            "du-lieu/luot-xem.toml": view_of("bai-viet-so-4", 31),
            PICTURES[0]: picture((200, 0, 0)),
            PICTURES[1]: picture((0, 200, 0)),
            ATTACHMENT: pdf_of(),
        },
    )


class EditedSite:
    """A site with an output and a store that stay, and clean builds beside it."""

    def __init__(self, folder: Path, pictures: Path) -> None:
        """Write the site as it is before the first edit.

        Args:
            folder: Where it lies.
            pictures: Where encoded pictures are kept, for clean builds as well: they are made
                of their sources alone, and take long.
        """
        self.state = first_state()
        self.content, self.output = folder / "content", folder / "output"
        self.store = folder / "store"
        self._folder, self._theme = folder, folder / "theme"
        self._pictures = pictures
        shutil.copytree(THEME, self._theme)
        self._themed: Mapping[str, str] = {}
        self._new_store(self.store)

    def build(self) -> BuiltSite:
        """Build where the site was built before, with the store of the builds before."""
        return self._build(self.output, self.store)

    def applied(self) -> dict[str, bytes]:
        """Every file of the output as it is now."""
        files = (path for path in sorted(self.output.rglob("*")) if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in files}

    def build_clean(self) -> BuiltSite:
        """Build into nothing, from nothing."""
        output, store = self._folder / "clean" / "output", self._folder / "clean" / "store"
        shutil.rmtree(self._folder / "clean", ignore_errors=True)
        self._new_store(store)
        return self._build(output, store)

    def write(self) -> None:
        """Bring content and theme in line with the state; what is the same stays untouched."""
        wanted = self.state.content()
        for path in sorted(self.content.rglob("*"), reverse=True):
            if path.is_file() and path.relative_to(self.content).as_posix() not in wanted:
                path.unlink()
        for name, content in wanted.items():
            _write(self.content / name, content)
        for name in {**self._themed, **self.state.theme}:
            whole = self.state.theme.get(name) or (THEME / name).read_text("utf-8")
            _write(self._theme / name, whole.encode())
        self._themed = dict(self.state.theme)

    def _build(self, output: Path, store: Path) -> BuiltSite:
        self.write()
        settings = {
            "STORE_PATH": str(store),
            "THEME": str(self._theme),
            "THEME_TEMPLATES_OVERRIDES": [str(self._theme)],
            **self.state.settings,
        }
        with _at(self.state.clock):
            return build_folder(self.content, output, settings)

    def _new_store(self, store: Path) -> None:
        store.mkdir(parents=True)
        (store / "pictures").symlink_to(self._pictures, target_is_directory=True)


def differences(built: BuiltSite, clean: BuiltSite, last: Mapping[str, bytes]) -> list[str]:
    """In what a build differs from a clean one: files, findings, the way they ended.

    Args:
        built: Where the site was built before.
        clean: From nothing.
        last: What stood in the output before, which stays where a finding stops the build.
    """
    files, wanted = built.files, last if clean.exit_code else clean.files
    found = [n for n in sorted(files.keys() | wanted.keys()) if files.get(n) != wanted.get(n)]
    if built.diagnostics != clean.diagnostics:
        ours, theirs = set(built.diagnostics), set(clean.diagnostics)
        found.append(f"findings: {ours - theirs} instead of {theirs - ours}")
    if built.exit_code != clean.exit_code:
        found.append(f"exit code {built.exit_code} instead of {clean.exit_code}")
    return found


def _write(path: Path, content: bytes) -> None:
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@contextmanager
def _at(clock: int) -> Iterator[None]:
    before = os.environ.get(CLOCK)
    os.environ[CLOCK] = str(clock)
    try:
        yield
    finally:
        os.environ.pop(CLOCK)
        if before is not None:
            os.environ[CLOCK] = before

"""One generator's site: the articles of the corpus in its way, and what editors do to them."""

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from tests.bench.corpus import Article, articles_of, write_pictures
from tests.bench.cost import Cost, cost_by_feature, cost_of
from tests.bench.generators import Generator, Places

# Ours keeps encoded pictures under this name; a cold build has them.
_PICTURES = "pictures"
_STORE = "STORE_PATH"


class Site:
    """A site that is built, edited and built again; editors work on the newest article.

    Attributes:
        environment: What commands get besides what every command gets.
    """

    def __init__(self, generator: Generator, folder: Path, articles: int, size: int) -> None:
        """Lay it out in a new folder."""
        self.generator = generator
        self.places = Places(
            site=folder / "site", output=folder / "built" / "output", kept=folder / "kept"
        )
        # No voice: the other generators have none.
        self.environment = {_STORE: str(self.places.kept), "READ_ALOUD_ENGINE": "none"}
        self._edits = 0
        self._to_come = articles_of(articles, size, seed=2)
        given, place = generator.given
        skipped = shutil.ignore_patterns("node_modules")
        shutil.copytree(given, self.places.site / place, ignore=skipped)
        write_pictures(self.places.site / generator.pictures)
        (self.places.content / "tin-tuc").mkdir(parents=True)
        for article in articles_of(articles, size):
            self._newest = self._written(article)

    @property
    def folder(self) -> Path:
        """Where commands are run."""
        return self.generator.folder or self.places.site

    @property
    def page(self) -> str:
        """The address of the newest article."""
        return f"tin-tuc/{self._newest.slug}/"

    @property
    def lists(self) -> list[str]:
        """The addresses of the pages that list the newest article."""
        return [page.format(section=self._newest.section) for page in self.generator.lists]

    def take_pictures(self, other: "Site") -> None:
        """Have the encoded pictures of another site."""
        shutil.copytree(other.places.kept / _PICTURES, self.places.kept / _PICTURES)

    def forget_builds(self) -> None:
        """Leave nothing of earlier builds but encoded pictures."""
        shutil.rmtree(self.places.output.parent, ignore_errors=True)
        for each in self.places.kept.glob("*"):
            if each.is_file():
                each.unlink()
            elif each.name != _PICTURES:
                shutil.rmtree(each)

    def edit(self) -> str:
        """Add a paragraph to the newest article; gives what its page has to show then."""
        self._edits += 1
        added = f"Thêm đoạn số {self._edits}."
        self._written(replace(self._newest, body=f"{self._newest.body}\n{added}\n"))
        return added

    def retitle(self) -> str:
        """Give the newest article another title, which home has to show then as well."""
        self._edits += 1
        return self._written(replace(self._newest, title=f"Tên mới số {self._edits}")).title

    def add(self) -> str:
        """Add an article, which is the newest then; gives what its page has to show."""
        self._edits += 1
        new = replace(
            next(self._to_come),
            slug=f"bai-moi-{self._edits}",
            title=f"Bài mới số {self._edits}",
            day=self._newest.day,
        )
        return self._written(new).title

    def build(self, shows: str = "", *, by_feature: bool = False) -> Cost:
        """What a build costs.

        Args:
            shows: What the page of the newest article has to show.
            by_feature: Whether timers stand at the features, which only ours has.

        Raises:
            SystemExit: if the page does not show it.
        """
        command = self.generator.build(self.places)
        cost = self.cost_of(command, by_feature=by_feature)
        page = self.places.output / self.page / "index.html"
        if shows not in page.read_text(encoding="utf-8"):
            message = f"{self.generator.name}: {page} does not show “{shows}”"
            raise SystemExit(message)
        return cost

    def cost_of(self, command: Sequence[str], *, by_feature: bool = False) -> Cost:
        """What a command in this site costs."""
        measure = cost_by_feature if by_feature else cost_of
        return measure(command, self.folder, self.environment)

    def article_pages(self) -> Mapping[str, bytes]:
        """A digest of the page of every article, by its slug."""
        pages = self.places.output.glob("tin-tuc/bai-*/index.html")
        return {page.parent.name: hashlib.sha256(page.read_bytes()).digest() for page in pages}

    def output_stamps(self) -> Mapping[Path, tuple[int, ...]]:
        """What tells whether a file of the output was touched."""
        files = (path for path in self.places.output.rglob("*") if path.is_file())
        stats = ((path, path.stat()) for path in files)
        return {path: (stat.st_ino, stat.st_size, stat.st_mtime_ns) for path, stat in stats}

    def _written(self, article: Article) -> Article:
        file = self.places.content / "tin-tuc" / f"{article.slug}.md"
        file.write_text(self.generator.header(article) + article.body, encoding="utf-8")
        self._newest = article
        return article

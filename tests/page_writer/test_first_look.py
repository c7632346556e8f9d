"""First looks: what a build shows later is what they showed before, as far as they say anything."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from pelicanconf import PLUGINS
from plugins.core.signals import AppliedSite, FirstLook, site_applied
from tests.conftest import BuildSite, article, write_first_content

ARTICLE = "tin-tuc/2024/03/khcn-dia-phuong-phat-trien-nhanh-ben-vung.md"
SENTENCE = "Tham dự Hội nghị, có các đồng chí:"
OTHER_PICTURE = "hinh-anh/2024/03/thu-truong-khai-mac"
# It tells which texts use a term: only a build counts that.
GLOSSARY = "tu-viet-tat/index.html"
OWN = "tin-tuc/khcn-dia-phuong-phat-trien-nhanh-ben-vung/index.html"
DECREE = (
    "---\ntitle: Đầu tư cho khoa học\nslug: nghi-dinh\ntype: Nghị định\nnumber: 95/2014/NĐ-CP\n"
    "issuer: Chính phủ\ndate: 17/10/2014\n---\n\nNghị định này quy định việc đầu tư.\n"
)


class LookedAt:
    """The first site, built, and what looks at it show."""

    def __init__(self, build_site: BuildSite, content: Path) -> None:
        self._build, self._heard = build_site, list[AppliedSite]()
        self._content = write_first_content(content)
        self.files = self.build()

    def register(self) -> None:
        """Take part in the build, as the last of its plugins."""
        site_applied.connect(self._hear)

    def _hear(self, site: AppliedSite) -> None:
        self._heard.append(site)

    def build(self) -> dict[str, bytes]:
        """The files of the site as it is now."""
        site = self._build(settings={"PLUGINS": [*PLUGINS, self]})
        assert site.exit_code == 0, site.diagnostics
        return site.files

    @property
    def look(self) -> FirstLook:
        return self._heard[-1].first_look

    def add(self, name: str, text: str) -> None:
        (self._content / name).write_text(text, encoding="utf-8")

    def edit(self, changes: Mapping[str, str], name: str = ARTICLE) -> None:
        file = self._content / name
        text = file.read_text(encoding="utf-8")
        for before, after in changes.items():
            assert before in text
            text = text.replace(before, after, 1)
        file.write_text(text, encoding="utf-8")


@pytest.fixture
def site(build_site: BuildSite, tmp_path: Path) -> LookedAt:
    """The first site, built."""
    return LookedAt(build_site, tmp_path / "content")


@pytest.mark.parametrize(
    "changes",
    [
        {SENTENCE: f"Một câu thêm vào. {SENTENCE}"},
        {SENTENCE: f"Lại nói về BCH và **KH&CN**. {SENTENCE}"},
        {'title: "KH&CN': 'title: "Tin vắn: KH&CN'},
        {"  Hội nghị Giám đốc sở": "  Sáng nay, Hội nghị Giám đốc sở"},
        {"image: hinh-anh/2024/03/hoi-nghi-toan-canh": f"image: {OTHER_PICTURE}"},
        {"source: Theo most.gov.vn": "source: Theo Cổng thông tin của Bộ"},
        {"![Chưa có ảnh gốc](../../../hinh-anh/2024/03/hoi-nghi-toan-canh.jpg)\n": ""},
    ],
    ids=["text", "abbreviation", "title", "summary", "picture", "source", "without_a_picture"],
)
def test_the_build_shows_what_the_look_has_shown(site: LookedAt, changes: dict[str, str]) -> None:
    site.edit(changes)
    before = site.files
    seen = dict(site.look.pages_with([ARTICLE]))
    assert next(iter(seen)) == OWN
    assert seen[OWN] != before[OWN]
    after = site.build()
    assert {path: after[path] for path in seen} == seen
    changed = {path for path in after if path.endswith(".html") and after[path] != before.get(path)}
    assert changed - set(seen) <= {GLOSSARY}


def test_citations_still_lead_to_their_documents(site: LookedAt) -> None:
    site.add("van-ban/nghi-dinh.md", DECREE)
    site.build()
    site.edit({SENTENCE: f"Một câu thêm vào. {SENTENCE}"})
    seen = dict(site.look.pages_with([ARTICLE]))
    assert '<a href="/van-ban/nghi-dinh/">Nghị định số' in seen[OWN].decode()
    after = site.build()
    assert {path: after[path] for path in seen} == seen


def test_a_look_knows_what_was_built_when_the_store_has_learnt_newer(site: LookedAt) -> None:
    """As where the build of the change before failed by another text: its parts are kept."""
    look = site.look
    look.prepare()
    site.edit({SENTENCE: f"KH&CN: {SENTENCE}"})
    site.build()
    site.edit({SENTENCE: f"Một câu thêm vào. {SENTENCE}"})
    seen = dict(look.pages_with([ARTICLE]))
    assert seen[OWN] == site.build()[OWN]


def test_a_look_that_knows_no_longer_what_was_built_shows_nothing(site: LookedAt) -> None:
    look = site.look
    site.edit({SENTENCE: f"KH&CN: {SENTENCE}"})
    site.build()
    assert dict(look.pages_with([ARTICLE])) == {}


def test_pages_that_show_nothing_of_a_change_are_not_made(site: LookedAt) -> None:
    site.edit({SENTENCE: f"Một câu thêm vào. {SENTENCE}"})
    assert [path for path, _ in site.look.pages_with([ARTICLE])] == [OWN]


def test_all_pages_that_show_a_title_show_the_new_one(site: LookedAt) -> None:
    old, new = "KH&amp;CN Địa phương: Phát triển", "Tin vắn: Phát triển"
    pages = {path: page for path, page in site.files.items() if path.endswith(".html")}
    showing = {path for path, page in pages.items() if old.encode() in page} - {GLOSSARY}
    site.edit({"KH&CN Địa phương: Phát triển": "Tin vắn: Phát triển"})
    seen = dict(site.look.pages_with([ARTICLE]))
    assert showing <= set(seen)
    assert all(new.encode() in page and old.encode() not in page for page in seen.values())


@pytest.mark.parametrize(
    "changes",
    [
        {"date: 17/03/2024": "date: 18/03/2024"},
        {"category: Tin trong nước": "category: Thông báo"},
        {"slug: khcn-dia": "slug: tin-dia"},
        {"  - Hội nghị": "  - Hội thảo"},
        {"date: 17/03/2024": "date: 17/03/2024\nstatus: draft"},
        {"date: 17/03/2024": "date: 37/03/2024"},
    ],
    ids=["date", "section", "address", "tag", "draft", "fault"],
)
def test_what_only_a_build_can_tell_is_left_to_it(site: LookedAt, changes: dict[str, str]) -> None:
    site.edit(changes)
    assert list(site.look.pages_with([ARTICLE])) == []


def test_a_new_text_and_one_that_has_gone_are_left_to_a_build(
    site: LookedAt, tmp_path: Path
) -> None:
    new = "tin-tuc/2024/04/bai-moi.md"
    (tmp_path / "content" / new).write_text(article(title="Bài mới"), encoding="utf-8")
    assert list(site.look.pages_with([new])) == []
    (tmp_path / "content" / ARTICLE).unlink()
    assert list(site.look.pages_with([ARTICLE])) == []
    assert list(site.look.pages_with([])) == []


def test_preparing_changes_nothing(site: LookedAt) -> None:
    site.look.prepare()
    assert site.build() == site.files

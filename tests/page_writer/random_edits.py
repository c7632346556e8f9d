"""Edits of a site, each chosen by a random source; each says what it did."""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import TypeAlias

import pelicanconf
from plugins.front_page.config import FrontPageSettings
from plugins.other_articles.config import OtherArticlesSettings
from plugins.page_writer.config import PageWriterSettings
from tests.page_writer.edited_site import (
    APRIL,
    ATTACHMENT,
    DOCUMENT,
    JUNE,
    PICTURES,
    SECTIONS,
    THEME,
    Edited,
    EditedSite,
    Text,
    differences,
    new_article,
    picture,
    view_of,
)
from tests.pdfs import pdf_of

Edit: TypeAlias = Callable[[Random, Edited], str]

SEQUENCES = 10
_IN_BETWEEN = 0.2

_SENTENCES = (
    "UBND tỉnh giao Sở KH&CN chủ trì.",
    "Khu công nghiệp (KCN) Thụy Vân đón 12 doanh nghiệp.",
    "KCN được mở rộng, CNTT được dùng rộng rãi.",
    "Hội nghị bàn về chuyển đổi số ở cơ sở.",
    "Nhãn hiệu chứng nhận được bảo hộ từ năm 2024.",
    "Thông báo 12/TB-UBND nêu rõ nhiệm vụ.",
    "## Việc cần làm",
    "- Một việc\n- Việc khác của TTHC",
    "> Lời trích của UBND.",
)
_TERMS = {
    "UBND": ("Ủy ban nhân dân", "ủy ban nhân dân các cấp"),
    "KH&CN": ("khoa học và công nghệ", "Khoa học và Công nghệ"),
    "KCN": ("khu công nghiệp", "khu công nghệ"),
    "CNTT": ("công nghệ thông tin",),
    "TTHC": ("thủ tục hành chính", "trung tâm hành chính"),
    "HTX": ("hợp tác xã",),
}
_OPENING = re.compile(r'(?<=\s)class="(?=[a-z])')
_CLASS_ADDED = 'class="so-{n} '
_END = re.compile(r"\Z")
_SENTENCE = re.compile(r'^([a-z_]+ = "[^"\n]*)"$', re.MULTILINE)


def _some_article(random: Random, site: Edited) -> tuple[str, Text]:
    path = random.choice(sorted(site.articles))
    return path, site.articles[path]


def _set(site_text: Text, key: str, value: str) -> str:
    """Set a header key, or leave it out where the value is empty."""
    site_text.header.pop(key, None)
    if value:
        site_text.header[key] = value
    return f"{key}: {value}"


def _header_edit(key: str, *values: str) -> Edit:
    """Give an article one of some values; "" leaves the key out."""

    def edit(random: Random, site: Edited) -> str:
        path, text = _some_article(random, site)
        return f"{path} {_set(text, key, random.choice(values))}"

    edit.__name__ = key
    return edit


def body(random: Random, site: Edited) -> str:
    path, text = _some_article(random, site)
    parts = random.sample(_SENTENCES, k=random.randint(1, 5))
    if random.random() < 0.3:
        parts.append(f"![Một ngôi nhà màu khác](/{random.choice(PICTURES)})")
    if random.random() < 0.3:
        parts.append(f"Xem [báo cáo của Sở](/{ATTACHMENT}).")
    if random.random() < 0.3:
        other, _ = _some_article(random, site)
        parts.append(f"Xem [bài trước đó](/{other}).")
    if random.random() < 0.3:
        parts.append(f"Theo Thông báo số {random.randint(1, 12)}/TB-UBND.")
    text.body = "\n\n".join(parts)
    return f"{path} body: {text.body!r}"


def word(random: Random, site: Edited) -> str:
    path, text = _some_article(random, site)
    text.body += f" Thêm {random.randint(1, 999)} chữ."
    return f"{path} one word more"


def title(random: Random, site: Edited) -> str:
    path, text = _some_article(random, site)
    name = f"UBND họp bàn việc số {random.randint(1, 99)}"
    return f"{path} {_set(text, 'title', name)}"


def date(random: Random, site: Edited) -> str:
    path, text = _some_article(random, site)
    day = f"{random.randint(1, 28):02}/{random.randint(1, 3):02}/2024"
    return f"{path} {_set(text, 'date', day)}"


def slug(random: Random, site: Edited) -> str:
    path, text = _some_article(random, site)
    return f"{path} {_set(text, 'slug', f'bai-viet-so-{random.randint(1, 12)}')}"


def related(random: Random, site: Edited) -> str:
    path, text = _some_article(random, site)
    slugs = {other.header["slug"] for other in site.articles.values()} - {text.header["slug"]}
    few = random.sample(sorted(slugs), k=min(len(slugs), random.randint(0, 2)))
    return f"{path} {_set(text, 'related', ', '.join(few))}"


def added(random: Random, site: Edited) -> str:
    number = random.randint(7, 60)
    path = f"tin-tuc/{random.choice(['2024', '2024/03'])}/bai-{number}.md"
    site.articles[path] = new_article(number)
    return f"new {path}"


def scheduled(random: Random, site: Edited) -> str:
    number = random.randint(61, 99)
    path = f"tin-tuc/2024/bai-{number}.md"
    hour = random.choice(["01/05/2024", "15/05/2024"])
    site.articles[path] = new_article(number, date=hour, scheduled="có")
    return f"new {path} on {hour}"


def removed(random: Random, site: Edited) -> str:
    path, _ = _some_article(random, site)
    if len(site.articles) > 3:
        del site.articles[path]
    return f"removed {path}"


def renamed(random: Random, site: Edited) -> str:
    path, text = _some_article(random, site)
    new = f"tin-tuc/2024/ten-moi-{random.randint(1, 99)}.md"
    del site.articles[path]
    site.articles[new] = text
    return f"renamed {path} {new}"


def exchanged(random: Random, site: Edited) -> str:
    one, two = random.sample(sorted(site.articles), k=2)
    site.articles[one], site.articles[two] = site.articles[two], site.articles[one]
    return f"exchanged {one} {two}"


def document(random: Random, site: Edited) -> str:
    text = site.texts[DOCUMENT]
    number = random.randint(1, 12)
    key, value = random.choice(
        [
            ("title", f"Thông báo số {number} của hội nghị"),
            ("number", f"{number}/TB-UBND"),
            ("date", f"{number % 28 + 1:02}/02/2024"),
            ("issuer", random.choice(["Sở Khoa học và Công nghệ", "UBND tỉnh"])),
            ("status", random.choice(["draft", "hidden", ""])),
            ("effective", random.choice(["", "không rõ", f"{number:02}/06/2024"])),
            ("validity", random.choice(["", "còn hiệu lực", "hết hiệu lực"])),
            ("letterhead", random.choice(["", "có"])),
            ("original", random.choice(["", f"/{ATTACHMENT}"])),
            ("corrections", random.choice(["", f'["{number:02}/04/2024: Sửa lỗi chính tả."]'])),
        ]
    )
    if random.random() < 0.4:
        text.body = (
            f"UBND tỉnh thông báo lần {number}.\n\n## Điều 1. Họp\n\n1. Sở KH&CN.\n\n"
            f"2. TTHC số {number}; Thông báo số {number + 1}/TB-UBND.\n\n"
            "::: signature\nGIÁM ĐỐC\n\nNguyễn Thị Huệ\n:::"
        )
        return f"{DOCUMENT} body {number}"
    return f"{DOCUMENT} {_set(text, key, value)}"


def page(random: Random, site: Edited) -> str:
    path = random.choice(["trang/lien-he.md", "trang/gioi-thieu.md"])
    text, number = site.texts[path], random.randint(1, 99)
    if random.random() < 0.5:
        return f"{path} {_set(text, 'title', f'Trang số {number}')}"
    text.body = f"UBND tỉnh trả lời trong {number} ngày."
    return f"{path} body {number}"


def term(random: Random, site: Edited) -> str:
    short = random.choice(sorted(_TERMS))
    if short in site.terms and random.random() < 0.4:
        del site.terms[short]
        return f"no term {short}"
    site.terms[short] = random.choice(_TERMS[short])
    return f"term {short} = {site.terms[short]}"


def identity(random: Random, site: Edited) -> str:
    key = random.choice(["name", "short_name", "governing_body", "address", "site_url"])
    value = f"Sở số {random.randint(1, 99)}"
    if key == "site_url":
        value = random.choice(["", "https://so.phutho.gov.vn"])
    name = "du-lieu/co-quan.toml"
    site.files[name] = re.sub(
        rf'^{key} = ".*"$', f'{key} = "{value}"', str(site.files[name]), flags=re.MULTILINE
    )
    return f"identity {key} = {value}"


def sections(random: Random, site: Edited) -> str:
    names = random.sample(SECTIONS, k=len(SECTIONS))
    about = random.choice(["", "Tin của UBND các huyện"])
    site.files["du-lieu/chuyen-muc.toml"] = "".join(
        f'[[section]]\nname = "{name}"\ndescription = "{about}"\n\n' for name in names
    )
    return f"sections {names} {about}"


def side_links(random: Random, site: Edited) -> str:
    words = random.sample(["Lịch tiếp công dân", "Thống kê", "Du lịch"], k=random.randint(1, 3))
    url = random.choice(["", "https://www.chinhphu.vn/"])
    site.files["du-lieu/lien-ket.toml"] = "".join(
        f'[[side_link]]\ntext = "{each}"\nurl = "{url}"\n\n' for each in words
    )
    return f"side links {words} {url}"


def counters(random: Random, site: Edited) -> str:
    value = random.randint(0, 999)
    site.files["du-lieu/so-lieu.toml"] = (
        f'[[counter]]\nlabel = "PAKN đã trả lời"\nvalue = {value}\ntaken_on = "17/03/2024"\n'
    )
    return f"counter {value}"


def views(random: Random, site: Edited) -> str:
    _, text = _some_article(random, site)
    value, read = random.randint(0, 99), text.header["slug"]
    site.files["du-lieu/luot-xem.toml"] = view_of(read, value)
    return f"views of {read}: {value}"


def other_picture(random: Random, site: Edited) -> str:
    path, shade = random.choice(PICTURES), random.randrange(0, 256, 64)
    site.files[path] = picture((shade, 100, 0))
    return f"{path} of shade {shade}"


def other_attachment(random: Random, site: Edited) -> str:
    pages = random.choice([1, 2, 9])
    site.files[ATTACHMENT] = pdf_of(pages)
    return f"{ATTACHMENT} of {pages} pages"


def given_picture(random: Random, site: Edited) -> str:
    path, text = _some_article(random, site)
    name = random.choice(["", *PICTURES])
    _set(text, "image_alt", "Một cánh đồng" if name else "")
    return f"{path} {_set(text, 'image', name)}"


def template(random: Random, site: Edited) -> str:
    return _themed(random, site, "templates/*.html", _OPENING, _CLASS_ADDED)


def component(random: Random, site: Edited) -> str:
    return _themed(random, site, "components/*/*.html", _OPENING, _CLASS_ADDED)


def string(random: Random, site: Edited) -> str:
    return _themed(random, site, "strings/vi.toml", _SENTENCE, r'\1 {n}"')


def style(random: Random, site: Edited) -> str:
    pattern = random.choice(["styles/*.css", "components/*/*.css", "print.css"])
    return _themed(random, site, pattern, _END, "\n.so-{n} {{ color: red; }}\n")


def script(random: Random, site: Edited) -> str:
    return _themed(random, site, "main.js", _END, "\nglobalThis.so = {n};\n")


def _themed(random: Random, site: Edited, files: str, place: re.Pattern[str], change: str) -> str:
    """Change one place of a file of the theme."""
    name = random.choice(sorted(path.relative_to(THEME).as_posix() for path in THEME.glob(files)))
    source, number = (THEME / name).read_text("utf-8"), random.randint(1, 99)
    places = list(place.finditer(source))
    if not places or (name in site.theme and random.random() < 0.5):
        site.theme.pop(name, None)
        return f"{name} as it was"
    found = random.choice(places)
    new = found.expand(change.replace("{n}", str(number)).replace("{{", "{").replace("}}", "}"))
    site.theme[name] = source[: found.start()] + new + source[found.end() :]
    return f"{name} at {found.start()}: {new!r}"


def limits(random: Random, site: Edited) -> str:
    name, value = random.choice(
        [
            ("FRONT_PAGE", FrontPageSettings(newest=random.randint(0, 4))),
            ("FRONT_PAGE", FrontPageSettings(in_section=random.randint(1, 2))),
            ("OTHER_ARTICLES", OtherArticlesSettings(limit=random.randint(1, 4))),
            ("PAGE_WRITER", PageWriterSettings(per_page=random.randint(1, 3))),
            ("PAGE_WRITER", PageWriterSettings(newest=random.randint(1, 4), shown=1)),
            ("FEED_MAX_ITEMS", random.randint(1, 4)),
            ("DRAFT_SAVE_AS", ""),
            ("TAG_SAVE_AS", ""),
        ]
    )
    if name in site.settings and random.random() < 0.5:
        del site.settings[name]
        return f"{name} by default"
    site.settings[name] = value
    return f"{name} = {value}"


def address(random: Random, site: Edited) -> str:
    url = random.choice(["https://mot.phutho.gov.vn", "https://hai.phutho.gov.vn/tin", ""])
    site.settings |= {"SITEURL": url, "FEED_DOMAIN": url}
    return f"SITEURL {url}"


def rendering(random: Random, site: Edited) -> str:
    trims = random.random() < 0.5
    environment = {**pelicanconf.JINJA_ENVIRONMENT, "trim_blocks": trims}
    site.settings["JINJA_ENVIRONMENT"] = environment
    return f"trim_blocks {trims}"


def hour(random: Random, site: Edited) -> str:
    site.clock = random.choice([APRIL, APRIL + 40 * 86_400, JUNE])
    return f"at {site.clock}"


BY_EDITORS: tuple[Edit, ...] = (
    body,
    body,
    word,
    title,
    date,
    slug,
    related,
    added,
    scheduled,
    removed,
    renamed,
    exchanged,
    document,
    page,
    term,
    term,
    identity,
    sections,
    side_links,
    counters,
    views,
    other_picture,
    other_attachment,
    given_picture,
    _header_edit("category", *SECTIONS),
    _header_edit("tags", "", "Nhãn hiệu", "nhãn hiệu, Thẻ 1", "Thẻ 2, Hội nghị"),
    _header_edit("summary", "", "KCN mở cửa.", "Đại biểu của UBND họp."),
    _header_edit("status", "", "", "draft", "hidden"),
    _header_edit("series", "", "Chuyển đổi số", "chuyển đổi số", "Nhãn hiệu"),
    _header_edit("series_order", "", "1", "2"),
    _header_edit("documents", "", "thong-bao-so-mot"),
    _header_edit("modified", "", "30/03/2024"),
    _header_edit("author", "", "Ban biên tập"),
    _header_edit("source", "", "Theo most.gov.vn"),
    _header_edit("abbreviations", "", '"KCN: khu chế xuất"', '"TTHC: trung tâm"'),
)

BY_THE_HOUSE: tuple[Edit, ...] = (
    template,
    component,
    string,
    style,
    script,
    limits,
    address,
    hour,
    hour,
    rendering,
)


def follow(
    random: Random, edits: tuple[Edit, ...], site: EditedSite
) -> Iterator[tuple[str, list[str]]]:
    """Make sequences of edits: what was done in each, and where a clean build then differs.

    What stops a build leaves the output as it was; the editor then takes the edits back.
    """
    for sequence in range(SEQUENCES):
        before, done = site.state.copied(), []
        for _ in range(random.randint(1, 4)):
            done.append(random.choice(edits)(random, site.state))
            if random.random() < _IN_BETWEEN:
                done.append("built")
                site.build()
        last = site.applied()
        built = site.build()
        clean = site.build_clean()
        yield f"sequence {sequence}: {done}", differences(built, clean, last)
        if clean.exit_code:
            site.state = before

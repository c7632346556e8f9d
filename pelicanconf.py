"""The site as it is built for looking at; `publishconf.py` says what differs in public."""

import os
import sys
from pathlib import Path

from jinja2 import StrictUndefined

ROOT = Path(__file__).resolve().parent
# Plain `pelican` does not put this folder on the path; `python -m pelican` does.
sys.path.insert(0, str(ROOT))

from plugins import (  # noqa: E402  (needs the path above)
    accessibility_statement,
    accessibility_toolbar,
    article_reader,
    assets,
    attachments,
    citations,
    content_gate,
    corrections,
    discovery,
    document_pdfs,
    front_page,
    glossary,
    official_documents,
    old_addresses,
    other_articles,
    outgoing_links,
    page_writer,
    portal_monitoring,
    read_aloud,
    responsive_images,
    series,
    serving,
    site_data,
    text_hygiene,
    view_counts,
)
from plugins.read_aloud.config import ReadAloudSettings  # noqa: E402  (the same)

# The pipeline, read from top to bottom: modules, because Pelican passes over a misspelt
# name in silence; the gate first, because it listens; the writer last, because it applies.
PLUGINS = [
    content_gate,
    article_reader,
    text_hygiene,
    outgoing_links,
    responsive_images,
    attachments,
    glossary,
    official_documents,
    citations,
    document_pdfs,
    site_data,
    view_counts,
    read_aloud,
    series,
    front_page,
    corrections,
    old_addresses,
    accessibility_statement,
    accessibility_toolbar,
    portal_monitoring,
    assets,
    discovery,
    serving,
    other_articles,
    page_writer,
]

PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
THEME = str(ROOT / "theme")
STORE_PATH = os.environ.get("STORE_PATH", str(ROOT / ".store"))
# Empty: the processors of this machine; `dask://host:port`: those of a cluster.
EXECUTOR = os.environ.get("EXECUTOR", "")
# Recordings of articles. READ_ALOUD_ENGINE= (empty) makes none and leaves reading aloud to the
# voices of browsers; READ_ALOUD_ENGINE=none reads nothing aloud.
READ_ALOUD = ReadAloudSettings(
    engine=os.environ.get("READ_ALOUD_ENGINE", "espeak-ng"),
    voice=os.environ.get("READ_ALOUD_VOICE", "vi"),
    waits=not os.environ.get("READ_ALOUD_LATER"),
)
SITEURL = os.environ.get("SITEURL", "http://localhost:8000")
SITENAME = ""
SITESUBTITLE = ""
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"

# What is read, `article_reader` says; Pelican's own generators find nothing to do.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []

# Where it goes.
ARTICLE_URL = "tin-tuc/{slug}/"
ARTICLE_SAVE_AS = "tin-tuc/{slug}/index.html"
DRAFT_URL = "ban-nhap/{slug}/"
DRAFT_SAVE_AS = "ban-nhap/{slug}/index.html"
DOCUMENT_URL = "van-ban/{slug}/"
DOCUMENT_SAVE_AS = "van-ban/{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
DRAFT_PAGE_URL = "ban-nhap/{slug}/"
DRAFT_PAGE_SAVE_AS = "ban-nhap/{slug}/index.html"
CATEGORY_URL = "chuyen-muc/{slug}/"
CATEGORY_SAVE_AS = "chuyen-muc/{slug}/index.html"
TAG_URL = "the/{slug}/"
TAG_SAVE_AS = "the/{slug}/index.html"
ALL_SERIES_URL = "chuyen-de/"
MONTH_ARCHIVE_URL = "tin-tuc/{date:%Y}/{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = "tin-tuc/{date:%Y}/{date:%m}/index.html"

# Pages made by a template alone, which `PAGE_WRITER` lists; each has its address here.
DIRECT_TEMPLATES: list[str] = []
INDEX_SAVE_AS, INDEX_URL = "index.html", ""
ARCHIVES_SAVE_AS, ARCHIVES_URL = "tin-tuc/index.html", "tin-tuc/"
CATEGORIES_SAVE_AS, CATEGORIES_URL = "chuyen-muc/index.html", "chuyen-muc/"
TAGS_SAVE_AS, TAGS_URL = "the/index.html", "the/"
DOCUMENTS_URL = "van-ban/"
GLOSSARY_SAVE_AS, GLOSSARY_URL = "tu-viet-tat/index.html", "tu-viet-tat/"
SITE_MAP_SAVE_AS, SITE_MAP_URL = "so-do-trang/index.html", "so-do-trang/"
ACCESSIBILITY_STATEMENT_URL = "tuyen-bo-ve-kha-nang-tiep-can/"
ACCESSIBILITY_STATEMENT_SAVE_AS = f"{ACCESSIBILITY_STATEMENT_URL}index.html"
NOT_FOUND_SAVE_AS, NOT_FOUND_URL = "404.html", "404.html"

# Feeds: the newest twenty of the site and of each section.
FEED_DOMAIN = SITEURL
FEED_MAX_ITEMS = 20
FEED_ALL_ATOM = "tin-moi.atom.xml"
FEED_ALL_RSS = "tin-moi.rss.xml"
CATEGORY_FEED_ATOM = "chuyen-muc/{slug}/tin-moi.atom.xml"
CATEGORY_FEED_RSS = "chuyen-muc/{slug}/tin-moi.rss.xml"
DOCUMENTS_FEED_ATOM = "van-ban/van-ban-moi.atom.xml"
DOCUMENTS_FEED_RSS = "van-ban/van-ban-moi.rss.xml"
TAG_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None

# Autoescape is off by default in Pelican; StrictUndefined turns a slip in a template
# into a failed build. The theme folder itself is searched, so that a template can import
# `components/x/x.html`; the path is absolute because Pelican takes it from the folder
# in which it is started.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "undefined": StrictUndefined,
    "extensions": ["plugins.page_writer.template_source.Unindented"],
}
THEME_TEMPLATES_OVERRIDES = [THEME]

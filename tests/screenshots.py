"""`make screenshots`: every kind of page at several widths and settings, on one contact sheet.

A page type counts as done when somebody has looked at these.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.chromium import chromium
from tests.browser.readers import COLOURS, PLAIN
from tests.browser.serving import served

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".screenshots"
# Of several pages of a kind, the largest shows the most.
PAGES = {
    "home": "index.html",
    "article": "tin-tuc/*-*/index.html",
    "document": "van-ban/*/index.html",
    "documents": "van-ban/index.html",
    "archives": "tin-tuc/index.html",
    "month": "tin-tuc/[0-9][0-9][0-9][0-9]/*/index.html",
    "category": "chuyen-muc/*/index.html",
    "categories": "chuyen-muc/index.html",
    "tag": "the/*/index.html",
    "tags": "the/index.html",
    "support": "ho-tro-tiep-can/index.html",
    "contact": "lien-he/index.html",
    "privacy": "quyen-rieng-tu/index.html",
    "glossary": "tu-viet-tat/index.html",
    "site-map": "so-do-trang/index.html",
    "statement": "tuyen-bo-ve-kha-nang-tiep-can/index.html",
    "not-found": "404.html",
}
WIDTHS = (320, 768, 1280)
SETTINGS = {
    "default": PLAIN,
    "dark": COLOURS["system-dark"],
    "high": COLOURS["system-high"],
    "high-dark": COLOURS["system-high-dark"],
    "200": PLAIN.choosing(text_size="200"),
}

# Pictures below the fold load only when they come near.
SHOW_PICTURES = """Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode();
}))"""


def build_site(folder: Path) -> None:
    """Build the site from this checkout."""
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py"]
    subprocess.run([*command, "-o", str(folder)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def photograph(browser: Browser, address: str, site: Path) -> list[Path]:
    """One picture of each page, width and setting."""
    pictures = []
    for setting, reader in SETTINGS.items():
        for width in WIDTHS:
            at_screen = reader.at({"width": width, "height": 900})
            context = browser.new_context(**at_screen.context_options(address))
            page = context.new_page()
            # The fonts are optional: they are there from the second visit on.
            page.goto(address)
            page.evaluate("document.fonts.ready.then(() => true)")
            for name, pattern in PAGES.items():
                found = max(site.glob(pattern), key=lambda path: (path.stat().st_size, path))
                page.goto(address + found.relative_to(site).as_posix())
                page.evaluate(SHOW_PICTURES)
                pictures.append(FOLDER / f"{name}-{width}-{setting}.png")
                page.screenshot(path=pictures[-1], full_page=True)
            context.close()
    return pictures


def write_contact_sheet(pictures: list[Path]) -> Path:
    """All pictures on one page."""
    figures = "\n".join(
        f'<figure><a href="{p.name}"><img src="{p.name}" width="240" loading="lazy" alt=""></a>'
        f"<figcaption>{p.stem}</figcaption></figure>"
        for p in sorted(pictures)
    )
    sheet = FOLDER / "index.html"
    style = "body{display:flex;flex-wrap:wrap;gap:1rem;font:14px sans-serif}figure{margin:0}"
    sheet.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Contact sheet</title>'
        f"<style>{style}</style>{figures}",
        encoding="utf-8",
    )
    return sheet


def main() -> None:
    """Build, serve, photograph."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    site = FOLDER / "site"
    site.mkdir(parents=True)
    build_site(site)
    with served(site) as address, chromium() as browser:
        pictures = photograph(browser, address, site)
    print(f"{len(pictures)} pictures: {write_contact_sheet(pictures)}")


if __name__ == "__main__":
    main()

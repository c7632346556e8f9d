"""`python -m plugins.new_article`: lay down a new article and say what comes next.

Exit codes: 0 the file is there, 1 nothing was laid down.
"""

import argparse
import shlex
import sys
from pathlib import Path

from plugins.core.messages import no_content
from plugins.core.pelican import build_instant
from plugins.core.section_register import SECTIONS
from plugins.new_article import messages
from plugins.new_article.article import (
    NewArticle,
    NewArticleError,
    fit_section,
    fit_title,
    free_slug,
    wanted_slug,
)
from plugins.new_article.content_folder import lay_down, section_names, taken_slugs

REFUSED = 1
_CONTENT = Path("content")


def main(arguments: list[str] | None = None) -> int:
    """Lay down what the arguments ask for and give the exit code."""
    options = _options(arguments)
    content: Path = options.content
    try:
        article = _article(content, options.title, options.section)
        path = lay_down(content, article)
    except NewArticleError as error:
        print(error, file=sys.stderr)
        return REFUSED
    print(_next_steps(content, path, article))
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.new_article", description=__doc__)
    parser.add_argument("--content", type=Path, default=_CONTENT)
    parser.add_argument("--title", default="", help="--title=... where it begins with a hyphen")
    parser.add_argument("--section", default="", help=f"a name of {SECTIONS}")
    return parser.parse_args(arguments)


def _article(content: Path, title: str, section: str) -> NewArticle:
    if not content.is_dir():
        raise NewArticleError(no_content(str(content)))
    fit = fit_title(title)
    return NewArticle(
        title=fit,
        section=fit_section(section, section_names(content), SECTIONS),
        slug=free_slug(fit, taken_slugs(content)),
        day=build_instant().date(),
    )


def _next_steps(content: Path, path: Path, article: NewArticle) -> str:
    arguments = "" if content == _CONTENT else f" CONTENT={shlex.quote(str(content))}"
    sections = () if article.section else section_names(content)
    wanted = wanted_slug(article.title)
    other = "" if wanted == article.slug else wanted
    return messages.laid_down(shlex.quote(str(path)), arguments, sections, other)


if __name__ == "__main__":
    sys.exit(main())

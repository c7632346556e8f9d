"""What is wrong with the declaration that a site is monitored."""

from collections.abc import Iterable, Iterator

from plugins.core.articles import ArticleRecord, Status
from plugins.core.diagnostics import Diagnostic
from plugins.core.portal_monitoring import is_site_id
from plugins.core.toml_files import TomlFile
from plugins.portal_monitoring import messages

_PRIVACY = "privacy"


def check_declaration(file: TomlFile, pages: Iterable[ArticleRecord]) -> Iterator[Diagnostic]:
    """Everything that an editor must mend before the site may be monitored.

    Args:
        file: The data file.
        pages: The fixed pages of the site.
    """
    yield from file.diagnostics
    entry = file.entry()
    given, line = entry.text("site_id").strip(), entry.line_of("site_id")
    if given and not is_site_id(given):
        yield messages.no_number(file.path, line, given)
    if given and not any(map(_tells_of_privacy, pages)):
        yield messages.no_privacy_page(file.path, line)


def _tells_of_privacy(page: ArticleRecord) -> bool:
    return page.template == _PRIVACY and page.status is Status.PUBLISHED

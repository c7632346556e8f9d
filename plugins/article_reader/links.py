"""Links of a text: to other content files, to addresses of the site, to the outside.

A link to a Markdown file leaves here as `{filename}/path.md`, the only form that
Pelican's `INTRASITE_LINK_REGEX` accepts; Pelican knows the address of every file later.
Anything else in braces would be Pelican's own syntax and is refused: `{filename}` in
front of `javascript:` came out live with Pelican's own settings.
"""

import re
from collections.abc import Callable, Collection
from urllib.parse import SplitResult, quote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.article_reader import messages
from plugins.core.articles import SiteLink
from plugins.core.body import BodyContext, as_written, body_context
from plugins.core.diagnostics import Diagnostic
from plugins.core.files import inside
from plugins.core.targets import name_in_content

_ARTICLE = ".md"
_TO_SITE = ("/", "#", "?", "{")
_OUTSIDE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_BRACES = re.compile(r"\{(?P<what>filename|static|attach)\}(?P<target>.*)")
# A browser ignores blanks and control characters inside a scheme and takes `\` for `/`, so
# `/\a.vn` leads outside; we refuse them.
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f\u00a0\u2028\u2029\\]")
_MAIL_ADDRESS = r"<(?:mailto:)?([^<>\s!]+@[^@<>\s]+)>"


class LinkExtension(Extension):
    """Resolves or refuses every link of a body."""

    def __init__(self, rooms: Collection[str]) -> None:
        """Take the folders of the content whose files become pages."""
        super().__init__()
        self._rooms = rooms

    def extendMarkdown(self, md: Markdown) -> None:
        """Join the processors of a converter."""
        md.inlinePatterns.register(_MailAddress(_MAIL_ADDRESS, md), "automail", 110)
        md.treeprocessors.register(_Links(md, self._rooms), "article_links", 13)


class _MailAddress(InlineProcessor):
    """Markdown's own pattern, and its place, without the spelling in character codes."""

    def handleMatch(  # type: ignore[override]  # noqa: N802  (Markdown calls it so)
        self, m: re.Match[str], _data: str
    ) -> tuple[Element, int, int]:
        link = Element("a", href=f"mailto:{m[1]}")
        link.text = AtomicString(m[1])
        return link, m.start(), m.end()


class _Links(Treeprocessor):
    """Priority 13: after `attachments` (14) has taken the links to files."""

    def __init__(self, md: Markdown, rooms: Collection[str]) -> None:
        super().__init__(md)
        self._rooms = rooms

    def run(self, root: Element) -> None:
        context = body_context(self.md)
        for element in root.iter("a"):
            target = as_written(element.get("href", ""))
            resolved = resolve_link(target, context, self._rooms)
            if resolved is None:
                del element.attrib["href"]
            else:
                # Feeds put an address with a double quote between single ones.
                element.set("href", resolved.replace('"', "%22"))
                _note(target, resolved, context)


def resolve_link(target: str, context: BodyContext, rooms: Collection[str]) -> str | None:
    """The address to write for a link, or None after a finding was reported."""
    braces = _BRACES.fullmatch(target)
    address = braces["target"] if braces else target
    if _ARTICLE in address:  # names of files may have spaces
        address = address.replace(" ", "%20")
    parts = urlsplit(address) if not _NOT_IN_ADDRESS.search(address) else None
    if parts is None or _is_forbidden(parts, address, in_braces=bool(braces)):
        _report(messages.forbidden_link, target, context)
        return None
    if parts.scheme or not parts.path:
        return address
    if parts.path.startswith("/") and not (braces or parts.path.endswith(_ARTICLE)):
        return _site_link(address, context)
    source = _content_file(parts.path, context)
    if source is None or not source.endswith(_ARTICLE) or source.split("/", 1)[0] not in rooms:
        _report(messages.dead_link, target, context)
        return None
    return f"{{filename}}/{quote(source)}" + (f"#{parts.fragment}" if parts.fragment else "")


def _is_forbidden(parts: SplitResult, address: str, *, in_braces: bool) -> bool:
    # A browser reads `///a.vn` as `//a.vn`; `urlsplit` does not.
    if "{" in address or address.startswith("//"):
        return True
    if in_braces and parts.scheme:
        return True
    return bool(parts.scheme) and parts.scheme not in _OUTSIDE_SCHEMES


def _site_link(address: str, context: BodyContext) -> str:
    if address.startswith(context.link_root):
        return address
    return context.link_root + address.lstrip("/")


def _content_file(path: str, context: BodyContext) -> str | None:
    """The name of the existing content file that a path means, or None."""
    found = inside(context.content, name_in_content(path, context.path))
    if found is None:
        return None
    context.depends_on(path)
    return found.relative_to(context.content).as_posix()


def _note(given: str, resolved: str, context: BodyContext) -> None:
    """Keep a link to the site itself: where it leads, only the whole site can tell."""
    if resolved.startswith(_TO_SITE):
        line = context.line_of(given)
        context.links.append(SiteLink(given=given, target=resolved, line=line))


def _report(
    finding: Callable[[str, int, str], Diagnostic], target: str, context: BodyContext
) -> None:
    context.diagnostics.append(finding(context.path, context.line_of(target), target))

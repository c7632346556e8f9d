"""Links of a text: to other content files, to addresses of the site, to the outside.

A link to a Markdown file leaves here as `{filename}/path.md`, the only form that
Pelican's `INTRASITE_LINK_REGEX` accepts; Pelican knows the address of every file later.
Anything else in braces would be Pelican's own syntax and is refused: `{filename}` in
front of `javascript:` came out live with Pelican's own settings.
"""

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import SplitResult, unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.article_reader import messages
from plugins.core.body import BodyContext, body_context
from plugins.core.diagnostics import Diagnostic
from plugins.core.files import inside

_OUTSIDE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_BRACES = re.compile(r"\{(?P<what>filename|static|attach)\}(?P<target>.*)")
# A browser ignores blanks and control characters inside a scheme and takes `\` for `/`, so
# `/\a.vn` leads outside; we refuse them.
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f\u00a0\u2028\u2029\\]")
_MAIL_ADDRESS = r"<(?:mailto:)?([^<>\s!]+@[^@<>\s]+)>"


class LinkExtension(Extension):
    """Resolves or refuses every link of a body."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Join the processors of a converter."""
        md.inlinePatterns.register(_MailAddress(_MAIL_ADDRESS, md), "automail", 110)
        md.treeprocessors.register(_Links(md), "article_links", 13)


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

    def run(self, root: Element) -> None:
        context = body_context(self.md)
        for element in root.iter("a"):
            target = element.get("href", "")
            resolved = resolve_link(target, context)
            if resolved is None:
                del element.attrib["href"]
            else:
                element.set("href", resolved)


def resolve_link(target: str, context: BodyContext) -> str | None:
    """The address to write for a link, or None after a finding was reported."""
    braces = _BRACES.fullmatch(target)
    address = braces["target"] if braces else target
    parts = urlsplit(address) if not _NOT_IN_ADDRESS.search(address) else None
    if parts is None or _is_forbidden(parts, address, in_braces=bool(braces)):
        _report(messages.forbidden_link, target, context)
        return None
    if parts.scheme or not parts.path:
        return target
    if parts.path.startswith("/") and not (braces or parts.path.endswith(".md")):
        return _site_link(address, context)
    source = _content_file(unquote(parts.path), context)
    if source is None or not (braces or source.endswith(".md")):
        _report(messages.dead_link, target, context)
        return None
    return f"{{filename}}{source}" + (f"#{parts.fragment}" if parts.fragment else "")


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
    """The existing content file that a path means, from the content folder, or None."""
    context.depends_on(path)
    below_root = path if path.startswith("/") else f"/{PurePosixPath(context.path).parent}/{path}"
    return normpath(below_root) if inside(context.content, below_root) else None


def _report(
    finding: Callable[[str, int, str], Diagnostic], target: str, context: BodyContext
) -> None:
    context.diagnostics.append(finding(context.path, context.line_of(target), target))

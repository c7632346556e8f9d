"""Links of a text: to other content files, to addresses of the site, to the outside.

A link to a Markdown file leaves here as `{filename}/path.md`, the only form that
Pelican's `INTRASITE_LINK_REGEX` accepts; Pelican knows the address of every file later.
Anything else in braces would be Pelican's own syntax and is refused: `{filename}` in
front of `javascript:` came out live with Pelican's own settings.
"""

import re
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from plugins.article_reader import messages
from plugins.core.body import BodyContext, body_context
from plugins.core.files import inside

_OUTSIDE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_BRACES = re.compile(r"\{(?P<what>filename|static|attach)\}(?P<target>.*)")
# A browser ignores blanks and control characters inside a scheme; we refuse them.
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f\u00a0\u2028\u2029]")


class LinkExtension(Extension):
    """Resolves or refuses every link of a body."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Links(md), "article_links", 13)


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
    if parts is None or "{" in address or (braces and (parts.scheme or parts.netloc)):
        return _refused(target, context)
    if parts.scheme or parts.netloc:
        return target if parts.scheme in _OUTSIDE_SCHEMES else _refused(target, context)
    if parts.path.endswith(".md") or braces:
        return _content_link(unquote(parts.path), parts.fragment, target, context)
    if parts.path.startswith(context.link_root):
        return target
    if parts.path.startswith("/"):
        return context.link_root + address.lstrip("/")
    return target if not parts.path else _dead(target, context)


def _content_link(path: str, fragment: str, target: str, context: BodyContext) -> str | None:
    below_root = path if path.startswith("/") else f"/{PurePosixPath(context.path).parent}/{path}"
    # Only `/` of the folder counts: `..` may not climb above it and come back.
    if inside(context.content, below_root) is None:
        return _dead(target, context)
    return f"{{filename}}{normpath(below_root)}" + (f"#{fragment}" if fragment else "")


def _dead(target: str, context: BodyContext) -> None:
    line = context.line_of(target)
    context.diagnostics.append(messages.dead_link(context.path, line, target))


def _refused(target: str, context: BodyContext) -> None:
    line = context.line_of(target)
    context.diagnostics.append(messages.forbidden_link(context.path, line, target))

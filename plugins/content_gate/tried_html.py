"""What editors tried as raw HTML: tags, handlers, comments, attribute lists, entities.

It is looked for in the finished body, where all of it stands as text: there, what is code
is marked as code, so nobody has to guess what Markdown takes for an example.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from html.entities import html5

from plugins.content_gate import messages
from plugins.core.diagnostics import Diagnostic
from plugins.core.text_checks import CheckedText

_CODE = re.compile(r"<code[^>]*>.*?</code>", re.DOTALL)
_BLOCK = re.compile(r"</?(?:p|li|h[2-6]|t[dhr]|d[dlt]|div|section|blockquote|fig\w+|pre)\b[^>]*>")
_MARKUP = re.compile(r"<[^>]*>")
# A tag that a browser knows as able to act, closed or not, however it goes on.
_ACTIVE = re.compile(
    r"""</?(?P<name>script|iframe|frame(?:set)?|object|embed|applet|form|input|button|textarea
    |select|style|link|meta|base|svg|math|video|audio|template|portal)(?![\w.@-])[^<>]{0,80}>?
    |<(?P<handled>[a-z][a-z0-9-]*)\b[^<>]{0,400}?[\s/"']
    (?:on[a-z]{3,20}|style|srcdoc|formaction)\s*=[^<>]{0,80}>?
    |<(?P<linked>[a-z][a-z0-9-]*)\b[^<>]{0,400}?=[\s"']*
    (?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:[^<>]{0,80}>?
    |\{(?:[^{}]{0,200}?[\s:])?on[a-z]{3,20}\s*=[^{}]{0,80}\}?""",
    re.IGNORECASE | re.VERBOSE,
)
_PLAIN = re.compile(
    r"""</?(?P<name>a|abbr|acronym|address|article|aside|b|big|blockquote|br|center|cite|code|dd
    |del|details|div|dl|dt|em|fig(?:caption|ure)|font|footer|h[1-6]|header|hr|i|img|ins|kbd|li
    |main|mark|marquee|nav|nobr|ol|p|pre|q|s|section|small|span|strike|strong|sub|summary|sup
    |table|t(?:body|d|foot|h|head|r)|tt|u|ul|wbr)
    (?:\s+[a-z-]+\s*=[^<>]{0,400}?|\s*/?)>
    |<(?P<comment>!--)[^<>]{0,80}>?""",
    re.IGNORECASE | re.VERBOSE,
)
_ATTRIBUTES = re.compile(r"\{:\s*[#.\w][^{}\n]{0,200}\}|\{[#.][a-z][\w-]*(?:\s+[#.]?[\w=\"-]+)*\}")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z][A-Za-z0-9]{1,30});")
# Whatever is looked for begins with one of these; most bodies end here.
_ANY = re.compile(r"&lt;|\{|&amp;(?:#|[a-z])")
_SHOWN = 60

Finding = Callable[[str, int, str, str, str], Diagnostic]


def check_tried_html(text: CheckedText) -> Iterator[Diagnostic]:
    """Findings about everything in one text that would be HTML elsewhere."""
    if _ANY.search(text.body):
        for finding, tried, name in _tried(_visible(text.body)):
            yield finding(text.path, _line(text, tried), "", _shortened(tried), name)
    for key, value in text.header.items():
        if isinstance(value, str) and ("<" in value or "&" in value):
            for finding, tried, name in _tried(value):
                yield finding(text.path, text.lines.get(key, 1), key, _shortened(tried), name)


def _tried(text: str) -> Iterable[tuple[Finding, str, str]]:
    """Each kind once, where it first stands: what to say, what was written, its name."""
    found: dict[tuple[Finding, str], str] = {}
    for match in _ACTIVE.finditer(text):
        name = match["name"] or match["handled"] or match["linked"] or ""
        kind = (name or match[0][:1]).lower()
        found.setdefault((messages.active_html, kind), match[0])
    rest = _ACTIVE.sub(" ", text)
    for match in _PLAIN.finditer(rest):
        kind = (match["name"] or match["comment"]).lower()
        # The end of a tag that was named already says nothing new.
        if (messages.active_html, kind) not in found:
            found.setdefault((messages.plain_html, kind), match[0])
    for match in _ATTRIBUTES.finditer(rest):
        found.setdefault((messages.attribute_list, match[0]), match[0])
    for match in _ENTITY.finditer(rest):
        if match[0][1] == "#" or match[0][1:] in html5:
            found.setdefault((messages.entity, match[0]), match[0])
    return [(finding, tried, kind) for (finding, kind), tried in found.items()]


def _visible(body: str) -> str:
    """The words of a body without its code, blocks apart."""
    apart = _BLOCK.sub("\n\n", _CODE.sub(" ", body))
    return html.unescape(_MARKUP.sub("", apart))


def _line(text: CheckedText, tried: str) -> int:
    """The line of the source on which it was tried, as far as Markdown left it as typed."""
    lines = text.source.split("\n")[text.first_line - 1 :]
    # An emphasis inside a tag changes its end, hardly its beginning.
    for beginning in (tried.partition("\n")[0], tried[:8].split(maxsplit=1)[0]):
        for number, line in enumerate(lines, text.first_line):
            if beginning in line:
                return number
    return text.first_line


def _shortened(tried: str) -> str:
    one_line = " ".join(tried.split())
    return one_line if len(one_line) <= _SHOWN else f"{one_line[:_SHOWN]}…"

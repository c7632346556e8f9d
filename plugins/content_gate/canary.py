"""The canary: a text full of live payloads that every build sends through the real reader.

Each wall must show that it stands. Raw HTML must come back as words, or Markdown lets it
through. Markdown's own `style` of an aligned table must be gone, or the sanitiser did not
run. Whatever a template is given must come back without a tag, or nothing escapes it.
"""

from collections.abc import Callable, Iterable, Iterator

from plugins.content_gate.page_scan import PageScan

PATH = "tin-tuc/canary.md"
_TITLE = """'"><script>alert(1)</script><svg onload=alert(2)>"""
SOURCE = f"""---
title: >-
  {_TITLE}
date: 2024-01-01
category: >-
  {_TITLE}
tags:
- >-
  {_TITLE}
summary: >-
  {_TITLE}
slug: canary
---

Canary <script>alert(3)</script> <img src=x onerror=alert(4)> <iframe src=//a.vn></iframe>

[a](javascript:alert(5)) [b](data:text/html,x) [c](java&#115;cript:alert(6)) <javascript:alert(7)>

![" onerror="alert(8)](//a.vn/x.jpg "\\" onload=\\"alert(9)")

Canary {{: onclick="alert(10)" style="color:red" }}

<style>*{{}}</style><object data=x></object><base href=//a.vn>

    <script>alert(11)</script>

| Canary |
|:------:|
| `<svg onload=alert(12)>` |
"""
# What the first wall makes of the first payload; the table shows that Markdown ran at all.
_AS_WORDS = "&lt;script&gt;alert(3)"
_FROM_MARKDOWN = "<td"
_ELEMENT = '<p title="{{ text }}">{{ text }}</p>'

Template = Callable[[str, str], str]


def alive(body: str, values: Iterable[str], scan: PageScan, render: Template) -> Iterator[str]:
    """What of the canary still lives, or which wall did not show that it stands.

    Args:
        body: What the reader made of the text.
        values: The header values that templates are given.
        scan: Knows what could act.
        render: Renders a template, given as text, with a value named `text`.
    """
    yield from scan.markup(body)
    yield from (sign for sign in (_AS_WORDS, _FROM_MARKDOWN) if sign not in body)
    for value in values:
        yield from scan.markup(render(_ELEMENT, value))

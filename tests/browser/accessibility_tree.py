"""What the browser tells assistive technology of an open page, as readable text."""

import math
import re
from collections import Counter
from collections.abc import Iterator

from playwright.sync_api import Page

# What only a style sheet hides: the menu's button on wide pages, and a sentence that holds only
# where the system's colours are in force.
FOR_SOME_READERS = {"group: Danh mục", "paragraph: Trang đang theo bảng màu của máy bạn."}
# A role with its name or text, or an address, as Playwright writes them: after dashes.
_LINE = re.compile(r"(?P<depth> *)- (?:'|)(?P<role>/?[a-z]+)(?P<words>.*)")
# Above so many, the entries of one list say nothing that the first ones would not.
_MOST_ENTRIES = {"listitem": 4, "row": 4, "term": 1, "definition": 1}
_MOST_WORDS = 60


def tree(page: Page, selector: str = "body") -> list[str]:
    """The whole tree below an element, a line for each role, name and text."""
    return page.locator(selector).first.aria_snapshot().splitlines()


def outline(lines: list[str]) -> list[str]:
    """A tree made short: long words and long lists are cut, addresses and the glossary left out."""
    return [
        f"{depth}- {role}" if role in {"term", "definition"} else f"{depth}- {role}{_cut(words)}"
        for depth, role, words in _without_long_lists(lines)
        if role != "/url"
    ]


def _without_long_lists(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    """Depth, role and words of each line that is kept."""
    counts: Counter[tuple[str, str]] = Counter()
    left_out: str | None = None
    for line in lines:
        match = _LINE.fullmatch(line)
        if not match or (left_out is not None and len(match["depth"]) > len(left_out)):
            continue
        depth, role, words = match["depth"], match["role"], match["words"]
        if role not in _MOST_ENTRIES:
            counts = Counter({key: count for key, count in counts.items() if key[0] < depth})
        counts[depth, role] += 1
        left_out = depth if counts[depth, role] > _MOST_ENTRIES.get(role, math.inf) else None
        if left_out is None:
            yield depth, role, words


def _cut(words: str) -> str:
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…"

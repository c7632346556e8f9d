"""Jobs for workers elsewhere, which import them from here."""

import os
import time

from msgspec import Struct

from plugins.article_reader.article import ArticleReading, ReadArticle
from plugins.core.articles import Kind


def times(tools: int, item: int) -> int:
    """The item as many times as the tools say."""
    return tools * item


def worker_after(tools: float, item: int) -> tuple[int, int]:
    """The item, and the process that had it for a while."""
    time.sleep(tools)
    return item, os.getpid()


def die_of(deadly: int, item: int) -> int:
    """The item, unless it ends the worker."""
    if item == deadly:
        os._exit(9)
    return item


class Reading(ArticleReading):
    """Reads every file as one of a digest, with the place where it was read for its body."""

    def __init__(self, place: str, digest: str) -> None:
        """Nothing else is needed."""
        self._place, self._digest = place, digest

    def read_file(self, path: str) -> ReadArticle:
        """Look at no file at all."""
        return ReadArticle(
            path=path,
            kind=Kind.ARTICLE,
            header={},
            body=self._place,
            lead="",
            summary="",
            diagnostics=(),
            source=self._digest,
        )


class Order(Struct, frozen=True, dict=True):
    """Has workers see files of a digest."""

    digest: str

    def tools(self) -> Reading:
        """The reading of a worker."""
        return Reading("elsewhere", self.digest)

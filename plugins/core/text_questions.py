"""Texts that are no files of the site, one a line: JSON objects with `id` and `text`."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from plugins.core.messages import unreadable_line, unreadable_lines

FAILED = 2


class QuestionError(Exception):
    """A line that is no question.

    Attributes:
        line: Which one, from 1.
        reason: What is wrong with it.
    """

    def __init__(self, line: int, reason: str) -> None:
        """Keep the line and the reason."""
        super().__init__(f"{line}: {reason}")
        self.line = line
        self.reason = reason


class Question(Struct, frozen=True, kw_only=True):
    """A text that somebody asks about, with the name that they gave it."""

    id: object
    text: str


def questions(lines: Iterable[bytes]) -> Iterator[Question]:
    """The question of each line, each as soon as it is asked; empty lines are passed over.

    Raises:
        QuestionError: at the first line that is no question.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _question(number, line)


def answer_line(question: Question, answer: Mapping[str, object]) -> str:
    """An answer in one line: letters as they are, but for what no file can hold."""
    entry = {"id": question.id, **answer}
    line = json.dumps(entry, ensure_ascii=False)
    return line if line.isprintable() or _is_storable(line) else json.dumps(entry)


def print_answers(texts: Path, answers: Callable[[Iterable[bytes]], Iterator[str]]) -> int:
    """Print the answers to all questions of a file and give the exit code."""
    try:
        with texts.open("rb") as lines:
            for line in answers(lines):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has enough, as `head` has
        # What is still to be written would fail again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except QuestionError as error:
        sys.stderr.write(f"{unreadable_line(error.line, error.reason)}\n")
        return FAILED
    except OSError as error:
        sys.stderr.write(f"{unreadable_lines(str(texts), error.strerror or '')}\n")
        return FAILED
    return 0


def _question(number: int, line: bytes) -> Question:
    try:
        entry = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except ValueError as error:
        raise QuestionError(number, str(error)) from error
    except RecursionError as error:
        raise QuestionError(number, "nested too deep") from error
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str) or "id" not in entry:
        raise QuestionError(number, 'not {"id": ..., "text": "..."}')
    return Question(id=entry["id"], text=entry["text"])


def _is_storable(line: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in line)

"""The table of sentences: nothing missing, nothing left over, nothing that is not Vietnamese."""

import re
import tomllib
import unicodedata

from plugins.core.strings import Strings, load_strings
from tests.gallery import THEME, environment, examples, render

LITERAL = re.compile(r"""\bt\("([\w.-]+)"[,)]""")


class _Recorder:
    """Stands in for `t` and remembers what it was asked for."""

    def __init__(self, translate: Strings) -> None:
        self._translate = translate
        self.asked: set[str] = set()

    def __call__(self, key: str, **names: object) -> str:
        self.asked.add(key)
        return self._translate(key, **names)


def _defined() -> dict[str, str]:
    table = tomllib.loads((THEME / "strings" / "vi.toml").read_text(encoding="utf-8"))
    return {f"{part}.{key}": s for part, entries in table.items() for key, s in entries.items()}


def _used() -> set[str]:
    env = environment()
    recorder = _Recorder(load_strings(THEME))
    env.globals["t"] = recorder
    for example in examples():
        render(env, example)
    literals = {
        key
        for path in THEME.glob("**/*.html")
        for key in LITERAL.findall(path.read_text(encoding="utf-8"))
    }
    return recorder.asked | literals


def test_every_sentence_is_used_and_every_used_one_is_there() -> None:
    assert _used() == set(_defined())


def test_sentences_are_in_composed_form_and_hold_no_markup() -> None:
    for sentence in _defined().values():
        assert unicodedata.is_normalized("NFC", sentence)
        assert not re.search(r"[<>&]", sentence)


def test_templates_hold_no_sentences_of_their_own() -> None:
    vietnamese = re.compile(r"[À-ÖØ-öø-ỹ]")
    for path in sorted(THEME.glob("**/*.html")) + sorted(THEME.glob("**/*.js")):
        assert not vietnamese.search(path.read_text(encoding="utf-8")), path

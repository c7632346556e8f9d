"""What the glossary tells editors."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from plugins.core.diagnostics import Diagnostic, advice, error
from plugins.core.headers import Explanation
from plugins.glossary.terms import Scope, Term

ABOUT_ABBREVIATIONS = Explanation(
    meaning="Nghĩa của từ viết tắt chỉ dùng trong bài này, mỗi từ một dòng",
    example='"KT: kỹ thuật"',
)
# What stands in the downloadable table.
CSV_COLUMNS = {
    "short": "Viết tắt",
    "long": "Viết đầy đủ",
    "also": "Nghĩa khác",
    "before": "Rõ nghĩa khi đứng trước",
    "spoken": "Cách đọc",
    "scope": "Phạm vi",
    "sections": "Chuyên mục",
    "variants": "Cách viết khác",
    "slips": "Cách viết nhầm",
    "source": "Nguồn",
}
SCOPE_WORDS = {
    Scope.SITE: "mọi nơi",
    Scope.SECTION: "trong chuyên mục",
    Scope.DOCUMENT: "trong văn bản",
    Scope.SIGNATURE: "ở khối chữ ký của văn bản",
    Scope.RECIPIENTS: "ở Nơi nhận của văn bản",
}

_SCOPES = ", ".join(f"“{scope}”" for scope in Scope)


def unreadable_register(path: str, line: int, reason: str) -> Diagnostic:
    """The register is no TOML."""
    return error(
        "GL001",
        path,
        line,
        message=f"không đọc được danh mục từ viết tắt: {reason}",
        remedy='sửa dòng này: mỗi giá trị viết khóa = "chữ", giữa hai dấu ngoặc kép thẳng; '
        'danh sách viết ["a", "b"]',
    )


def missing_value(path: str, line: int, key: str) -> Diagnostic:
    """An entry lacks its short or its long form."""
    return error(
        "GL002",
        path,
        line,
        field=key,
        message=f"mục từ thiếu “{key}”",
        remedy=f'thêm dòng {key} = "…" vào dưới [[term]]',
    )


def wrong_value(path: str, line: int, key: str, wanted: str) -> Diagnostic:
    """A value is of the wrong type, or could never be found in a text."""
    return error(
        "GL003",
        path,
        line,
        field=key,
        message=f"giá trị của “{key}” không dùng được",
        remedy=f"viết {key} = {wanted}",
    )


TEXT_WANTED = '"…" (chữ giữa hai dấu ngoặc kép thẳng)'
LIST_WANTED = '["…", "…"] (danh sách chữ; không có thì bỏ dòng này)'
FORM_WANTED = "một dạng viết bắt đầu bằng chữ cái hoặc chữ số"
ALSO_WANTED = "một từ có nhiều nghĩa (có also); từ chỉ có một nghĩa thì bỏ dòng này"
TERMS_WANTED = "từng khối bắt đầu bằng [[term]]"


def unknown_key(path: str, line: int, key: str, known: tuple[str, ...]) -> Diagnostic:
    """A key means nothing: perhaps it is misspelt."""
    return error(
        "GL004",
        path,
        line,
        field=key,
        message=f"không có khóa “{key}”",
        remedy=f"dùng một trong các khóa: {', '.join(known)}",
    )


def unknown_scope(path: str, line: int, scope: str) -> Diagnostic:
    """A scope means nothing."""
    return error(
        "GL005",
        path,
        line,
        field="scope",
        message=f"không có phạm vi “{scope}”",
        remedy=f"chọn một trong: {_SCOPES}",
    )


def sections_without_scope(path: str, line: int) -> Diagnostic:
    """An entry names sections and holds elsewhere, or holds in sections and names none."""
    return error(
        "GL010",
        path,
        line,
        field="sections",
        message="“sections” và phạm vi không khớp nhau",
        remedy='từ chỉ dùng trong một số chuyên mục thì ghi cả scope = "section" và '
        'sections = ["tên chuyên mục"]; dùng ở mọi nơi thì bỏ cả hai',
    )


def double_form(path: str, line: int, form: str, first: Term) -> Diagnostic:
    """A spelling stands in two entries, or twice in one, with the same scope."""
    return error(
        "GL006",
        path,
        line,
        message=f"“{form}” đã có ở mục “{first.short}” ({first.long}), cùng phạm vi",
        remedy="giữ lại một nơi; nếu nghĩa tùy chỗ dùng thì đặt phạm vi (scope) khác nhau",
    )


def broken_abbreviation(path: str, line: int, value: str) -> Diagnostic:
    """A value of the header key `abbreviations` is not `short: long`."""
    return error(
        "GL007",
        path,
        line,
        field="abbreviations",
        message=f"không hiểu “{value}”",
        remedy="viết dạng viết tắt, dấu hai chấm, dạng đầy đủ, giữa hai dấu ngoặc kép thẳng, "
        'ví dụ "KT: ký thay"',
    )


def section_without_articles(path: str, term: Term, section: str) -> Diagnostic:
    """An entry holds in a section that no article has: perhaps its name is misspelt."""
    return advice(
        "GL016",
        path=path,
        line=0,
        field="sections",
        message=f"mục từ “{term.short}” dùng ở chuyên mục “{section}”, chưa có bài nào thuộc "
        "chuyên mục ấy",
        remedy="viết tên chuyên mục đúng như ở phần đầu của các bài",
    )


class Finding(Struct, frozen=True, kw_only=True):
    """Advice about the abbreviations of a text.

    Attributes:
        near: The spelling whose first line in the source is meant.
    """

    code: str
    message: str
    remedy: str
    near: str


def slip(form: str, term: Term, *, is_explained: bool) -> Finding:
    """A text has a known misspelling of an abbreviation."""
    page = "trang giải nghĩa như thế" if is_explained else "trang không giải nghĩa dạng viết này"
    return Finding(
        code="GL008",
        message=f"“{form}” có thể là lỗi viết",
        remedy=f"nếu đúng là “{term.short}” ({term.long}) thì sửa lại; {page}",
        near=form,
    )


def contradiction(form: str, term: Term) -> Finding:
    """A text seems to explain an abbreviation otherwise than the page will."""
    return Finding(
        code="GL009",
        message=f"lời ngay trước “({form})” không phải là “{term.long}”, nghĩa mà trang giải thích",
        remedy="nếu đó chỉ là cách viết gọn thì không cần sửa; nếu bài dùng nghĩa khác, "
        f"{_in_header(form, 'nghĩa trong bài')}",
        near=form,
    )


def unregistered(nearest: Mapping[str, str]) -> Finding:
    """Abbreviations that nobody explains, each with the known one that may be meant."""
    listed = ", ".join(
        f"“{form}” (gần với “{near}”)" if near else f"“{form}”" for form, near in nearest.items()
    )
    first = next(iter(nearest))
    return Finding(
        code="GL011",
        message=f"từ viết tắt chưa có trong danh mục: {listed}",
        remedy="viết đầy đủ ở lần đầu, kèm dạng viết tắt trong ngoặc; hoặc thêm vào "
        "du-lieu/tu-viet-tat.toml nếu biết chắc nghĩa",
        near=first,
    )


def unclear(form: str, terms: Iterable[Term]) -> Finding:
    """The register knows an abbreviation, but not which meaning holds in this place."""
    known = list(terms)
    meanings = list(dict.fromkeys(m for term in known for m in (term.long, *term.also)))
    listed = "; ".join(f"“{meaning}”" for meaning in meanings)
    return Finding(
        code="GL012",
        message=f"không rõ nghĩa của “{form}” ở đây; danh mục có: {listed}",
        remedy=f"viết đầy đủ ở lần đầu, hoặc {_in_header(form, meanings[0])}",
        near=form,
    )


def other_definition(form: str, long: str, term: Term) -> Finding:
    """A text defines an abbreviation otherwise than the register."""
    return Finding(
        code="GL013",
        message=f"bài giải nghĩa “{form}” là “{long}”, danh mục ghi “{term.long}”",
        remedy="trang theo bài; nếu bài sai thì sửa bài, nếu từ này có nhiều nghĩa thì ghi nghĩa "
        "kia vào also của mục ấy trong danh mục",
        near=form,
    )


def never_used(form: str) -> Finding:
    """A text or its header defines an abbreviation and never uses it afterwards."""
    return Finding(
        code="GL014",
        message=f"“{form}” được giải nghĩa nhưng không dùng lần nào nữa",
        remedy="bỏ lời giải nghĩa cho gọn, nếu không cần giữ",
        near=form,
    )


def several_forms(forms: Iterable[str]) -> Finding:
    """A text has several short forms for one thing."""
    known = list(forms)
    listed = ", ".join(f"“{form}”" for form in known)
    return Finding(
        code="GL015",
        message=f"các dạng viết tắt khác nhau cho cùng một cụm từ: {listed}",
        remedy="chọn một dạng dùng cho cả bài; dạng nào viết nhầm thì sửa",
        near=known[-1],
    )


def defining_sentence(path: str, sentence: str) -> str:
    """A remark of `make glossary-suggest`: where a text defines an abbreviation."""
    return f"# {path}: “{sentence}”"


def known_otherwise(short: str, long: str) -> str:
    """A remark: the register knows the form with other meanings."""
    return (
        f"# Danh mục đã có “{short}” với nghĩa khác: nếu đúng cả hai thì thêm “{long}” vào also "
        "của mục ấy."
    )


def undefined_form(short: str, uses: int, path: str, sentence: str) -> str:
    """A remark: the texts use a form that none of them defines."""
    return f"# “{short}”: {uses} lần, chưa bài nào giải nghĩa; {path}: “{sentence}”"


def source_of(path: str) -> str:
    """The source of an entry that a text defines."""
    return f"Bài {path}"


NO_SUGGESTION = "# Mọi từ viết tắt trong các bài đều đã có trong danh mục."


def _in_header(form: str, meaning: str) -> str:
    return f'ghi ở phần đầu của bài, mục abbreviations: "{form}: {meaning}"'

"""The file `_headers` of Cloudflare Pages and Netlify."""

from collections.abc import Mapping

from plugins.core.served_files import ASK_AGAIN, FOR_EVER, NAMED_BY_CONTENT


def headers_file(root: str, headers: Mapping[str, str]) -> str:
    """The headers of all answers; of two rules that fit, both hosts join what they say.

    So only the folders named by content say how long they may be kept, and `/*` does not: what
    these hosts say by themselves is the same as our word for everything else.
    """
    lines = [f"# Without a word about keeping, these hosts say {ASK_AGAIN} in theirs.", f"{root}*"]
    lines += [f"  {name}: {value}" for name, value in headers.items()]
    for folder in NAMED_BY_CONTENT:
        lines += [f"{root}{folder}/*", f"  Cache-Control: {FOR_EVER}"]
    return "".join(f"{line}\n" for line in lines)

"""What `make why` prints: each candidate with the parts of its points."""

from collections.abc import Iterator

from plugins.core.articles import ArticleRecord
from plugins.other_articles import messages
from plugins.other_articles.bonds import Bond
from plugins.other_articles.choice import Candidate, Chooser

_SHOWN = 10


def reasons(chooser: Chooser, article: ArticleRecord) -> Iterator[str]:
    """Lines that tell an editor why these articles stand under an article, and others not."""
    yield messages.reasons_of(article)
    for other in chooser.hand_picked(article):
        yield f"\n{messages.picked_by_hand(other)}"
    picked = {other.path for other in chooser.hand_picked(article)}
    chosen = {other.path for other in chooser.chosen(article)}
    candidates = [c for c in chooser.candidates(article) if c.record.path not in picked]
    yield from _told(messages.CHOSEN, [c for c in candidates if c.record.path in chosen])
    others = [c for c in candidates if c.record.path not in chosen]
    yield from _told(messages.NOT_CHOSEN, others[:_SHOWN])
    yield f"\n{messages.POINTS}"


def _told(heading: str, candidates: list[Candidate]) -> Iterator[str]:
    if candidates:
        yield f"\n{heading}"
    for candidate in candidates:
        yield messages.candidate(candidate.points, candidate.record)
        yield f"      {'; '.join(_parts(candidate.bond, candidate.record))}"


def _parts(bond: Bond, other: ArticleRecord) -> Iterator[str]:
    about = {
        "text": str(bond.likeness // 10),
        "section": other.section,
        "tags": ", ".join(sorted(bond.tags)),
        "documents": ", ".join(sorted(bond.documents)),
        "programmes": ", ".join(sorted(bond.programmes)),
        "places": ", ".join(sorted(bond.places)),
        "time": str(bond.days),
    }
    for part, points in bond.parts.items():
        if points:
            yield messages.part(part, about[part], points)
    if bond.copies:
        yield messages.COPY

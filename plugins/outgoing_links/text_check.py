"""All checks of the outgoing links of one content file."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from plugins.core.articles import Kind
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.text import line_at
from plugins.core.text_checks import CheckedText
from plugins.outgoing_links import messages
from plugins.outgoing_links.allowed_hosts import AllowedHosts, Standing
from plugins.outgoing_links.body_links import BodyLink, BodyLinks, outgoing_links_of
from plugins.outgoing_links.config import OutgoingLinksSettings
from plugins.outgoing_links.gambling import read_words
from plugins.outgoing_links.host_check import Place, find_host_faults
from plugins.outgoing_links.hosts import Host, host_of

_FEWEST_LETTERS = 2
_BETWEEN_WORDS = re.compile(r"[\W_]")


class OutgoingLinksCheck(Struct, frozen=True, kw_only=True):
    """Finds hosts that nobody has listed, links that nobody sees, farms and gambling words."""

    settings: OutgoingLinksSettings
    allowed: AllowedHosts

    def __call__(self, text: CheckedText) -> Iterator[Diagnostic]:
        """What is wrong with the links of one text, and what it advertises."""
        body = outgoing_links_of(text)
        yield from _once(found for link in body.links for found in self._faults_of(link, text.path))
        yield from self._farm(body, text)
        if not any(advertised_in(link) for link in body.links):
            yield from _advertising(text)

    def _faults_of(self, link: BodyLink, path: str) -> Iterator[Diagnostic]:
        yield from find_host_faults(link.address, Place(path=path, line=link.line), self.allowed)
        letters = sum(sign.isalnum() for sign in link.text)
        if letters < _FEWEST_LETTERS and not link.pictured:
            yield messages.unseen_link(path, link.line, link.text, link.address)
        if words := advertised_in(link):
            yield messages.advertising_link(path, link.line, words, link.address)
        elif not self._is_listed(link) and (words := _mentioned_in(link)):
            yield messages.gambling_link(path, link.line, words, link.address)

    def _farm(self, body: BodyLinks, text: CheckedText) -> Iterator[Diagnostic]:
        """An error about too many links; a fixed page may list hosts that are listed anyway."""
        page = text.kind is Kind.PAGE
        counted = [link for link in body.links if not (page and self._is_listed(link))]
        most = self.settings.most_links(body.words)
        if len(counted) > most:
            line = counted[most].line
            yield messages.link_farm(text.path, line, len(counted), most, body.words)

    def _is_listed(self, link: BodyLink) -> bool:
        host = host_of(link.address)
        return isinstance(host, Host) and self.allowed.standing_of(host) is Standing.LISTED


def _once(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Findings without those said twice: an error of one line, advice of one text."""
    told = set()
    for found in findings:
        line = 0 if found.severity is Severity.ADVICE else found.line
        if (said := (found.code, line, found.message)) not in told:
            told.add(said)
            yield found


def advertised_in(link: BodyLink) -> str:
    """The advertising words in the text or the address of a link, or ""."""
    words = read_words()
    return next(
        (
            found
            for part in (link.text, _BETWEEN_WORDS.sub(" ", link.address))
            for _, found in words.advertised_in(part)
        ),
        "",
    )


def _mentioned_in(link: BodyLink) -> str:
    words = read_words()
    return words.mentioned_in(link.text) or words.addressed_in(link.address)


def _advertising(text: CheckedText) -> Iterator[Diagnostic]:
    """A warning for each advertising word, at its first place."""
    first: dict[str, int] = {}
    for place, words in read_words().advertised_in(text.source):
        first[words] = min(place, first.get(words, place))
    for words, place in first.items():
        yield messages.advertising_text(text.path, line_at(text.source, place), words)

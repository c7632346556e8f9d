"""The recordings of the newest articles as a feed for listeners: RSS 2.0 with enclosures."""

from collections.abc import Sequence
from email.utils import format_datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from msgspec import Struct

from plugins.core.articles import ArticleRecord
from plugins.read_aloud.store import RecordingFacts

FEED = "nghe-tin.rss.xml"
MOST = 50


class Episode(Struct, frozen=True, kw_only=True):
    """An article with its recording.

    Attributes:
        audio: The address of the recording below the site's root.
    """

    record: ArticleRecord
    audio: str
    facts: RecordingFacts


def podcast(title: str, about: str, address: str, episodes: Sequence[Episode]) -> bytes:
    """The feed.

    Args:
        title: Of the feed.
        about: What it brings.
        address: Of the site, without a trailing `/`.
        episodes: The newest first; all have a date.
    """
    root = Element("rss", version="2.0")
    channel = SubElement(root, "channel")
    _add(channel, title=title, link=f"{address}/", description=about, language="vi")
    for episode in episodes:
        _add_episode(SubElement(channel, "item"), episode, address)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add_episode(item: Element, episode: Episode, address: str) -> None:
    record = episode.record
    page = f"{address}/{record.url}"
    _add(item, title=record.title, link=page, description=record.summary, guid=page)
    if record.date:
        _add(item, pubDate=format_datetime(record.date))
    SubElement(
        item,
        "enclosure",
        url=f"{address}/{episode.audio}",
        length=str(episode.facts.bytes),
        type="audio/mpeg",
    )


def _add(parent: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(parent, name).text = text

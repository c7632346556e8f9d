"""Pictures of a text: figures with captions where they stand alone, else in the sentence."""

from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from plugins.core.body import BodyContext, as_written, body_context
from plugins.core.text import squeeze
from plugins.responsive_images import messages
from plugins.responsive_images.alternative_text import check_alternative, same_sentence
from plugins.responsive_images.lookup import PictureLookup
from plugins.responsive_images.messages import Finding
from plugins.responsive_images.model import Picture
from plugins.responsive_images.variants import picture_of


class FigureExtension(Extension):
    """Makes the pictures of a body responsive."""

    def __init__(self, lookup: PictureLookup) -> None:
        super().__init__()
        self._lookup = lookup

    def extendMarkdown(self, md: Markdown) -> None:
        """Join the converter."""
        md.treeprocessors.register(_Figures(md, self._lookup), "responsive_images", 15)


class _Figures(Treeprocessor):
    """Priority 15: after inline text (20), before links to files and the glossary."""

    def __init__(self, md: Markdown, lookup: PictureLookup) -> None:
        super().__init__(md)
        self._lookup = lookup

    def run(self, root: Element) -> None:
        form_figures(root)
        opening = root[0] if len(root) else None
        for parent in tuple(root.iter()):
            for place, image in enumerate(tuple(parent)):
                if image.tag == "img":
                    parent[place] = self._element(image, parent, at_once=parent is opening)

    def _element(self, image: Element, parent: Element, *, at_once: bool) -> Element:
        """What stands for an image; the text that follows it stays behind it."""
        context = body_context(self.md)
        target, alt = as_written(image.get("src", "")), as_written(image.get("alt", ""))
        self._check_texts(image, parent, target, context)
        found = self._lookup.in_text(target, context.path)
        if isinstance(found, Finding):
            _report(found, target, context)
            element = Element("span")
            element.text = alt
        else:
            context.depends_on(target)
            settings = self._lookup.settings
            picture = picture_of(found, alt, settings, context.link_root)
            element = picture_element(picture, settings.sizes, at_once=at_once)
        element.tail = image.tail
        return element

    def _check_texts(
        self, image: Element, parent: Element, target: str, context: BodyContext
    ) -> None:
        caption = parent.find("figcaption") if parent.tag == "figure" else None
        text = "" if caption is None else _text(caption)
        for finding in check_alternative(as_written(image.get("alt", "")), text, target):
            _report(finding, target, context)
        if title := as_written(image.get("title", "")):
            _report(messages.caption_in_sentence(title), title, context)


def form_figures(root: Element) -> None:
    """Make a figure of every paragraph that is one picture, with its caption.

    The caption is the picture's title, a paragraph of emphasis alone right behind it,
    or both; what is said twice is shown once.
    """
    for parent in tuple(root.iter()):
        for paragraph in tuple(parent):
            if _is_picture_alone(paragraph):
                emphasis = _emphasis_behind(paragraph, parent)
                _turn_into_figure(paragraph, paragraph[0], emphasis)


def picture_element(picture: Picture, sizes: str, *, at_once: bool) -> Element:
    """The `picture` element of a text.

    Args:
        picture: What to show.
        sizes: How wide it will be shown.
        at_once: Whether it opens the text, so that waiting would be seen.
    """
    element = Element("picture")
    for source in picture.sources:
        SubElement(element, "source", type=source.type, srcset=source.srcset, sizes=sizes)
    SubElement(
        element,
        "img",
        {
            "src": picture.src,
            "srcset": picture.srcset,
            "sizes": sizes,
            "width": str(picture.width),
            "height": str(picture.height),
            "alt": picture.alt,
            **({} if at_once else {"loading": "lazy"}),
            "decoding": "async",
        },
    )
    return element


def _is_picture_alone(paragraph: Element) -> bool:
    """Whether a paragraph is one image, or one image and its caption on the next line."""
    tags = [child.tag for child in paragraph]
    return (
        paragraph.tag == "p"
        and tags in (["img"], ["img", "em"])
        and not any((text or "").strip() for text in (paragraph.text, *_tails(paragraph)))
    )


def _tails(element: Element) -> list[str | None]:
    return [child.tail for child in element]


def _emphasis_behind(paragraph: Element, parent: Element) -> Element | None:
    """The caption behind a picture, taken out of the text."""
    if len(paragraph) > 1:
        return paragraph[1]
    place = list(parent).index(paragraph) + 1
    behind = parent[place] if place < len(parent) else None
    if behind is None or not _is_emphasis_alone(behind):
        return None
    parent.remove(behind)
    return behind[0]


def _is_emphasis_alone(paragraph: Element) -> bool:
    return (
        paragraph.tag == "p"
        and [child.tag for child in paragraph] == ["em"]
        and not (paragraph.text or "").strip()
        and not (paragraph[0].tail or "").strip()
        and paragraph.find(".//img") is None
    )


def _turn_into_figure(paragraph: Element, image: Element, emphasis: Element | None) -> None:
    tail = paragraph.tail
    paragraph.clear()
    paragraph.tag, paragraph.tail = "figure", tail
    paragraph.set("class", "figure")
    title = image.attrib.pop("title", "")
    image.tail = None
    paragraph.append(image)
    if title and emphasis is not None and same_sentence(as_written(title), _text(emphasis)):
        title = ""
    if title or emphasis is not None:
        paragraph.append(_caption(title, emphasis))


def _caption(title: str, emphasis: Element | None) -> Element:
    caption = Element("figcaption")
    caption.text = title
    if emphasis is not None:
        if title:
            SubElement(caption, "br").tail = emphasis.text
        else:
            caption.text = emphasis.text
        caption.extend(emphasis)
    return caption


def _report(finding: Finding, near: str, context: BodyContext) -> None:
    context.report(
        finding.code, finding.severity, finding.message, remedy=finding.remedy, near=near
    )


def _text(element: Element) -> str:
    return squeeze(as_written("".join(element.itertext())))

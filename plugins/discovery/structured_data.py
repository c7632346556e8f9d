"""What search engines read: schema.org terms as JSON-LD."""

import json
from collections.abc import Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

# In a script element only these could end it, open a comment or break a line; `&` means
# nothing there.
_ESCAPES = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>\u2028\u2029"})
_LANGUAGE = "vi"


class Publisher(Struct, frozen=True, kw_only=True):
    """The agency behind the site."""

    name: str
    url: str

    def as_term(self) -> dict[str, object]:
        """The agency as an organisation of schema.org."""
        return {"@type": "GovernmentOrganization", "name": self.name, **_given(url=self.url)}


class Subject(Struct, frozen=True, kw_only=True):
    """What a page is about; "" where there is nothing to say.

    Attributes:
        address: The full address of the page.
        image: The full address of its picture.
        published: A moment in ISO 8601, as is `modified`.
    """

    title: str
    description: str = ""
    address: str = ""
    section: str = ""
    image: str = ""
    published: str = ""
    modified: str = ""


class Crumb(Struct, frozen=True, kw_only=True):
    """One step on the way from the home page to a page."""

    name: str
    address: str


def json_ld(terms: Sequence[Mapping[str, object]]) -> Markup:
    """The text of one JSON-LD script; nothing in it can end the script element."""
    if not terms:
        return Markup()
    graph = {"@context": "https://schema.org", "@graph": list(terms)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return Markup(text)  # noqa: S704  (escaped in the line above)


def news_article(subject: Subject, publisher: Publisher) -> dict[str, object]:
    """An article as `NewsArticle`."""
    return {
        "@type": "NewsArticle",
        "headline": subject.title,
        **_given(
            description=subject.description,
            datePublished=subject.published,
            dateModified=subject.modified,
            articleSection=subject.section,
            image=subject.image,
            mainEntityOfPage=subject.address,
        ),
        "inLanguage": _LANGUAGE,
        "publisher": publisher.as_term(),
    }


def digital_document(subject: Subject) -> dict[str, object]:
    """An official document as `DigitalDocument`."""
    return {
        "@type": "DigitalDocument",
        "name": subject.title,
        **_given(
            description=subject.description,
            datePublished=subject.published,
            dateModified=subject.modified,
            mainEntityOfPage=subject.address,
        ),
        "inLanguage": _LANGUAGE,
    }


def website(publisher: Publisher) -> dict[str, object]:
    """The site as `WebSite`."""
    return {
        "@type": "WebSite",
        "name": publisher.name,
        **_given(url=publisher.url),
        "inLanguage": _LANGUAGE,
        "publisher": publisher.as_term(),
    }


def breadcrumbs(crumbs: Sequence[Crumb]) -> dict[str, object]:
    """The way to a page as `BreadcrumbList`."""
    items = [
        {"@type": "ListItem", "position": position, "name": crumb.name, "item": crumb.address}
        for position, crumb in enumerate(crumbs, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _given(**terms: object) -> dict[str, object]:
    return {name: value for name, value in terms.items() if value}

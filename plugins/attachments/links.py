"""Links of a text to attached files."""

from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from plugins.attachments.attachment import Attachment
from plugins.attachments.lookup import AttachmentLookup
from plugins.attachments.messages import Finding
from plugins.core.body import BodyContext, as_written, body_context
from plugins.core.diagnostics import Severity


class AttachmentExtension(Extension):
    """Leads the links of a body to the published files."""

    def __init__(self, lookup: AttachmentLookup) -> None:
        super().__init__()
        self._lookup = lookup

    def extendMarkdown(self, md: Markdown) -> None:
        """Join the converter."""
        md.treeprocessors.register(_Links(md, self._lookup), "attachments", 14)


class _Links(Treeprocessor):
    """Priority 14: before the reader resolves, and would refuse, all other links (13).

    The links to attachments are left as addresses of the site, `/tep/…`; the reader puts
    in front of those what the site's own address needs.
    """

    def __init__(self, md: Markdown, lookup: AttachmentLookup) -> None:
        super().__init__(md)
        self._lookup = lookup

    def run(self, root: Element) -> None:
        context = body_context(self.md)
        for link in tuple(root.iter("a")):
            target = as_written(link.get("href", ""))
            found = self._lookup.find(target, context.path)
            if isinstance(found, Attachment):
                context.depends_on(target.split("#", 1)[0])
                lead_to_attachment(link, found, target)
            elif found is not None:
                _report(found, target, context)
                link.tag = "span"
                link.attrib.clear()


def lead_to_attachment(link: Element, attachment: Attachment, target: str) -> None:
    """Give a link the published address, and behind its text the type and size."""
    _, mark, fragment = target.partition("#")
    link.set("href", f"/{attachment.path}{mark}{fragment}")
    SubElement(link, "span", {"class": "attachment__facts"}).text = f" {attachment.facts}"


def _report(finding: Finding, target: str, context: BodyContext) -> None:
    context.report(
        finding.code, Severity.ERROR, finding.message, remedy=finding.remedy, near=target
    )

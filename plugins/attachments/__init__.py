"""Links to documents beside the text: checked, published, and told with type and size.

Why: a link that silently downloads 20 MB, or leads nowhere, is a trap; and what lies
outside the content folder must never be published by a link.
Kind: body (Markdown tree processor, priority 14), and files beside the pages.
Attribute: `document.attachments` (`AttachedFiles`), the files that a header names; the links of
a text stand in its body. Setting: `ATTACHMENTS` (`AttachmentsSettings`).
"""

from plugins.attachments.config import AttachmentsSettings

__all__ = ["AttachmentsSettings", "register"]


def register() -> None:
    """Join Pelican; imported late, so that workers which only make bodies stay light."""
    from plugins.attachments.plugin import connect_receivers  # noqa: PLC0415  (see above)

    connect_receivers()

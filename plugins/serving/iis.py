"""The file `web.config` of IIS 10, for the folder that is the root of the site.

Only what Windows Server brings along is used: static content, custom headers, request
filtering, HTTP redirection and static compression. IIS compresses by itself and keeps that, so
the files compressed beforehand are hidden.
"""

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from plugins.core.old_addresses import OldAddress
from plugins.core.served_files import (
    ASK_AGAIN,
    FOR_EVER,
    FOR_SERVERS,
    NAMED_BY_CONTENT,
    TEXT_TYPES,
    TYPES,
)
from plugins.serving.old_addresses import quoted

_HIDDEN_ENDINGS = (".br", ".gz")
_CACHE = "Cache-Control"


def web_config(addresses: Iterable[OldAddress], root: str, headers: Mapping[str, str]) -> bytes:
    """The whole file."""
    configuration = ET.Element("configuration")
    server = ET.SubElement(configuration, "system.webServer")
    _add_content(server)
    _add_headers(server, headers)
    _add_filtering(server)
    _add_errors(server)
    for folder in NAMED_BY_CONTENT:
        _add_location(configuration, folder, _CACHE, FOR_EVER)
    for old in addresses:
        if old.to:
            _add_redirect(configuration, old, root)
    ET.indent(configuration)
    text: bytes = ET.tostring(configuration, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _add_content(server: ET.Element) -> None:
    ET.SubElement(server, "directoryBrowse", enabled="false")
    default = ET.SubElement(ET.SubElement(server, "defaultDocument", enabled="true"), "files")
    ET.SubElement(default, "clear")
    ET.SubElement(default, "add", value="index.html")
    ET.SubElement(server, "urlCompression", doStaticCompression="true")
    content = ET.SubElement(server, "staticContent")
    for ending, kind in sorted(TYPES.items()):
        text = f"{kind}; charset=utf-8" if kind in TEXT_TYPES else kind
        ET.SubElement(content, "remove", fileExtension=f".{ending}")
        ET.SubElement(content, "mimeMap", fileExtension=f".{ending}", mimeType=text)


def _add_headers(server: ET.Element, headers: Mapping[str, str]) -> None:
    custom = ET.SubElement(ET.SubElement(server, "httpProtocol"), "customHeaders")
    ET.SubElement(custom, "remove", name="X-Powered-By")
    for name, value in {**headers, _CACHE: ASK_AGAIN}.items():
        ET.SubElement(custom, "remove", name=name)
        ET.SubElement(custom, "add", name=name, value=value)


def _add_filtering(server: ET.Element) -> None:
    security = ET.SubElement(server, "security")
    filtering = ET.SubElement(security, "requestFiltering", removeServerHeader="true")
    verbs = ET.SubElement(filtering, "verbs", allowUnlisted="false")
    for verb in ("GET", "HEAD"):
        ET.SubElement(verbs, "add", verb=verb, allowed="true")
    hidden = ET.SubElement(filtering, "hiddenSegments")
    for name in FOR_SERVERS:
        ET.SubElement(hidden, "remove", segment=name)
        ET.SubElement(hidden, "add", segment=name)
    endings = ET.SubElement(filtering, "fileExtensions", allowUnlisted="true")
    for ending in _HIDDEN_ENDINGS:
        ET.SubElement(endings, "remove", fileExtension=ending)
        ET.SubElement(endings, "add", fileExtension=ending, allowed="false")


def _add_errors(server: ET.Element) -> None:
    errors = ET.SubElement(server, "httpErrors", errorMode="Custom", existingResponse="Replace")
    ET.SubElement(errors, "remove", statusCode="404")
    ET.SubElement(errors, "error", statusCode="404", path="404.html", responseMode="File")


def _add_location(configuration: ET.Element, path: str, name: str, value: str) -> None:
    location = ET.SubElement(configuration, "location", path=path)
    server = ET.SubElement(location, "system.webServer")
    custom = ET.SubElement(ET.SubElement(server, "httpProtocol"), "customHeaders")
    ET.SubElement(custom, "remove", name=name)
    ET.SubElement(custom, "add", name=name, value=value)


def _add_redirect(configuration: ET.Element, old: OldAddress, root: str) -> None:
    location = ET.SubElement(configuration, "location", path=old.address.strip("/"))
    ET.SubElement(
        ET.SubElement(location, "system.webServer"),
        "httpRedirect",
        enabled="true",
        destination=quoted(root, old.to),
        exactDestination="true",
        httpResponseStatus="Permanent",
    )

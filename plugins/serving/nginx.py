"""The configuration of nginx 1.22 or later for one site.

Set up once: what changes with the content is read from the site itself. TLS follows Mozilla's
"intermediate" recommendation (guidelines 5.7).
"""

from collections.abc import Mapping

from msgspec import Struct

from plugins.core.served_files import (
    ASK_AGAIN,
    FEED_TYPES,
    FOR_EVER,
    NAMED_BY_CONTENT,
    TEXT_TYPES,
    TYPES,
)

_CIPHERS = (
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
    "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305"
)


class NginxSite(Struct, frozen=True, kw_only=True):
    """What differs between servers.

    Attributes:
        domain: The name of the site.
        public: The link that `make publish` replaces.
        certificate: The chain of certificates, PEM.
        certificate_key: Its key.
        headers: What every answer says.
        http_port: Where browsers that know no better ask; they are sent to https.
        https_port: Where the site is.
    """

    domain: str
    public: str
    certificate: str
    certificate_key: str
    headers: Mapping[str, str]
    http_port: int = 80
    https_port: int = 443


def nginx_config(site: NginxSite) -> str:
    """What belongs inside `http { … }`, as a file of `sites-enabled`."""
    return "\n".join([*_maps(site), "", *_to_https(site), "", *_server(site), ""])


def _maps(site: NginxSite) -> list[str]:
    folders = "|".join(NAMED_BY_CONTENT)
    return [
        "# Made by `make nginx`; made anew rather than edited.",
        "map $uri $old_address {",
        '    default "";',
        f"    include {site.public}/_redirects[.]nginx;",
        "}",
        "# What is not there must not be kept: it may come.",
        "map $status:$uri $cache_control {",
        f'    default "{ASK_AGAIN}";',
        f'    "~^(200|206|304):/({folders})/" "{FOR_EVER}";',
        "}",
    ]


def _to_https(site: NginxSite) -> list[str]:
    port = "" if site.https_port == 443 else f":{site.https_port}"  # noqa: PLR2004  (what https means)
    return [
        "server {",
        *_listen(site.http_port, ""),
        f"    server_name {site.domain};",
        "    server_tokens off;",
        f"    return 301 https://{site.domain}{port}$request_uri;",
        "}",
    ]


def _server(site: NginxSite) -> list[str]:
    body = [
        *_listen(site.https_port, " ssl http2"),
        f"server_name {site.domain};",
        f"root {site.public};",
        "index index.html;",
        "server_tokens off;",
        "charset utf-8;",
        f"charset_types {' '.join(sorted({*TEXT_TYPES} - {'text/html'}))};",
        "etag on;",
        "absolute_redirect off;",
        "gzip_static on;",
        "gzip_vary on;",
        "brotli_static on;",
        "",
        *_tls(site),
        "",
        *(f'add_header {name} "{value}" always;' for name, value in site.headers.items()),
        "add_header Cache-Control $cache_control always;",
        "",
        "types {",
        *(f"    {kind} {ending};" for ending, kind in sorted(TYPES.items())),
        "}",
        "default_type application/octet-stream;",
        "",
        "# A site of files is only read.",
        "if ($request_method !~ ^(GET|HEAD)$) { return 405; }",
        "error_page 404 /404.html;",
        "error_page 410 @withdrawn;",
        "",
        "location / {",
        "    if ($old_address = 410) { return 410; }",
        "    if ($old_address) { return 301 $old_address; }",
        "    try_files $uri $uri/ =404;",
        "}",
        *(
            f"location ~ {ending.replace('.', '[.]')}$ {{ types {{}} default_type {kind}; }}"
            for ending, kind in FEED_TYPES.items()
        ),
        "# The notice in the place of a page that was taken down.",
        "location @withdrawn { try_files $uri $uri/index.html /404.html =410; }",
        "# For servers, hidden, or compressed beforehand: never asked for by name.",
        "location ~ ^/(_headers|_redirects|web[.]config) { return 404; }",
        "location ~ [.](br|gz)$ { return 404; }",
        "location ~ /[.](?!well-known/) { return 404; }",
    ]
    return ["server {", *(f"    {line}" if line else "" for line in body), "}"]


def _listen(port: int, options: str) -> list[str]:
    return [f"listen {port}{options};", f"listen [::]:{port}{options};"]


def _tls(site: NginxSite) -> list[str]:
    return [
        f"ssl_certificate {site.certificate};",
        f"ssl_certificate_key {site.certificate_key};",
        "ssl_protocols TLSv1.2 TLSv1.3;",
        f"ssl_ciphers {_CIPHERS};",
        "ssl_prefer_server_ciphers off;",
        "ssl_session_timeout 1d;",
        "ssl_session_cache shared:cong-tin:10m;",
        "ssl_session_tickets off;",
    ]

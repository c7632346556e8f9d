"""A real nginx on this machine, with a certificate that nobody knows, and what it answers."""

import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

from msgspec import Struct

from plugins.serving.headers import headers_of
from plugins.serving.nginx import NginxSite, nginx_config

DOMAIN = "so.example.gov.vn"
# On a path that ordinary users do not search.
_NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin") or "nginx"
_MODULE = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
_MAIN = f"""
load_module {_MODULE};
daemon off;
worker_processes 2;
user root;
pid {{folder}}/nginx.pid;
error_log stderr error;
events {{{{ worker_connections 1024; }}}}
http {{{{
    access_log off;
    client_body_temp_path {{folder}}/body;
    proxy_temp_path {{folder}}/proxy;
    fastcgi_temp_path {{folder}}/fastcgi;
    scgi_temp_path {{folder}}/scgi;
    uwsgi_temp_path {{folder}}/uwsgi;
    include {{folder}}/site.conf;
}}}}
"""


CERTIFICATE, _KEY = "cert.pem", "key.pem"


class Answer(Struct, frozen=True, kw_only=True, dict=True):
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Nginx(Struct, frozen=True, kw_only=True, dict=True):
    """A running server.

    Attributes:
        public: The link that it serves.
    """

    public: Path
    http_port: int
    https_port: int

    def get(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Ask over TLS; names of headers are written with `_`."""
        unknown = ssl._create_unverified_context()  # noqa: S323  (a certificate of this test)
        connection = HTTPSConnection("127.0.0.1", self.https_port, context=unknown)
        return _ask(connection, method, address, headers)

    def get_plain(self, address: str) -> Answer:
        """Ask without TLS."""
        return _ask(HTTPConnection("127.0.0.1", self.http_port), "GET", address, {})


def _ask(
    connection: HTTPConnection, method: str, address: str, headers: Mapping[str, str]
) -> Answer:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, address, headers={"Host": DOMAIN, **given})
    answer = connection.getresponse()
    found = {name.lower(): value for name, value in answer.getheaders()}
    result = Answer(status=answer.status, headers=found, body=answer.read())
    connection.close()
    return result


class RunningNginx:
    """An nginx in a folder of its own, for as long as the block lasts."""

    def __init__(self, folder: Path, printed: str = "") -> None:
        """Nothing is started yet.

        Args:
            folder: Where it is to run, and where the link `public` is, if nothing was printed.
            printed: What `make nginx` has printed; ports and certificate are moved to here.
        """
        self._folder, self._printed = folder, printed
        self._server = Nginx(
            public=folder / "public", http_port=_free_port(), https_port=_free_port()
        )

    def __enter__(self) -> Nginx:
        folder, server = self._folder, self._server
        _make_certificate(folder)
        lines = (self._moved() if self._printed else nginx_config(self._site())).splitlines()
        if not _has_ipv6():  # as in some containers
            lines = [line for line in lines if "[::]" not in line]
        (folder / "site.conf").write_text("\n".join(lines), encoding="utf-8")
        (folder / "nginx.conf").write_text(_MAIN.format(folder=folder), encoding="utf-8")
        command = [_NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
        subprocess.run([*command, "-q", "-t"], check=True)
        self._process = subprocess.Popen(command)
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", server.https_port)) == 0:
                    return server
            time.sleep(0.05)
        message = "nginx does not listen"
        raise TimeoutError(message)

    def _site(self) -> NginxSite:
        return NginxSite(
            domain=DOMAIN,
            public=str(self._server.public),
            certificate=str(self._folder / CERTIFICATE),
            certificate_key=str(self._folder / _KEY),
            headers=headers_of(None),
            http_port=self._server.http_port,
            https_port=self._server.https_port,
        )

    def _moved(self) -> str:
        ports = {"80": self._server.http_port, "443": self._server.https_port}
        files = {"fullchain.pem": CERTIFICATE, "privkey.pem": _KEY}
        config = re.sub(
            r"(listen (?:\[::\]:)?)(80|443)\b", lambda m: f"{m[1]}{ports[m[2]]}", self._printed
        )
        return re.sub(
            r"/etc/letsencrypt/live/[^/]+/(\w+\.pem)",
            lambda m: str(self._folder / files[m[1]]),
            config,
        )

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()


def _make_certificate(folder: Path) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    names = ["-subj", f"/CN={DOMAIN}", "-addext", f"subjectAltName=DNS:{DOMAIN},IP:127.0.0.1"]
    files = ["-keyout", _KEY, "-out", CERTIFICATE]
    subprocess.run([*command, *names, *files], cwd=folder, check=True, capture_output=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::", 0))
    except OSError:
        return False
    return True

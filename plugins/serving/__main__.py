"""`python -m plugins.serving`: print the configuration of nginx for a server."""

import argparse
import sys
from pathlib import Path

from plugins.core.portal_monitoring import read_portal_monitoring
from plugins.serving.headers import headers_of
from plugins.serving.nginx import NginxSite, nginx_config


def main() -> int:
    """Print it."""
    parser = argparse.ArgumentParser(prog="python -m plugins.serving", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--domain", required=True)
    parser.add_argument("--public", type=Path, default=Path("public"))
    parser.add_argument("--certificate", default="", help="default: where certbot puts it")
    parser.add_argument("--key", default="")
    given = parser.parse_args()
    kept = f"/etc/letsencrypt/live/{given.domain}"
    site = NginxSite(
        domain=given.domain,
        public=str(given.public.absolute()),
        certificate=given.certificate or f"{kept}/fullchain.pem",
        certificate_key=given.key or f"{kept}/privkey.pem",
        headers=headers_of(read_portal_monitoring(given.content)),
    )
    print(nginx_config(site), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())

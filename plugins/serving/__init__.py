"""How web servers have to serve the site: one source for nginx, IIS, Cloudflare Pages, Netlify.

Headers, types, how long to keep what, old addresses. What changes with the content goes out with
every release (`_headers`, `_redirects`, `_redirects.nginx`, `web.config`); what is set up once on
a server is printed by `make nginx`.

Kind: site; a command. No value, no setting.
"""


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.serving.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()

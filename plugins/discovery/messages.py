"""What editors are told about how the site is found."""

from plugins.core.diagnostics import Diagnostic, advice


def no_address() -> Diagnostic:
    """DI001."""
    return advice(
        "DI001",
        path="",
        line=0,
        message="chưa khai báo địa chỉ công khai của trang tin nên không có nguồn tin, "
        "sitemap.xml, security.txt và địa chỉ chính thức của từng trang",
        remedy="khai báo site_url trong du-lieu/co-quan.toml hoặc chạy với SITEURL=https://…",
    )

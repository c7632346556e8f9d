"""The pages that the browser visits: one of each kind, all of the first site."""

HOME = ""
REPORT = "tin-tuc/khcn-dia-phuong-phat-trien-nhanh-ben-vung/"
NOTICE = "van-ban/ket-luan-hoi-nghi-giam-doc-so-2024/"
SUPPORT = "ho-tro-tiep-can/"
CONTACT = "lien-he/"
PAGES = {
    "home": HOME,
    "article": REPORT,
    "document": NOTICE,
    "documents": "van-ban/",
    "category": "chuyen-muc/tin-trong-tinh/",
    "page": SUPPORT,
    "contact": CONTACT,
    "glossary": "tu-viet-tat/",
    "site-map": "so-do-trang/",
    "statement": "tuyen-bo-ve-kha-nang-tiep-can/",
    "not-found": "404.html",
}

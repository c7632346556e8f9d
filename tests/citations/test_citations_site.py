"""Citations on a small real site."""

from tests.conftest import BuildSite, BuiltSite, article

DECREE = (
    "---\ntitle: Đầu tư cho khoa học\nslug: nghi-dinh\ntype: Nghị định\nnumber: {number}\n"
    "issuer: Chính phủ\ndate: 17/10/2014\n---\n\nNghị định số 95/2014/NĐ-CP quy định.\n"
)
TEXT = "Sửa **Nghị định số 95/ 2014/NĐ-CP**, Thông tư 22/2023/TT-BTTTT và Luật KH&CN năm 2013."
LAW = (
    "---\ntitle: Khoa học và Công nghệ\nslug: luat\ntype: Luật\nnumber: 29/2013/QH13\n"
    "issuer: Quốc hội\ndate: 18/06/2013\n---\n\nLuật này quy định.\n"
)
REGISTER = (
    '[[term]]\nshort = "KH&CN"\nlong = "khoa học và công nghệ"\nsource = "Luật 29/2013/QH13"\n'
)
ELSEWHERE = (
    '[[document]]\nname = "Thông tư 22/2023/TT-BTTTT"\nurl = "https://vanban.chinhphu.vn/"\n'
)


def links(site: BuiltSite, url: str) -> list[tuple[str, str]]:
    found = site.page(url).xpath("//div[contains(@class, 'prose')]//a[not(parent::abbr)]")
    return [(link.get("href"), link.text_content()) for link in found]


def listed(site: BuiltSite, url: str, title: str) -> list[tuple[str, list[str]]]:
    items = site.page(url).xpath(f"//section[h2='{title}']//li")
    return [(" ".join(item.text_content().split()), item.xpath(".//a/@href")) for item in items]


def test_citations_lead_to_their_documents_and_back(build_site: BuildSite) -> None:
    site = build_site(
        {
            "tin-tuc/bai.md": article("Hội nghị", body=TEXT, slug="bai"),
            "tin-tuc/nhap.md": article("Nháp", body=TEXT, status="draft"),
            "van-ban/nghi-dinh.md": DECREE.format(number="95/2014/NĐ-CP"),
            "du-lieu/dan-chieu.toml": ELSEWHERE,
            "du-lieu/may-chu.toml": '[[host]]\nname = ".chinhphu.vn"\n',
        }
    )
    assert site.codes == []
    assert links(site, "tin-tuc/bai/") == [
        ("/van-ban/nghi-dinh/", "Nghị định số 95/ 2014/NĐ-CP"),
        ("https://vanban.chinhphu.vn/", "Thông tư 22/2023/TT-BTTTT"),
    ]
    assert listed(site, "tin-tuc/bai/", "Văn bản được dẫn chiếu") == [
        ("Nghị định 95/2014/NĐ-CP", ["/van-ban/nghi-dinh/"]),
        ("Thông tư 22/2023/TT-BTTTT", ["https://vanban.chinhphu.vn/"]),
        ("Luật KH&CN năm 2013", []),
    ]
    assert listed(site, "van-ban/nghi-dinh/", "Được dẫn chiếu tại") == [
        ("Hội nghị", ["/tin-tuc/bai/"])
    ]
    assert links(site, "van-ban/nghi-dinh/") == []


def test_laws_lead_to_their_documents_however_they_are_called(build_site: BuildSite) -> None:
    text = (
        "Luật KH&CN năm 2013. Sở KH&CN; *Luật Khoa học và Công nghệ 2013*, Luật 29/2013/QH13, "
        "Bộ luật Dân sự năm 2015."
    )
    site = build_site(
        {
            "tin-tuc/bai.md": article("Hội nghị", body=text, slug="bai"),
            "van-ban/luat.md": LAW,
            "du-lieu/tu-viet-tat.toml": REGISTER,
        }
    )
    assert links(site, "tin-tuc/bai/") == [
        ("/van-ban/luat/", "Luật KH&CN (khoa học và công nghệ) năm 2013"),
        ("/van-ban/luat/", "Luật Khoa học và Công nghệ 2013"),
        ("/van-ban/luat/", "Luật 29/2013/QH13"),
    ]
    controls = site.page("tin-tuc/bai/").xpath("//abbr[a]/preceding::text()[1]")
    assert [before.strip() for before in controls] == [". Sở"]
    assert listed(site, "tin-tuc/bai/", "Văn bản được dẫn chiếu") == [
        ("Luật KH&CN năm 2013", ["/van-ban/luat/"]),
        ("Bộ luật Dân sự năm 2015", []),
    ]


def test_a_new_number_makes_the_citing_page_anew(build_site: BuildSite) -> None:
    files = {"tin-tuc/bai.md": article(body=TEXT, slug="bai")}
    other = DECREE.format(number="96/2014/NĐ-CP")
    assert links(build_site({**files, "van-ban/nghi-dinh.md": other}), "tin-tuc/bai/") == []
    site = build_site({"van-ban/nghi-dinh.md": DECREE.format(number="95/2014/NĐ-CP")})
    assert [address for address, _ in links(site, "tin-tuc/bai/")] == ["/van-ban/nghi-dinh/"]


def test_what_is_wrong_with_the_data_file_stops_the_build(build_site: BuildSite) -> None:
    site = build_site({"tin-tuc/a.md": article(), "du-lieu/dan-chieu.toml": "[[document]]\n"})
    assert set(site.codes) == {"CI001"}

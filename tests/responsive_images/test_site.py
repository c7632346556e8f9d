"""Pictures on small real sites."""

import json
from pathlib import Path

import pytest

from plugins.content_gate import __main__ as command
from tests.conftest import BuildSite, article
from tests.responsive_images.pictures import camera_notes, opened, picture


def test_publishes_pictures_without_the_place_where_they_were_taken(build_site: BuildSite) -> None:
    site = build_site(
        {
            "tin-tuc/bai.md": article(
                body="Chữ.\n\n![Gian hàng](../hinh-anh/a.jpg)\n\n*Chú thích.*"
            ),
            "hinh-anh/a.jpg": picture(900, 600, exif=camera_notes()),
        }
    )
    assert site.codes == []
    figure = site.page("tin-tuc/bai/").find(".//figure[@class='figure']")
    assert figure.findtext("figcaption") == "Chú thích."
    srcsets = [source.get("srcset") for source in figure.iter("source", "img")]
    named = {part.split(" ")[0][1:] for srcset in srcsets for part in srcset.split(", ")}
    made = {name for name in site.files if name.startswith("anh/")}
    assert named == made
    assert len(made) == 6
    for name in made:
        assert not opened(site.files[name]).getexif()


def test_two_builds_give_the_same_bytes(build_site: BuildSite, tmp_path: Path) -> None:
    files = {
        f"tin-tuc/bai-{number}.md": article(image=f"hinh-anh/{number}.jpg", image_alt="Gian hàng")
        for number in range(5)
    } | {f"hinh-anh/{number}.jpg": picture(500 + number, 300) for number in range(5)}
    first = build_site(files, {"STORE_PATH": str(tmp_path / "store-1")})
    assert first.codes == []
    before = first.files
    again = build_site(files, {"STORE_PATH": str(tmp_path / "store-2")})
    assert again.files == before


def test_pictures_of_drafts_stay_at_home_when_drafts_do(build_site: BuildSite) -> None:
    site = build_site(
        {
            "tin-tuc/nhap.md": article(status="draft", body="![Gian hàng](../hinh-anh/a.jpg)"),
            "tin-tuc/bai.md": article(),
            "hinh-anh/a.jpg": picture(300, 200),
        },
        {"DRAFT_SAVE_AS": ""},
    )
    assert site.codes == []
    assert not [name for name in site.files if name.startswith("anh/")]


def test_faults_of_the_header_are_told_with_those_of_the_text(
    build_site: BuildSite, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "![Gian hàng](khong-co.jpg)"
    files = {"tin-tuc/mot.md": article(image="hinh-anh/a.jpg", image_alt="a.jpg", body=body)}
    site = build_site({**files, "hinh-anh/a.jpg": picture(300, 200)})
    expected = [("IM010", 6, "image_alt"), ("IM002", 9, "")]
    assert [(f.code, f.line, f.field) for f in site.diagnostics if f.code[:2] == "IM"] == expected

    given = ["--content", str(site.content), "--file", "tin-tuc/mot.md", "--format", "json"]
    assert command.main(given) == 1
    checked = json.loads(capsys.readouterr().out)
    assert [(f["code"], f["line"], f["field"]) for f in checked if f["code"][:2] == "IM"] == (
        expected
    )


def test_a_picture_of_a_header_that_goes_away_is_missed(build_site: BuildSite) -> None:
    source = article(image="hinh-anh/a.jpg", image_alt="Gian hàng")
    site = build_site({"tin-tuc/mot.md": source, "hinh-anh/a.jpg": picture(300, 200)})
    assert site.codes == []
    (site.content / "hinh-anh" / "a.jpg").unlink()
    assert build_site().codes == ["IM002"]


def test_one_bad_picture_stops_the_build_and_hides_no_other(build_site: BuildSite) -> None:
    site = build_site(
        {
            "tin-tuc/mot.md": article(body="Chữ.\n\n![Gian hàng](../hinh-anh/khong-co.jpg)"),
            "tin-tuc/hai.md": article(body="![Gian hàng](../hinh-anh/hong.jpg)"),
            "tin-tuc/ba.md": article(image="hinh-anh/ten.jpg", image_alt="Gian hàng"),
            "hinh-anh/hong.jpg": picture(300, 200)[:600],
        }
    )
    assert site.exit_code == 1
    assert sorted((f.path, f.code) for f in site.diagnostics if f.code.startswith("IM")) == [
        ("tin-tuc/ba.md", "IM002"),
        ("tin-tuc/hai.md", "IM006"),
        ("tin-tuc/mot.md", "IM002"),
    ]

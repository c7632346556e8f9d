"""What stock Pelican passes over in silence ends here with a finding and an exit code."""

import logging
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from blinker import NamedSignal
from pelican import signals

import pelicanconf
from plugins import content_gate, page_writer
from plugins.core.errors import ConfigError, SiteError
from plugins.core.pelican import connect
from tests.conftest import ROOT, BuildSite, article, build_folder, write_files

GOOD = {
    "tin-tuc/a.md": article("Bài A"),
    "trang/lien-he.md": "---\ntitle: Liên hệ\n---\n\nỞ đây.\n",
}
DOCUMENT = (
    "---\ntitle: Kết luận\ntype: Thông báo\nnumber: không rõ\nissuer: Sở\ndate: không rõ\n---\n"
    "\nNội dung.\n"
)
# Those that Pelican sends while it reads and writes are not among them: it does neither.
MOMENTS = [
    "initialized",
    "get_generators",
    "generator_init",
    "readers_init",
    "article_generator_init",
    "article_generator_pretaxonomy",
    "article_generator_finalized",
    "article_writer_finalized",
    "page_generator_init",
    "page_generator_finalized",
    "page_writer_finalized",
    "static_generator_init",
    "static_generator_finalized",
    "all_generators_finalized",
    "get_writer",
    "feed_generated",
    "finalized",
]


def raise_always(_sender: object, **_arguments: object) -> None:
    """Break, as a plugin with a slip does."""
    raise ZeroDivisionError


def plugin(name: str, register: Callable[[], object]) -> ModuleType:
    module = ModuleType(name)
    vars(module)["register"] = register
    return module


def outcome(build_site: BuildSite, files: dict[str, str], **settings: object) -> int:
    """The exit code, as the operating system would see it."""
    try:
        return build_site(files, settings).exit_code
    except (ZeroDivisionError, SiteError):
        return 1


def run_pelican(
    command: list[str], content: Path, settings: Path, output: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*command, str(content), "-o", str(output), "-s", str(settings)],
        check=False,
        cwd=content.parent,
        env={"STORE_PATH": str(output.parent / "store"), **environment},
        capture_output=True,
        encoding="utf-8",
    )


PELICAN = [sys.executable, "-m", "pelican"]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_raising_receiver_ends_the_build(
    build_site: BuildSite, moment: str, tmp_path: Path
) -> None:
    signal: NamedSignal = getattr(signals, moment)
    breaking = plugin("breaking", lambda: connect(signal, raise_always))
    if moment == "get_writer":
        # The only one that we do not connect ourselves: Pelican takes the first answer.
        breaking = plugin("breaking", lambda: signal.connect(raise_always))

    # With a store of its own everything is made, feeds too.
    settings = {"PLUGINS": [*pelicanconf.PLUGINS, breaking], "STORE_PATH": str(tmp_path / "own")}
    assert outcome(build_site, GOOD, **settings) == 1


def test_a_plugin_whose_register_raises_ends_the_build(build_site: BuildSite) -> None:
    def register() -> None:
        message = "cài đặt sai"
        raise ValueError(message)

    site = build_site(GOOD, {"PLUGINS": [*pelicanconf.PLUGINS, plugin("breaking", register)]})

    assert site.exit_code == 1
    (found,) = site.found("CG001")
    assert "breaking" in found.message
    assert "cài đặt sai" in found.message


def test_plugins_are_modules_so_that_a_misspelt_one_cannot_be_imported(tmp_path: Path) -> None:
    write_files(tmp_path / "content", GOOD)
    source = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    misspelt = source.replace("    glossary,", "    glosary,").replace(
        "Path(__file__).resolve().parent", f"Path({str(ROOT)!r})"
    )
    assert "glosary" in misspelt
    write_files(tmp_path, {"pelicanconf.py": misspelt})
    ended = run_pelican(
        PELICAN, tmp_path / "content", tmp_path / "pelicanconf.py", tmp_path / "output"
    )

    assert ended.returncode != 0
    assert "glosary" in ended.stdout + ended.stderr
    assert not (tmp_path / "output").exists()


def test_a_setting_that_a_feature_does_not_know_ends_the_build(build_site: BuildSite) -> None:
    with pytest.raises(ConfigError, match="OTHER_ARTICLES is a dict"):
        build_site(GOOD, {"OTHER_ARTICLES": {"limt": 3}})


@pytest.mark.parametrize("missing", [content_gate])
def test_no_site_is_applied_without_the_gate(build_site: BuildSite, missing: object) -> None:
    left = [module for module in pelicanconf.PLUGINS if module is not missing]

    with pytest.raises(SiteError, match="answers to verdict-requested"):
        build_site(GOOD, {"PLUGINS": left})


def test_the_gate_listens_first_and_the_writer_applies_last() -> None:
    assert pelicanconf.PLUGINS[0] is content_gate
    assert pelicanconf.PLUGINS[-1] is page_writer


@pytest.mark.parametrize(
    ("files", "code", "path", "line"),
    [
        ({"tin-tuc/b.md": article(date="hôm nay")}, "AR011", "tin-tuc/b.md", 3),
        ({"tin-tuc/b.md": article(date="30/02/2024")}, "AR011", "tin-tuc/b.md", 3),
        ({"tin-tuc/b.md": article(title="")}, "AR006", "tin-tuc/b.md", 1),
        ({"tin-tuc/b.md": ""}, "AR006", "tin-tuc/b.md", 1),
        ({"tin-tuc/b.md": "Chỉ có thân bài.\n"}, "AR006", "tin-tuc/b.md", 1),
        ({"tin-tuc/b.md": article(body="Một\n\n![x](anh.jpg)")}, "IM002", "tin-tuc/b.md", 9),
        ({"tin-tuc/b.md": article(image="hinh-anh/khong-co.jpg")}, "IM002", "tin-tuc/b.md", 5),
        ({"tin-tuc/b.md": article(body="[x](khong-co.md)")}, "AR017", "tin-tuc/b.md", 7),
        ({"tin-tuc/b.md": article(body="[x](/khong-co/)")}, "AR022", "tin-tuc/b.md", 7),
        ({"tin-tuc/b.md": article(body="[x](/khong-co.pdf)")}, "AT001", "tin-tuc/b.md", 7),
        ({"tin-tuc/b.MD": article()}, "AR016", "tin-tuc/b.MD", 0),
        ({"tin/b.md": article()}, "AR015", "tin/b.md", 0),
        ({"b.md": article()}, "AR015", "b.md", 0),
        ({"tin-tuc/b.md": article(save_as="../x.html")}, "AR007", "tin-tuc/b.md", 5),
        ({"tin-tuc/b.md": article(template="../x")}, "AR007", "tin-tuc/b.md", 5),
    ],
)
def test_a_slip_of_an_editor_ends_the_build_and_is_placed(
    build_site: BuildSite, files: dict[str, str], code: str, path: str, line: int
) -> None:
    site = build_site({**GOOD, **files})

    found = [each for each in site.diagnostics if each.severity == "error"]
    assert site.exit_code == 1
    assert not site.folder.exists()
    assert (code, path, line) in [(each.code, each.path, each.line) for each in found]
    assert all(each.remedy for each in found)


def test_a_link_of_pelicans_own_kind_never_comes_out_live(build_site: BuildSite) -> None:
    targets = [
        "{filename}javascript:alert(1)",
        "{static}javascript:alert(1)",
        "{index}javascript:alert(1)",
        "{alert(1)}javascript:1",
    ]
    site = build_site(
        {
            f"tin-tuc/bai-{number}-{mark}.md": article(body=f"{sign}[x](<{target}>)")
            for number, target in enumerate(targets)
            for mark, sign in (("lien-ket", ""), ("anh", "!"))
        }
    )

    errors = {found.path for found in site.diagnostics if found.severity == "error"}
    assert errors == {
        f"tin-tuc/bai-{n}-{kind}.md" for n in range(4) for kind in ("lien-ket", "anh")
    }


def test_links_of_the_content_folder_that_lead_out_of_it_are_refused(
    build_site: BuildSite, tmp_path: Path
) -> None:
    write_files(tmp_path, {"mat-khau.md": article("Bí mật"), "content/tin-tuc/a.md": article()})
    (tmp_path / "content/tin-tuc/lien-ket.md").symlink_to(tmp_path / "mat-khau.md")
    site = build_site()

    assert site.exit_code == 1
    assert {found.path for found in site.found("AR023")} == {"tin-tuc/lien-ket.md"}
    assert not site.folder.exists()


def test_no_article_is_dropped_in_silence(build_site: BuildSite) -> None:
    sound = {
        "tin-tuc/dang.md": article("Đăng"),
        "tin-tuc/an.md": article("Ẩn", status="ẩn"),
        "tin-tuc/nhap.md": article("Nháp", status="nháp"),
        "tin-tuc/hen.md": article("Hẹn", date="01/01/2099", scheduled="có"),
        "tin-tuc/nfd.md": unicodedata.normalize("NFD", article("Đổi mới sáng tạo")),
        "tin-tuc/dau-dong.md": "Title: Dòng\nDate: 2024-03-17\nCategory: Tin\n\nThân.\n",
        "tin-tuc/2024/khong-muc.md": "---\ntitle: Không mục\ndate: 17/03/2024\n---\n\nThân.\n",
        "van-ban/thong-bao.md": DOCUMENT,
        "trang/lien-he.md": "---\ntitle: Liên hệ\n---\n\nỞ đây.\n",
    }
    refused = {
        "tin-tuc/x1.md": article(date="2024"),
        "tin-tuc/x2.md": article(title=""),
        "tin-tuc/x3.md": article(staus="draft"),
        "tin-tuc/x4.md": article(status="publised"),
        "tin-tuc/x5.md": article(slug="../x"),
        "tin-tuc/x6.md": "---\ntitle: Chưa đóng\n",
        "tin-tuc/x7.markdown": article(),
        "van-ban/x8.md": "",
        "trang/x9.md": "Không có phần đầu.\n",
    }
    first = build_site({**sound, **refused})
    told = {found.path for found in first.diagnostics if found.severity == "error"}
    assert told == set(refused)

    for name in refused:
        (first.content / name).unlink()
    second = build_site()
    assert second.exit_code == 0
    written = {Path(name).parent.name for name in second.files if name.endswith("index.html")}
    assert {Path(name).stem for name in sound} <= written


def test_a_complaint_of_pelican_is_a_finding(build_site: BuildSite) -> None:
    def complain(_generators: object) -> None:
        logging.getLogger("pelican.x").warning("Không ghi được %s", "tin-tuc/a.md")

    loud = plugin("loud", lambda: connect(signals.all_generators_finalized, complain))
    settings = {"PLUGINS": [*pelicanconf.PLUGINS, loud]}

    for _ in range(2):  # Pelican would say it only once in a process.
        site = build_site(GOOD, settings)
        (found,) = site.found("CG001")
        assert (found.path, site.exit_code) == ("tin-tuc/a.md", 1)
        assert "Không ghi được tin-tuc/a.md" in found.message


def test_one_site_leaves_nothing_to_the_next(tmp_path: Path, build_site: BuildSite) -> None:
    bad, good = tmp_path / "xau", tmp_path / "tot"
    write_files(bad, {"tin-tuc/b.md": article(date="hôm nay")})
    write_files(good, GOOD)
    store = {"STORE_PATH": str(tmp_path / "store")}
    breaking = plugin("breaking", lambda: connect(signals.all_generators_finalized, raise_always))

    first = build_folder(bad, tmp_path / "ra-xau", store)
    second = build_folder(good, tmp_path / "ra-tot", store)
    with pytest.raises(ZeroDivisionError):
        build_folder(
            bad, tmp_path / "ra-hong", {**store, "PLUGINS": [*pelicanconf.PLUGINS, breaking]}
        )
    third = build_folder(good, tmp_path / "ra-tot", store)

    assert (first.exit_code, second.exit_code, third.exit_code) == (1, 0, 0)
    assert third.diagnostics == second.diagnostics
    assert not {found.path for found in second.diagnostics} & {"tin-tuc/b.md"}


@pytest.mark.parametrize("command", [PELICAN, [str(Path(sys.executable).parent / "pelican")]])
@pytest.mark.parametrize(
    ("settings", "address"),
    [("pelicanconf.py", "http://localhost:8000"), ("publishconf.py", "https://khcn.example")],
)
def test_both_ways_to_start_pelican_work_from_another_folder(
    tmp_path: Path, command: list[str], settings: str, address: str
) -> None:
    write_files(tmp_path / "content", GOOD)
    given = {} if settings == "pelicanconf.py" else {"SITEURL": address}
    output = tmp_path / "output"
    ended = run_pelican(command, tmp_path / "content", ROOT / settings, output, **given)

    assert (ended.returncode, ended.stderr) == (0, "")
    page = (output / "tin-tuc/a/index.html").read_text(encoding="utf-8")
    assert f"{address}/tin-tuc/a/" in page


def test_a_public_site_without_an_address_is_built_and_says_so(tmp_path: Path) -> None:
    write_files(tmp_path / "content", GOOD)
    output = tmp_path / "output"
    ended = run_pelican(PELICAN, tmp_path / "content", ROOT / "publishconf.py", output)

    assert ended.returncode == 0
    assert "lời khuyên" in ended.stdout
    assert "localhost" not in (output / "index.html").read_text(encoding="utf-8")


def test_an_error_reaches_the_exit_code_of_pelican(tmp_path: Path) -> None:
    write_files(tmp_path / "content", {**GOOD, "tin-tuc/b.md": article(date="hôm nay")})
    output = tmp_path / "output"
    ended = run_pelican(PELICAN, tmp_path / "content", ROOT / "pelicanconf.py", output)

    assert ended.returncode == 1
    assert "content/tin-tuc/b.md:3: AR011 (lỗi)" in ended.stdout
    assert not output.exists()

"""A file of view counts that is wrong in form ends the build with its line."""

from tests.conftest import BuildSite


def test_a_count_that_is_no_number_is_placed(build_site: BuildSite) -> None:
    slip = '[[view]]\nslug = "bai"\nvalue = "31 lượt"\n'
    site = build_site({"du-lieu/luot-xem.toml": slip})

    (found,) = site.found("VC001")
    assert (found.path, found.line, found.field) == ("du-lieu/luot-xem.toml", 3, "value")
    assert site.exit_code == 1

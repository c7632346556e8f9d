"""Planted secrets are found in every kind of file; what only looks a little like one is not."""

import pytest

from plugins.release_checks.secrets import secrets_in
from tests.release_checks.conftest import MakeSite, findings, page

# In pieces, so that this file holds none itself.
PLANTED = (
    "-----BEGIN OPENSSH PRIV" + "ATE KEY-----",
    "-----BEGIN PRIV" + "ATE KEY-----",
    "AK" + "IAIOSFODNN7EXAMPLE",
    "gh" + "p_" + "a1B2" * 9,
    "github_" + "pat_" + "a1B2" * 8,
    "glpat" + "-" + "a1B2" * 5,
    "xox" + "b-1234567890-abc",
    "AI" + "za" + "a1B2c" * 7,
    "ey" + "Jhbfake00000.ey" + "Jzdwfake00000.c2lnfake00000",
    "postgres" + "://quantri:matkhau@db.local/so",
    "DB_PASS" + "WORD=matkhau123",
    "SITE_SEC" + "RET_KEY = a1b2c3d4e5",
    "DEPLOY_TO" + "KEN=a1b2c3d4e5",
)


@pytest.mark.parametrize("planted", PLANTED)
@pytest.mark.parametrize("name", ["a/index.html", "du-lieu.json.txt", "giao-dien/x/main.js"])
def test_a_planted_secret_is_found_and_only_its_beginning_told(
    site: MakeSite, planted: str, name: str
) -> None:
    content = page(f"<p>{planted}</p>") if name.endswith("html") else f"a {planted} b"
    assert findings(site({name: content})) == [f"RC003 {name}"]
    (shown,) = secrets_in(content.encode())
    assert planted not in shown


@pytest.mark.parametrize(
    "harmless",
    [
        "Mật khẩu (PASSWORD) phải có ít nhất 8 ký tự; TOKEN = thẻ",
        "https://chinhphu.vn/a:b@c",
        "mailto:a@b.vn, liên hệ: http://a.vn:8080/x@y",
        "eyJ là phần đầu của một mã JWT",
        "khóa công khai -----BEGIN PUBLIC KEY-----",
    ],
)
def test_words_about_secrets_are_none(harmless: str) -> None:
    assert list(secrets_in(harmless.encode())) == []


@pytest.mark.parametrize(
    "name",
    [".git/config", ".env", "a/.htpasswd", "sao-luu.sql", "index.PHP", "a.md", "khoa.pem", "x~"],
)
def test_files_that_are_never_public_are_told_by_their_names(site: MakeSite, name: str) -> None:
    assert findings(site({name: "x"})) == [f"RC004 {name}"]


def test_what_browsers_look_for_in_a_hidden_folder_is_public(site: MakeSite) -> None:
    assert findings(site({".well-known/security.txt": "Contact: mailto:a@b.vn"})) == []

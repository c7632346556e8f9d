"""The bill of materials says what the lock file says."""

import json

from plugins.publish.bill_of_materials import bill_of_materials
from plugins.publish.publishing import ROOT

LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")


def test_every_locked_library_is_listed_with_its_hashes() -> None:
    bill = json.loads(bill_of_materials(LOCK, "0123"))
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.5", 1)
    assert bill["metadata"]["component"]["version"] == "0123"
    assert sum(len(each["hashes"]) for each in bill["components"]) == LOCK.count("--hash=sha256:")
    pelican = next(each for each in bill["components"] if each["name"] == "pelican")
    assert pelican["purl"] == f"pkg:pypi/pelican@{pelican['version']}"


def test_what_is_locked_for_another_system_is_listed_as_well() -> None:
    lock = "a==1.0 ; python_full_version < '3.12' \\\n    --hash=sha256:00\na==2.0\nb==3\n"
    bill = json.loads(bill_of_materials(lock, ""))
    names = [each["bom-ref"] for each in bill["components"]]
    assert names == ["pkg:pypi/a@1.0", "pkg:pypi/a@2.0", "pkg:pypi/b@3"]


def test_the_same_lock_gives_the_same_bytes() -> None:
    assert bill_of_materials(LOCK, "") == bill_of_materials(LOCK, "")

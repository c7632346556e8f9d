"""Going back is a matter of moments, whatever the site weighs."""

import time
from pathlib import Path

from plugins.publish.publishing import roll_back
from plugins.publish.releases import switch


def test_a_rollback_takes_well_under_a_second(tmp_path: Path) -> None:
    releases = tmp_path / ".releases"
    for name in ("20240317T120000Z-0123456789ab", "20240318T120000Z-0123456789ab"):
        for number in range(1000):
            page = releases / name / f"tin-tuc/{number}/index.html"
            page.parent.mkdir(parents=True)
            page.write_text("Nội dung", encoding="utf-8")
        switch(tmp_path / "public", releases / name)
    began = time.monotonic()
    roll_back(tmp_path / "public", releases)
    assert time.monotonic() - began < 0.5
    assert (tmp_path / "public").readlink().name.startswith("20240317")

"""The same content gives the same site elsewhere; what differs would be found."""

from pathlib import Path

from plugins.publish.tree import compare_trees
from tests.publish.reproducible import ELSEWHERE, HERE, build


def test_the_first_site_is_the_same_everywhere(first_content: Path, tmp_path: Path) -> None:
    one, other = (build(first_content, tmp_path, each) for each in (HERE, ELSEWHERE))
    difference = compare_trees(one, other)
    assert (difference.changed, difference.missing, difference.added) == ((), (), ())
    assert {".br", ".gz", ".html", ".jpg", ".webp", ".xml"} <= {Path(name).suffix for name in one}

"""What editors change: a build over the last one equals a clean one, byte for byte.

A seed gives the same edits each time: `-k seed-3` repeats those of a failure.
"""

from random import Random

import pytest

from tests.page_writer.edited_site import EditedSite
from tests.page_writer.random_edits import BY_EDITORS, follow


@pytest.mark.parametrize("seed", range(10), ids="seed-{}".format)
def test_after_edits_of_content(edited_site: EditedSite, seed: int) -> None:
    edited_site.build()
    follow(Random(seed), BY_EDITORS, edited_site)  # noqa: S311  (a seed is the point)

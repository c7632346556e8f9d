"""What editors change: a build over the last one equals a clean one, byte for byte.

A seed gives the same edits each time: `-k seed-3` repeats those of a failure.
"""

from random import Random

import pytest

from tests.page_writer.edited_site import EditedSite
from tests.page_writer.random_edits import BY_EDITORS, SEQUENCES, follow


@pytest.mark.parametrize("seed", range(10), ids="seed-{}".format)
def test_after_edits_of_content(edited_site: EditedSite, seed: int) -> None:
    edited_site.build()
    chance, compared = Random(seed), list[str]()  # noqa: S311  (a seed is the point)
    for done, differences in follow(chance, BY_EDITORS, edited_site):
        assert differences == [], done
        compared.append(done)

    assert len(compared) == SEQUENCES

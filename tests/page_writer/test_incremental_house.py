"""What the house changes, in between what editors do: theme, settings, address, hour.

A seed gives the same edits each time: `-k seed-1003` repeats those of a failure.
"""

from random import Random

import pytest

from tests.page_writer.edited_site import EditedSite
from tests.page_writer.random_edits import BY_EDITORS, BY_THE_HOUSE, SEQUENCES, follow


@pytest.mark.parametrize("seed", range(1000, 1010), ids="seed-{}".format)
def test_after_changes_of_the_house(edited_site: EditedSite, seed: int) -> None:
    edited_site.build()
    chance, compared = Random(seed), list[str]()  # noqa: S311  (a seed is the point)
    for done, differences in follow(
        chance, (*BY_THE_HOUSE, *BY_THE_HOUSE, *BY_EDITORS), edited_site
    ):
        assert differences == [], done
        compared.append(done)

    assert len(compared) == SEQUENCES

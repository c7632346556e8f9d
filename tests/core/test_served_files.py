import pytest

from plugins.core.served_files import asked_range


@pytest.mark.parametrize(
    ("header", "part"),
    [
        (None, None),
        ("bytes=0-", (0, 100)),
        ("bytes=10-19", (10, 20)),
        ("bytes=90-500", (90, 100)),
        ("bytes=100-", None),
        ("bytes=20-10", None),
        ("bytes=-5", None),
        ("bytes=0-1,5-6", None),
        ("lines=0-1", None),
    ],
)
def test_the_part_of_a_file_that_is_asked_for(
    header: str | None, part: tuple[int, int] | None
) -> None:
    assert asked_range(header, 100) == part

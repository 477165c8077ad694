"""Where a line that is too long breaks off."""

from __future__ import annotations

import pytest

from generator.render.phrases import break_before, closes
from generator.render.wording import clipped


@pytest.mark.parametrize(
    ("line", "characters", "expected"),
    [
        (
            "The minister of trade asked the Ministry of Public Works to wait",
            50,
            "The minister of trade asked the Ministry …",
        ),
        ("Ships turned back, said the coast guard, because of fog", 42, "Ships turned back, said the coast guard …"),
        ("She told them that it was over", 21, "She told them …"),
        ("Unbroken words all along here", 20, "Unbroken words all …"),
        ("Rain in Rome", 40, "Rain in Rome"),
        ("Antidisestablishmentarianism", 10, "Antidises …"),
    ],
)
def test_a_line_breaks_off_behind_a_whole_phrase(line, characters, expected):
    assert clipped(line, characters) == expected


def test_a_break_that_would_lose_half_of_the_line_is_not_made():
    words = "a b of c d e f g h".split()
    assert break_before(0, 8, closes(words)) == 8
    assert break_before(0, 3, closes(words)) == 2

"""Numbers, dates and shortened text."""

from __future__ import annotations

import pytest

from generator.render.wording import clipped, counted, date_in_words, first_words, listed, precision


@pytest.mark.parametrize(
    ("iso", "words", "exact"),
    [
        ("2023-11-05", "5 November 2023", "day"),
        ("2023-11", "November 2023", "month"),
        ("2023", "2023", "year"),
        ("2023-13", "2023-13", "month"),
        ("soon", "soon", "year"),
    ],
)
def test_dates_are_said_as_exactly_as_they_are_known(iso, words, exact):
    assert (date_in_words(iso), precision(iso)) == (words, exact)


def test_counts_agree_with_their_noun():
    assert [counted(n, "view") for n in (0, 1, 2, 1200)] == ["no views", "1 view", "2 views", "1,200 views"]


def test_shortened_text_ends_with_a_whole_word_and_an_ellipsis():
    assert clipped("Ferries crossed, the strait", 18) == "Ferries crossed …"
    assert clipped("Ferries crossed", 15) == "Ferries crossed"


def test_text_shortened_within_quotation_marks_closes_them():
    assert clipped("He said “we have opened a door”", 20) == "He said “we have …”"


def test_first_words_say_that_more_follow():
    assert (first_words("a b c", 2), first_words("a b", 2)) == ("a b …", "a b")


def test_lists_end_with_and():
    assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]

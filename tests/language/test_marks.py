"""Quotation marks: which open, which close, and where a quotation left open ends."""

from __future__ import annotations

import pytest

from generator.language.marks import find_quoted
from generator.model import Span


@pytest.mark.parametrize(
    ("paragraph", "inside"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said ''yes'' twice.", ["yes"]),
        ("He said ``yes'' twice.", ["yes"]),
        ("Er sagte «ja» laut.", ["ja"]),
        ("“We lost,“ said Moe. “We won.”", ["We lost,", "We won."]),
        ("No marks here.", []),
        ("Empty “” marks.", []),
        ("", []),
    ],
)
def test_words_between_double_marks_are_quoted(paragraph, inside):
    found = find_quoted(paragraph, Span(0, len(paragraph)), 0)
    assert [quoted.span.of(paragraph) for quoted in found] == inside


def test_an_open_quotation_ends_with_its_paragraph():
    text = "“We will go on.\n\nLater he left."
    (quoted,) = find_quoted(text, Span(0, 15), 3)
    assert (quoted.span.of(text), quoted.is_open, quoted.paragraph) == ("We will go on.", True, 3)


def test_the_outer_span_holds_the_marks():
    text = "He said ''yes'' twice."
    (quoted,) = find_quoted(text, Span(0, len(text)), 0)
    assert quoted.outer.of(text) == "''yes''"

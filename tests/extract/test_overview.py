"""The overview: what opens it, what never stands in it, and that it rests on the article."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.extract.overview import BOTTOM_LINE_WORDS, POINTS, find_overview
from generator.model import Point, Text
from tests.extract.trees import cases, text_of

CASES = {case["case"]: case for case in cases("overview")}


def points_of(case: dict[str, Any]) -> tuple[Point, ...]:
    return find_overview(text_of("overview", case), (), (), (), ()).summary


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_the_bottom_line_tells_the_outcome_and_nothing_that_leans_on_something_else(case):
    points = points_of(case)
    assert (points[0].text if points else None) == case["first"]
    for words in case["without"]:
        assert not any(words in point.text for point in points)


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_every_point_is_made_of_the_words_of_its_spans(case):
    for point in points_of(case):
        evidence = " ".join(" ".join(span.of(case["text"]) for span in point.spans).split())
        assert point.text.rstrip(".") in evidence


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_the_first_point_fits_into_the_bottom_line(case):
    points = points_of(case)
    assert len(points) <= POINTS
    assert not points or len(points[0].text.split()) <= BOTTOM_LINE_WORDS


def test_an_empty_text_has_no_overview():
    article = replace(text_of("overview", CASES["no sentence can stand alone"]).article, text="", paragraphs=())
    empty = Text(article, [], [], [], [], [], [], [], (), [], [])
    assert find_overview(empty, (), (), (), ()).summary == ()

"""The overview: what opens it, what never stands in it, and that it rests on the article."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.extract.overview import BOTTOM_LINE_WORDS, POINTS, find_overview
from generator.extract.summary.merit import LEADING_ACTORS, find_merits
from generator.extract.summary.sentences import find_candidates
from generator.model import Actor, Event, Mention, Point, Quote, Text
from tests.extract.trees import cases, span_in, text_of

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


def test_a_sentence_has_merit_by_headline_time_and_who_is_in_it():
    case = CASES["sentences of more and less merit"]
    text = text_of("overview", case)
    past = Event("e-1", "1911", "in 1911", "past", (span_in(case, "The old harbor was built by fishermen in 1911"),))
    next_days = span_in(case, "The council is going to count the votes")
    upcoming = Event("e-2", "2024-05-24", "on Friday", "upcoming", (next_days,))
    moe = Actor("a-9", "Ida Moe", "person", None, None, (), 0.1, (Mention(span_in(case, "Ida Moe"), "name"),))
    leading = tuple(replace(moe, id=f"a-{n}", mentions=()) for n in range(LEADING_ACTORS))
    candidates = find_candidates(text)
    plain = find_merits(text, candidates, (), ())
    told = find_merits(text, candidates, (*leading, moe), (past, upcoming))
    lead, aside, harbor, walk, votes = sorted(plain)
    # The headline's words and the paragraph's first place; a day that comes, a year long past, a bystander.
    assert plain[lead] > plain[votes] > plain[aside]
    assert told[votes] > plain[votes]
    assert told[harbor] < plain[harbor]
    assert told[walk] < plain[walk]
    assert (told[lead], told[aside]) == (plain[lead], plain[aside])


def test_an_empty_text_has_no_overview():
    article = replace(text_of("overview", CASES["no sentence can stand alone"]).article, text="", paragraphs=())
    empty = Text(article, [], [], [], [], [], [], [], (), [], [])
    assert find_overview(empty, (), (), (), ()).summary == ()


def test_a_mere_frame_beside_its_quotation_is_no_point():
    text = text_of("overview", CASES["a mere frame of a quotation"])
    said = span_in(CASES["a mere frame of a quotation"], "The old airport has served the city for ninety years")
    cue = span_in(CASES["a mere frame of a quotation"], "said")
    quote = Quote("q-1", "direct", (said,), None, cue, None)
    frame = "said in a statement"
    assert any(frame in point.text for point in find_overview(text, (), (), (), ()).summary)
    assert not any(frame in point.text for point in find_overview(text, (), (quote,), (), ()).summary)

"""Events: dates in prose, what they are resolved against, and what is announced without one."""

from __future__ import annotations

import pytest

from generator.extract.event.when import When, moved
from generator.extract.events import find_events
from tests.extract.trees import cases, text_of


@pytest.mark.parametrize("case", cases("events"), ids=lambda case: case["case"])
def test_dates_are_resolved_against_publication_and_text(case):
    found = find_events(text_of("events", case))
    told = [{"words": event.words, "date": event.date, "kind": event.kind} for event in found]
    assert told == case["expect"]


@pytest.mark.parametrize("case", cases("events"), ids=lambda case: case["case"])
def test_an_event_tells_its_words_its_clause_and_how_it_was_resolved(case):
    text = text_of("events", case)
    for event in find_events(text):
        assert event.spans
        assert all(span.of(text.string).strip() for span in event.spans)
        assert (event.words_span.of(text.string) if event.words_span else "") == event.words
        if event.date and not event.words[-4:].isdigit():
            assert event.resolution


def test_a_month_is_not_precise_enough_for_days():
    assert moved(When(2016, 9), "day", 3) is None


def test_steps_cross_the_ends_of_months_and_years():
    assert moved(When(2016, 12, 31), "day", 1) == When(2017, 1, 1)
    assert moved(When(2016, 1, 31), "month", -1) == When(2015, 12)
    assert moved(When(2016), "decade", -1) == When(2006)


def test_years_beyond_the_calendar_are_none():
    assert moved(When(1), "year", -5) is None
    assert moved(When(9990, 1, 1), "decade", 5) is None

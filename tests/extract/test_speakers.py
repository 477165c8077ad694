"""Speakers: the actor that a source stands for, or nobody."""

from __future__ import annotations

import pytest

from generator.extract.actors import find_actors
from generator.extract.attributions import find_attributions
from generator.extract.speakers import name_speakers
from generator.model import Attribution
from tests.extract.trees import cases, span_in, text_of


@pytest.mark.parametrize("case", cases("speakers"), ids=lambda case: case["case"])
def test_the_speaker_is_who_the_head_of_the_source_means(case):
    text = text_of("speakers", case)
    content = span_in(case, case["content"])
    behind = case["source"] and case["source"] in case["text"][content.end :]
    source = span_in(case, case["source"], content.end if behind else 0) if case["source"] else None
    attributions = find_attributions(text) if case.get("whole") else (Attribution("direct", (content,), source, None),)
    actors = find_actors(text, attributions)
    (quote,) = (quote for quote in name_speakers(text, attributions, actors) if quote.spans == (content,))
    named = {actor.id: actor.name for actor in actors}
    assert named.get(quote.speaker) == case["speaker"]
    assert (quote.spans, quote.source, quote.kind) == ((content,), source, "direct")
    assert (quote.stands_for.of(case["text"]) if quote.stands_for else None) == case.get("stands_for")


@pytest.mark.parametrize("case", cases("turns"), ids=lambda case: case["case"])
def test_each_turn_has_the_speaker_that_its_label_stands_for(case):
    text = text_of("turns", case)
    attributions = find_attributions(text)
    actors = find_actors(text, attributions)
    named = {actor.id: actor.name for actor in actors}
    quotes = [quote for quote in name_speakers(text, attributions, actors) if quote.kind == "direct" or quote.speaker]
    assert [named.get(quote.speaker) for quote in quotes] == case["speakers"]


def test_quotes_come_in_reading_order_and_twins_get_ids_of_their_own():
    case = next(case for case in cases("speakers") if case["case"] == "nobody")
    text = text_of("speakers", case)
    later, earlier = span_in(case, "winter"), span_in(case, "Closed")
    attributions = tuple(Attribution("direct", (span,), None, None) for span in (later, earlier, earlier))
    quotes = name_speakers(text, attributions, ())
    assert [quote.spans[0] for quote in quotes] == [earlier, earlier, later]
    assert len({quote.id for quote in quotes}) == 3
    assert all(quote.speaker is None for quote in quotes)

"""Attributions: who said what, by which words."""

from __future__ import annotations

import pytest

from generator.extract.attributions import find_attributions
from generator.model import Attribution, Text
from tests.extract.trees import cases, text_of


def _shown(text: Text, found: Attribution) -> str:
    source = found.source.of(text.string) if found.source else "null"
    cue = found.cue.of(text.string) if found.cue else "null"
    return " | ".join([source, cue, " … ".join(span.of(text.string) for span in found.spans), found.kind])


@pytest.mark.parametrize("case", cases("quotes"), ids=lambda case: case["case"])
def test_every_attribution_of_the_text_is_found_and_no_other(case):
    text = text_of("quotes", case)
    assert [_shown(text, found) for found in find_attributions(text)] == case["found"]


@pytest.mark.parametrize("case", cases("quotes"), ids=lambda case: case["case"])
def test_spans_lie_inside_the_text_and_confidence_is_a_share(case):
    text = text_of("quotes", case)
    for found in find_attributions(text):
        assert all(0 <= span.start < span.end <= len(text.string) for span in found.spans)
        assert 0 < found.confidence <= 1
        assert list(found.spans) == sorted(found.spans)

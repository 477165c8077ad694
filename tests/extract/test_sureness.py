"""What a confidence is worth."""

from __future__ import annotations

import pytest

from generator.extract.common.sureness import sureness
from generator.model import Quote, Span


def quote(kind: str, confidence: float) -> Quote:
    return Quote("q-1", kind, (Span(0, 1),), None, None, None, confidence)


@pytest.mark.parametrize("kind", ["direct", "mixed", "indirect"])
def test_a_more_confident_extractor_is_never_less_sure(kind):
    found = [sureness(quote(kind, n / 100)) for n in range(101)]
    assert found == sorted(found)
    assert 0 < found[0] <= found[99] < found[100] == 1


def test_words_in_marks_are_surer_than_reported_ones():
    assert sureness(quote("direct", 0.75)) > sureness(quote("mixed", 0.75)) > sureness(quote("indirect", 0.75))

"""Terms: words in quotation marks that nobody is said to say."""

from __future__ import annotations

import pytest

from generator.extract.attributions import find_attributions
from generator.extract.terms import find_terms
from generator.model import Attribution
from tests.extract.trees import cases, text_of


@pytest.mark.parametrize("case", cases("quotes"), ids=lambda case: case["case"])
def test_a_quoted_stretch_is_a_term_when_nobody_says_it(case):
    text = text_of("quotes", case)
    terms = find_terms(text, find_attributions(text))
    assert [term.spans[0].of(text.string) for term in terms] == case.get("terms", [])


def test_an_attribution_that_covers_the_words_leaves_no_term():
    case = next(case for case in cases("quotes") if case.get("terms"))
    text = text_of("quotes", case)
    (term,) = find_terms(text, ())
    assert find_terms(text, (Attribution("direct", term.spans, None, None),)) == ()

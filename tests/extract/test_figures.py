"""Figures: what counts as one, and in which words."""

from __future__ import annotations

import pytest

from generator.extract.figures import find_figures
from tests.extract.trees import cases, text_of


@pytest.mark.parametrize("case", cases("figures"), ids=lambda case: case["case"])
def test_figures_are_quantities_with_what_they_count(case):
    found = [figure.words for figure in find_figures(text_of("figures", case))]
    if case.get("any"):
        assert len(found) == 1
        assert found[0] in case["expect"]
    else:
        assert found == case["expect"]


@pytest.mark.parametrize("case", cases("figures"), ids=lambda case: case["case"])
def test_words_of_a_figure_stand_at_its_span(case):
    text = text_of("figures", case)
    for figure in find_figures(text):
        assert [span.of(text.string) for span in figure.spans] == [figure.words]

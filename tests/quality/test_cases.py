"""The gold articles themselves: enough of them, complete, and every string in its place."""

from __future__ import annotations

import pytest

from .gold import ARTICLES, CASES, Gold, GoldError, Places, load, load_all
from .matching import quoted_ranges, within

NAMES = sorted(path.stem for path in CASES.glob("*.yml"))


def test_each_article_has_a_case_and_each_case_an_article() -> None:
    assert sorted(path.stem for path in ARTICLES.glob("*.txt")) == NAMES
    assert len(NAMES) >= 14


@pytest.mark.parametrize("name", NAMES)
def test_every_string_of_a_case_stands_in_its_article(name: str) -> None:
    gold = load(name)
    assert gold.quotes
    assert gold.actors
    assert gold.overview


@pytest.mark.parametrize("gold", load_all(), ids=NAMES)
def test_kinds_agree_with_the_quotation_marks(gold: Gold) -> None:
    marked = quoted_ranges(gold)
    for quote in gold.quotes:
        if quote["label"] or quote["maybe"]:
            continue
        is_quoted = bool(within(quote["at"], marked))
        # A statement may hold a title in quotation marks that is nobody's word.
        assert is_quoted or quote["kind"] == "indirect", quote["says"]
        assert not is_quoted or quote["kind"] != "indirect" or _holds_term(quote, gold), quote["says"]


@pytest.mark.parametrize("gold", load_all(), ids=NAMES)
def test_speakers_are_among_the_actors(gold: Gold) -> None:
    known = {actor["name"] for actor in gold.actors}
    assert {quote["by"] for quote in gold.quotes if quote["by"]} <= known


@pytest.mark.parametrize("gold", load_all(), ids=NAMES)
def test_every_quotation_mark_is_accounted_for(gold: Gold) -> None:
    said = [part for quote in gold.quotes for part in quote["at"]] + [term["at"] for term in gold.terms]
    for start, end in quoted_ranges(gold):
        assert within([(start, end)], said), gold.text[start:end]


def test_a_string_that_stands_twice_must_say_which_is_meant() -> None:
    places = Places("example", "Rain\n\nRain fell. Rain stopped.\n")
    assert places.of("Rain", nth=3) == (17, 21)
    assert places.of("Rain fell") == (6, 15)
    with pytest.raises(GoldError, match="3 times in the article"):
        places.of("Rain")
    with pytest.raises(GoldError, match="not in the article"):
        places.of("Snow")


def _holds_term(quote: dict[str, object], gold: Gold) -> bool:
    spans = quote["at"]
    assert isinstance(spans, list)
    return bool(within(spans, [term["at"] for term in gold.terms]))

"""What people type into the search of a site, and where its hits lead."""

from __future__ import annotations

import pytest

from tests.browser.conftest import type_into_search


@pytest.fixture(scope="module")
def search(chromium, harbour):
    """A function from a query to the places that are offered, best first."""
    context = chromium.new_context()
    page = context.new_page()

    def places(query):
        page.goto(harbour + "index.html")
        type_into_search(page, query)
        links = page.locator(".md-search-result__link").evaluate_all("all => all.map((link) => link.href)")
        return [link.removeprefix(harbour).split("?")[0] + "#" + link.partition("#")[2] for link in links]

    yield places
    context.close()


@pytest.mark.parametrize(
    "query", ["detente", "détente", "US", "U.S.", "UN", "U.N.", "OBrien", "O’Brien", "Lukasik", "tactical", "rope"]
)
def test_a_word_is_found_however_it_is_typed(search, query):
    assert search(query), query


@pytest.mark.parametrize("query", ["xylophone", '"tactical xylophone"'])
def test_what_is_not_there_is_not_found(search, query):
    assert search(query) == []


def test_words_in_quotation_marks_must_all_be_there(search):
    assert all("q-" not in place for place in search('"pause rope"'))
    assert any(place.startswith("quotes.html#q-") for place in search('"lasting peace"'))


def test_a_hit_on_a_quotation_lands_on_the_quotation(search, chromium, harbour):
    place = next(place for place in search("lasting peace") if place.startswith("quotes.html#") and place[-1] != "#")
    assert place.startswith("quotes.html#q-")
    page = chromium.new_page()
    page.goto(harbour + place)
    heading = page.locator(f"#{place.partition('#')[2]}")
    assert "lasting peace" in heading.locator("xpath=ancestor::article[1]").inner_text()
    page.close()


def test_what_is_found_holds_what_is_said_and_no_labels(search, chromium, harbour):
    page = chromium.new_page()
    page.goto(harbour + "index.html")
    type_into_search(page, "lasting peace")
    found = page.locator(".md-search-result__list").inner_text()
    page.close()
    assert "lasting peace" in found
    for left_out in ("printed:", "quoted", "¶"):
        assert left_out not in found

"""Citations: which paragraph and sentence, and where the link leads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_briefing import TEXT, TITLE, at, sample_briefing

from generator.model import Span
from generator.render.citations import Citations, safe_url
from generator.render.places import places_of


def citations(**options):
    briefing = sample_briefing(**options)
    return Citations(briefing, places_of(briefing, root=""))


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("Ferries crossed", "¶1.1"),
        ("agree on little else", "¶1.2"),
        ("Nobody has walked", "¶2.4"),
        ("Talks on the Skerry islands", "¶7.1"),
    ],
)
def test_a_citation_counts_paragraphs_and_sentences_from_one(words, mark):
    assert citations().cite(at(words)).mark == mark


def test_the_title_is_cited_by_name():
    assert citations().cite(Span(0, len(TITLE))).mark == "title"


def test_what_was_left_out_is_not_taken_for_the_paragraph_before_it():
    assert citations().cite(at("Ten things to see")).mark == "title"


def test_full_rights_open_the_sentence_on_our_own_page():
    cite = citations(rights="full").cite(at("agree on little else"))
    assert cite.href == "source.md#s-1-2"
    assert cite.sentence == "Norland and Estmark call it a beginning, and agree on little else."


def test_other_rights_open_the_publishers_page_at_the_sentence():
    cite = citations(rights=None).cite(at("refused to discuss"))
    assert cite.href.startswith("https://paper.example/strait%5Freopens?id=7#:~:text=Norland%20has%20refused")
    assert cite.sentence is None


def test_without_rights_and_address_the_paragraphs_entry_opens():
    briefing = sample_briefing(rights=None)
    briefing = replace(briefing, article=replace(briefing.article, url=None))
    cite = Citations(briefing, places_of(briefing, root="")).cite(at("refused to discuss"))
    assert (cite.href, cite.sentence) == ("source.md#p-3", None)


def test_an_address_holds_nothing_that_markdown_could_read():
    assert safe_url('https://a.example/x_(y)"><b>*') == "https://a.example/x%5F%28y%29%22%3E%3Cb%3E%2A"


def test_a_text_without_sentences_is_cited_by_paragraph():
    briefing = replace(sample_briefing(), sentences=())
    cite = Citations(briefing, places_of(briefing, root="")).cite(at("refused to discuss"))
    assert (cite.mark, cite.href) == ("¶3", "source.md#p-3")


def test_every_place_of_the_text_can_be_cited():
    book = citations()
    for start in range(len(TEXT)):
        assert book.cite(Span(start, start + 1)).mark

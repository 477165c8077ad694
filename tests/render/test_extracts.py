"""How much of an article that is somebody's work its pages and its data may print."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace

import pytest
from sample_briefing import TEXT, at, empty_briefing, sample_briefing

from generator.model import Paragraph, Quote, Span
from generator.render.cards import quote_cards, statement
from generator.render.dossier import Dossier
from generator.render.downloads import briefing_json
from generator.render.leading import carrying_quotes
from generator.render.places import places_of
from generator.render.quotes import quotes_page

SPEECH = " ".join(f"word{number}" for number in range(4000))


def dossier(briefing, share=0.35):
    return Dossier(briefing, places_of(briefing, root=""), share)


def long_speech(rights=None):
    """One person speaks through the whole of a long article."""
    briefing = empty_briefing(SPEECH)
    cut = [SPEECH.index(f"word{number} ") for number in range(0, 4000, 40)] + [len(SPEECH)]
    spans = [Span(start, end) for start, end in itertools.pairwise(cut)]
    article = replace(
        briefing.article, rights=rights, paragraphs=tuple(Paragraph(f"p{n}", span) for n, span in enumerate(spans, 1))
    )
    quotes = tuple(Quote(f"q-{n}", "direct", (span,), None, None, None) for n, span in enumerate(spans, 1))
    return replace(briefing, article=article, sentences=tuple(spans), quotes=quotes)


@pytest.mark.parametrize("share", [0.2, 0.35, 0.6])
def test_no_more_than_the_share_is_printed(share):
    made = dossier(long_speech(), share)
    printed = {word for card in quotes_page(made).quoted for part in card.parts for word in part.split()} - {"…"}
    assert len(printed) <= share * 4000
    assert len(printed) >= 0.8 * share * 4000
    data = {word for quote in json.loads(briefing_json(made))["quotes"] for word in quote["spans"][0]["text"].split()}
    assert data - {"…"} == printed


def test_full_rights_break_nothing_off():
    cards = quote_cards(dossier(long_speech(rights="full"), 0.2))
    assert not any("…" in part for card in cards.values() for part in card.parts)


def test_a_line_that_breaks_off_says_so_once():
    made = dossier(sample_briefing(rights=None), 0.0)
    for sentence in made.briefing.sentences:
        line = statement(made, (sentence,)).text
        assert line.count("…") <= 1
        assert line.rstrip("”").endswith("…") or made.shown(sentence) == sentence


def test_what_is_shown_is_a_prefix_and_never_empty():
    made = dossier(sample_briefing(rights=None))
    for span in (*made.briefing.sentences, at("40 ships a day"), Span(0, len(TEXT)), Span(5, 5)):
        shown = made.shown(span)
        assert (shown.start, shown.end <= span.end) == (span.start, True)
        assert shown.end > shown.start or not len(span)


def test_the_quotations_that_carry_the_story_are_opened_before_the_rest():
    """However small the share, no other line is whole while one of them breaks off for want of room."""
    for share in (0.5, 0.6, 0.7):
        made = dossier(sample_briefing(rights=None), share)
        cards = quote_cards(made)
        carrying = [cards[quote.id] for quote in carrying_quotes(made.briefing)]
        reported = cards["q-000006"]
        assert len(carrying) == 3
        assert reported.is_cut or not any(card.is_cut for card in carrying)
    assert [card.is_cut for card in carrying] == [False, False, False]


def test_a_line_is_opened_whole_before_others_get_a_few_words_more():
    made = dossier(long_speech(), 0.5)
    lengths = [len(made.shown(quote.spans[0]).of(SPEECH).split()) for quote in made.briefing.quotes]
    assert lengths[:44] == [40] * 44

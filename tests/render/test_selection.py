"""Which reported statements pages show, and what stays in briefing.json alone."""

from __future__ import annotations

import json
from dataclasses import replace

from sample_briefing import sample_briefing

from generator.render.dossier import Dossier
from generator.render.downloads import briefing_json
from generator.render.places import places_of
from generator.render.quotes import quotes_page
from generator.render.selection import LEAST_CONFIDENCE, selected
from generator.render.source import source_page


def doubtful(kind, **changes):
    briefing = replace(sample_briefing(rights=None), views=())
    quotes = tuple(
        replace(q, confidence=LEAST_CONFIDENCE - 0.1, **changes) if q.kind == kind else q for q in briefing.quotes
    )
    return replace(briefing, quotes=quotes)


def test_an_uncertain_reported_statement_is_left_to_the_data():
    briefing = doubtful("indirect", speaker=None)
    dossier = Dossier(briefing, places_of(briefing, root=""))
    dropped = {q.id for q in briefing.quotes if q.kind == "indirect"}
    assert dropped
    assert not quotes_page(dossier).reported
    assert not any(dropped & set(issue.quotes) for issue in dossier.briefing.issues)
    assert len(json.loads(briefing_json(dossier))["quotes"]) == len(briefing.quotes)
    assert any("in briefing.json only" in number for _, number, _ in source_page(dossier).found)


def test_a_quotation_always_shows():
    for kind in ("direct", "mixed"):
        assert selected(doubtful(kind)).quotes == doubtful(kind).quotes


def test_what_an_editor_has_named_always_shows():
    briefing = doubtful("indirect", speaker=None)
    dropped = next(q.id for q in briefing.quotes if q.kind == "indirect")
    assert dropped in selected(briefing, frozenset({dropped})).quote_by_id


def test_what_is_certain_enough_shows():
    briefing = sample_briefing()
    assert selected(briefing) is briefing

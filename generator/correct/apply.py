"""A briefing in, the same briefing with what its sidecar corrects out."""

from __future__ import annotations

from dataclasses import replace

from generator.correct.actors import correct_actors
from generator.correct.dated import correct_events, correct_figures, correct_terms
from generator.correct.draft import Draft
from generator.correct.issues import correct_issues
from generator.correct.overview import correct_overview
from generator.correct.quotes import correct_quotes
from generator.correct.shape import find_faults
from generator.correct.views import correct_views
from generator.errors import SeveralErrors
from generator.model import Briefing


def apply_corrections(briefing: Briefing) -> Briefing:
    """The briefing as its editor wants it; the very same where the sidecar corrects nothing.

    Sections are applied in the order actors, quotes, terms, issues, views, events, figures, overview, so that each may
    name what the ones before it have made. Ids stay. Raises SeveralErrors with a CorrectionError for everything that
    cannot be applied.
    """
    corrections = briefing.article.corrections
    if not corrections:
        return briefing
    draft = Draft.of(briefing)
    for keys, problem, hint in find_faults(corrections):
        draft.wrong(keys, problem, hint)
    if not draft.errors:
        correct_actors(draft, corrections.get("actors", {}))
        correct_quotes(draft, corrections.get("quotes", {}))
        correct_terms(draft, corrections.get("terms", {}))
        correct_issues(draft, corrections.get("issues", {}))
        correct_views(draft, corrections.get("views", {}))
        correct_events(draft, corrections.get("events", {}))
        correct_figures(draft, corrections.get("figures", {}))
        correct_overview(draft, corrections)
    if draft.errors:
        raise SeveralErrors(list(draft.errors))
    return replace(
        briefing,
        overview=draft.overview,
        actors=tuple(draft.actors),
        quotes=tuple(sorted(draft.quotes, key=lambda quote: quote.spans[0])),
        terms=tuple(draft.terms),
        issues=tuple(draft.issues),
        views=tuple(draft.views),
        events=tuple(sorted(draft.events, key=lambda event: event.spans[0])),
        figures=tuple(draft.figures),
        edits=tuple(draft.edits),
    )

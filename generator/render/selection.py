"""A briefing in, the same with what the pages leave out taken away: reported statements that are too uncertain."""

from __future__ import annotations

from dataclasses import replace

from generator import lexicon
from generator.model import Briefing, Quote

# Below it, on the dev articles, most reported statements are a verb's plain object ("he can point to a win"); from it
# up they are clauses that somebody says. Quotations always show: their marks are evidence enough.
LEAST_CONFIDENCE = 0.5


def selected(briefing: Briefing, edited: frozenset[str] = frozenset()) -> Briefing:
    """What the pages show; `briefing.json` keeps the rest. What an editor has named always stays."""
    views = {view.quote for view in briefing.views} | edited
    quotes = tuple(quote for quote in briefing.quotes if quote.id in views or _is_certain(briefing, quote))
    if len(quotes) == len(briefing.quotes):
        return briefing
    kept = {quote.id for quote in quotes}
    issues = tuple(replace(i, quotes=tuple(q for q in i.quotes if q in kept)) for i in briefing.issues)
    return replace(briefing, quotes=quotes, issues=issues)


def _is_certain(briefing: Briefing, quote: Quote) -> bool:
    """A request by a named actor ("urged Estmark to") counts as certain: its verb leaves no doubt that it was put."""
    if quote.kind != "indirect" or quote.confidence >= LEAST_CONFIDENCE:
        return True
    cue = quote.cue.of(briefing.article.text).casefold().split() if quote.cue else []
    return bool(quote.speaker and lexicon.words("request_cues").intersection(cue))

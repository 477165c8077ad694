"""Gold and briefing.json in, figures and errors out.

Precision is the share of what we give that is right; recall is the share of gold that is found.

quoted          stretches in quotation marks that are given to somebody, at least 0.8 of the letters alike
quoted_source   the same, and the source's head word is in our source or in a mention of our speaker
speaker         the same stretches under the right name (aliases count); precision over those that we put a name to
labelled        turns of interviews and transcripts under the right name
reported        statements without quotation marks, at least 0.5 alike; reported_source: with the right source
terms           words in quotation marks that nobody says
actors          by name; one that is listed twice costs precision. kind, role: of those found (half its words do)
issues          by paragraphs (Jaccard) plus 0.3 for a shared word in the name, at least 0.5; named: of those found
views           a quotation in the expert's sentence; holder, credentials: of those found
events          by place and date; upcoming: announced ones among events marked so
figures         by overlap
overview        precision: of our first five lines those an editor would pick; recall: as many as could be had of five
"""

from __future__ import annotations

from collections.abc import Iterable

from .counts import Data, Scores
from .findings import (
    count_actors,
    count_events,
    count_figures,
    count_issues,
    count_overview,
    count_views,
)
from .gold import Gold
from .speech import count_quoted, count_statements, count_terms


def score(cases: Iterable[tuple[Gold, Data]]) -> Scores:
    """All figures, micro-averaged over the articles."""
    scores = Scores()
    for gold, data in cases:
        if data["article"]["text"] != gold.text:
            raise AssertionError(f"{gold.name}: the reader changed the text")
        actors = {actor["id"]: actor for actor in data["actors"]}
        count_quoted(gold, data, actors, scores)
        count_statements(gold, data, actors, scores)
        count_terms(gold, data, scores)
        count_actors(gold, data, scores)
        count_issues(gold, data, scores)
        count_views(gold, data, actors, scores)
        count_events(gold, data, scores)
        count_figures(gold, data, scores)
        count_overview(gold, data, scores)
    return scores

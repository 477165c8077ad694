"""The whole line as code: seed, Article, Text, findings, Briefing, corrections. Pages are drawn from it in `render`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.correct import apply_corrections
from generator.errors import BriefingError, SeveralErrors
from generator.extract.actors import find_actors
from generator.extract.attributions import find_attributions
from generator.extract.events import find_events
from generator.extract.figures import find_figures
from generator.extract.issues import find_issues
from generator.extract.overview import find_overview
from generator.extract.speakers import name_speakers
from generator.extract.terms import find_terms
from generator.extract.views import find_views
from generator.language import analyse_all
from generator.model import Article, Briefing, Text


def brief_all(articles: Iterable[Article], *, pipeline: str | None = None) -> Iterator[Briefing]:
    """A briefing for each article, in their order, one at a time.

    An article whose corrections do not apply has none; SeveralErrors after the last one names all of them.
    """
    errors: list[BriefingError] = []
    for text in analyse_all(articles, pipeline=pipeline):
        try:
            yield apply_corrections(brief(text))
        except SeveralErrors as error:
            errors.extend(error.errors)
    if errors:
        raise SeveralErrors(errors)


def brief(text: Text) -> Briefing:
    """Everything that is found in one analysed article, before its editor corrects it."""
    attributions = find_attributions(text)
    actors = find_actors(text, attributions)
    quotes = name_speakers(text, attributions, actors)
    issues = find_issues(text, actors, quotes)
    events = find_events(text)
    return Briefing(
        article=text.article,
        sentences=tuple(text.sentence_span(n) for n in range(len(text.sentences))),
        overview=find_overview(text, actors, quotes, issues, events),
        actors=actors,
        quotes=quotes,
        terms=find_terms(text, attributions),
        issues=issues,
        views=find_views(text, actors, quotes, issues),
        events=events,
        figures=find_figures(text),
    )

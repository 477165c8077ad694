"""An article with its findings: what pages are drawn from and briefing.json is written from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.model.article import Article
from generator.model.edit import Edit
from generator.model.findings import Actor, Event, Figure, Issue, Overview, Quote, Term, View
from generator.model.span import Span


@dataclass(frozen=True)
class Briefing:
    """One article and everything found in it; tuples are in reading order unless a field's own record says more."""

    article: Article
    sentences: tuple[Span, ...]
    """Every sentence of title and body, in reading order: the unit that citations point at."""
    overview: Overview
    actors: tuple[Actor, ...]
    """Most salient first."""
    quotes: tuple[Quote, ...]
    terms: tuple[Term, ...]
    issues: tuple[Issue, ...]
    """Most important first."""
    views: tuple[View, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    edits: tuple[Edit, ...] = ()
    """What the editor has changed, in the sidecar's order."""

    @cached_property
    def actor_by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def quote_by_id(self) -> dict[str, Quote]:
        return {quote.id: quote for quote in self.quotes}

    @cached_property
    def issue_by_id(self) -> dict[str, Issue]:
        return {issue.id: issue for issue in self.issues}

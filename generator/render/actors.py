"""A dossier in, what its actor pages show out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator import lexicon
from generator.model import Actor, Quote, Span
from generator.render.cards import (
    ARTICLE,
    Link,
    QuoteCard,
    Statement,
    actor_link,
    issue_links,
    quote_cards,
    statement,
)
from generator.render.citations import Cite
from generator.render.dossier import Dossier
from generator.render.edited import EditMark
from generator.render.overview import ActorLine, OtherName, actor_lines, other_names
from generator.render.wording import one_line

KINDS = (
    ("person", "People", "person"),
    ("government", "Governments", "government"),
    ("organization", "Organizations", "organization"),
    ("group", "Groups", "group"),
)
# More companions than a reader compares; the picture of who speaks of whom shows the rest.
COMPANIONS = 10


@dataclass(frozen=True, slots=True)
class ActorPage:
    title: str
    path: str
    id: str
    kind: str
    role: str
    role_cite: Cite | None
    affiliation: str
    counts: str
    first: Cite | None
    """Where the actor is first mentioned."""
    names: tuple[OtherName, ...]
    said: tuple[QuoteCard, ...]
    """Direct and mixed."""
    reported: tuple[QuoteCard, ...]
    about: tuple[QuoteCard, ...]
    """Said by others, with this actor mentioned in it."""
    asked: tuple[QuoteCard, ...]
    """Requests by others that name this actor as the one to act."""
    did: tuple[Statement, ...]
    """Developments in the article's own words that name this actor first."""
    issues: tuple[Link, ...]
    companions: tuple[Link, ...]
    """Actors mentioned in the same paragraphs, most often first; in how many, as a note."""
    edit: EditMark | None


def actors_by_kind(dossier: Dossier) -> tuple[tuple[str, tuple[ActorLine, ...]], ...]:
    """Heading and lines for each kind that the article has, most salient first."""
    lines = actor_lines(dossier)
    known = {kind for kind, _, _ in KINDS}
    groups = [(heading, tuple(line for line in lines if line.kind == kind)) for kind, heading, _ in KINDS]
    groups.append(("Others", tuple(line for line in lines if line.kind not in known)))
    return tuple((heading, found) for heading, found in groups if found)


def actor_pages(dossier: Dossier) -> tuple[ActorPage, ...]:
    briefing, cards = dossier.briefing, quote_cards(dossier)
    said: dict[str, list[Quote]] = {}
    about: dict[str, list[Quote]] = {}
    asked: dict[str, list[Quote]] = {}
    for quote in briefing.quotes:
        said.setdefault(quote.speaker or "", []).append(quote)
        if addressee := asked_actor(dossier, quote):
            asked.setdefault(addressee, []).append(quote)
        for actor in actors_spoken_of(dossier, quote):
            if actor != addressee:
                about.setdefault(actor, []).append(quote)
    did, together = _deeds(dossier), _companions(dossier)
    counts = {line.link.href: line.counts for line in actor_lines(dossier)}
    issues_of = {a.id: [i.id for i in briefing.issues if a.id in i.actors] for a in briefing.actors}

    def page(actor: Actor) -> ActorPage:
        path = dossier.places.actors[actor.id]
        own = [cards[q.id] for q in said.get(actor.id, [])]
        return ActorPage(
            title=actor.name,
            path=path,
            id=actor.id,
            kind=actor.kind,
            role=one_line(actor.role or ""),
            role_cite=dossier.citations.cite(actor.role_span) if actor.role_span else None,
            affiliation=one_line(actor.affiliation or ""),
            counts=counts[path],
            first=dossier.citations.cite(actor.mentions[0].span) if actor.mentions else None,
            names=other_names(actor),
            said=tuple(card for card in own if card.kind != "indirect"),
            reported=tuple(card for card in own if card.kind == "indirect"),
            about=tuple(cards[q.id] for q in about.get(actor.id, [])),
            asked=tuple(cards[q.id] for q in asked.get(actor.id, [])),
            did=did.get(actor.id, ()),
            issues=issue_links(dossier, issues_of[actor.id]),
            companions=together.get(actor.id, ()),
            edit=dossier.edit_of(actor.id),
        )

    return tuple(page(actor) for actor in briefing.actors)


def actors_spoken_of(dossier: Dossier, quote: Quote) -> tuple[str, ...]:
    """Actors mentioned in what is said, the speaker left out."""
    return tuple(actor for actor in dossier.actors_in(quote.spans) if actor != quote.speaker)


def asked_actor(dossier: Dossier, quote: Quote) -> str | None:
    """Whom a request is put to: the actor named between its cue and its content, or right where the content starts.

    Cues of requests: lexicon/en/request_cues.txt.
    """
    if not quote.cue or quote.kind == "direct":
        return None
    cue = quote.cue.of(dossier.text).casefold().split()
    if not cue or not lexicon.words("request_cues").intersection(cue):
        return None
    content = quote.spans[0]
    # The addressee may stand a title away from where the content starts: "urged Foreign Minister Ilse Maran to".
    start = content.start if content.start < quote.cue.end else quote.cue.end
    reach = Span(start, min(content.start + ADDRESSEE_REACH, content.end))
    found = [actor for actor in dossier.actors_in((reach,)) if actor != quote.speaker]
    return found[0] if found else None


# Characters; two words of title and the name itself.
ADDRESSEE_REACH = 40


def _deeds(dossier: Dossier) -> dict[str, tuple[Statement, ...]]:
    """Developments and past events outside of anybody's statements, by the actor that they name first.

    Lines of which too little may be shown are left out: they would only repeat the name.
    """
    found: dict[str, dict[Span, Statement]] = {}
    lines = [(d.spans, d.status) for issue in dossier.briefing.issues for d in issue.developments]
    lines += [(event.spans, event.kind) for event in dossier.briefing.events]
    for spans, status in sorted(lines, key=lambda line: line[0][0]):
        if status in ("claimed", "upcoming") or dossier.quote_around(spans[0]):
            continue
        place = dossier.citations.sentence_of(spans[0])
        named, line = dossier.actors_in(spans), statement(dossier, spans)
        if named and line.label == ARTICLE and dossier.is_telling(spans):
            found.setdefault(named[0], {}).setdefault(place, line)
    return {actor: tuple(statements.values()) for actor, statements in found.items()}


def _companions(dossier: Dossier) -> dict[str, tuple[Link, ...]]:
    shared: dict[str, Counter[str]] = {}
    for paragraph in dossier.briefing.article.paragraphs:
        present = dossier.actors_in((paragraph.span,))
        for actor in present:
            shared.setdefault(actor, Counter()).update(other for other in present if other != actor)
    return {
        actor: tuple(actor_link(dossier, other, str(number)) for other, number in counter.most_common(COMPANIONS))
        for actor, counter in shared.items()
    }

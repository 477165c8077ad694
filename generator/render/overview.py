"""A dossier in, what its overview shows out: one screen, one printed page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model import Actor, Figure, Point, Span
from generator.render.cards import (
    EDITED,
    Link,
    QuoteCard,
    Statement,
    actor_link,
    issue_link,
    issue_links,
    printed,
    quote_cards,
    role_in_words,
    statement,
)
from generator.render.dossier import Dossier
from generator.render.edited import EditMark
from generator.render.leading import carrying_quotes, developments_in_turn
from generator.render.timeline import Row, rows
from generator.render.wording import clipped, counts_in_words, one_line

# What fits on one A4 page in print, and answers on one screen; tests/render holds the print to one page.
KEY_POINTS, BOARD_LINES, ACTORS, FIGURES, UPCOMING = 5, 3, 6, 5, 5
# Of an actor, beside its name.
ACTOR_ISSUES, ACTOR_NAMES = 2, 3
FIGURE_CHARACTERS = 90
BOARD_CHARACTERS = 190
UPCOMING_CHARACTERS = 120

UNCONFIRMED = "claimed"

COLUMNS = (
    ("happened", "What happened", ("happened",)),
    ("planned", "Planned or unconfirmed", ("planned", "claimed")),
    ("blocked", "What is blocked", ("blocked",)),
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the board: lines of the article with their issue."""

    id: str
    title: str
    lines: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class OtherName:
    name: str
    is_ours: bool
    """Whether it shares no word with the main name, so that only we say that both are the same, and no editor."""


@dataclass(frozen=True, slots=True)
class ActorLine:
    link: Link
    kind: str
    role: str
    names: tuple[OtherName, ...]
    """Other names that the article has for it, the most frequent ones."""
    counts: str
    """"3 statements, 12 mentions"; what there is none of is left out."""
    issues: tuple[Link, ...]
    """Those that the actor is most involved in."""
    edit: EditMark | None


@dataclass(frozen=True, slots=True)
class FigureLine:
    words: str
    context: Statement
    """The sentence that prints it; without text where too little of it may be shown."""


@dataclass(frozen=True, slots=True)
class OverviewPage:
    bottom_line: tuple[Statement, ...]
    board: tuple[Column, ...]
    key_points: tuple[Statement, ...]
    actors: tuple[ActorLine, ...]
    quotes: tuple[QuoteCard, ...]
    figures: tuple[FigureLine, ...]
    upcoming: tuple[Row, ...]


def overview_page(dossier: Dossier) -> OverviewPage:
    points, cards = dossier.briefing.overview.summary, quote_cards(dossier)
    split = dossier.briefing.overview.bottom_line_length
    telling = [point for point in points[split:] if point.is_own_words or dossier.is_telling(point.spans)]
    carrying = carrying_quotes(dossier.briefing)
    elsewhere = {_at(dossier, point.spans) for point in points[:split]}
    elsewhere |= {dossier.citations.sentence_of(span) for quote in carrying for span in quote.spans}
    board = tuple(_column(dossier, *column, avoid=elsewhere) for column in COLUMNS)
    told = {line.cite.mark for column in board for line in column.lines}
    if not dossier.edit_of("key_points"):
        telling = [p for p in telling if dossier.citations.cite(p.spans[0]).mark not in told]
    return OverviewPage(
        bottom_line=tuple(_point(dossier, point, "bottom_line") for point in points[:split]),
        board=board,
        key_points=tuple(_point(dossier, point, "key_points") for point in telling[:KEY_POINTS]),
        actors=actor_lines(dossier)[:ACTORS],
        quotes=tuple(cards[quote.id] for quote in carrying),
        figures=tuple(_figure(line) for line in figure_lines(dossier, dossier.briefing.figures)[:FIGURES]),
        upcoming=tuple(_short(row) for row in rows(dossier) if row.is_upcoming)[:UPCOMING],
    )


def _point(dossier: Dossier, point: Point, id: str) -> Statement:
    """A sentence of an editor's own is labelled as that and as nothing else."""
    if point.is_own_words:
        return Statement(point.text, EDITED, dossier.citations.cite(point.spans[0]), edit=dossier.edit_of(id))
    return statement(dossier, point.spans, id=id)


def _short(row: Row) -> Row:
    return replace(row, what=replace(row.what, text=clipped(row.what.text, UPCOMING_CHARACTERS)))


def _figure(line: FigureLine) -> FigureLine:
    return replace(line, context=replace(line.context, text=clipped(line.context.text, FIGURE_CHARACTERS)))


def actor_lines(dossier: Dossier) -> tuple[ActorLine, ...]:
    """One line for each actor, most salient first."""
    said: dict[str | None, int] = {}
    for quote in dossier.briefing.quotes:
        said[quote.speaker] = said.get(quote.speaker, 0) + 1
    involved = _involved(dossier)
    return tuple(
        ActorLine(
            link=actor_link(dossier, actor.id),
            kind=actor.kind,
            role=role_in_words(actor.role, actor.affiliation),
            names=other_names(actor)[:ACTOR_NAMES],
            counts=counts_in_words({"statement": said.get(actor.id, 0), "mention": len(actor.mentions)}),
            issues=issue_links(dossier, involved.get(actor.id, [])[:ACTOR_ISSUES]),
            edit=dossier.edit_of(actor.id),
        )
        for actor in dossier.briefing.actors
    )


def other_names(actor: Actor) -> tuple[OtherName, ...]:
    """The other names that the article has for an actor, most frequent first."""
    return tuple(
        OtherName(one_line(name), name not in actor.edited_names and _is_ours(actor.name, name))
        for name in actor.aliases
    )


def _is_ours(name: str, other: str) -> bool:
    return not set(name.casefold().split()) & set(other.casefold().replace(".", "").split())


def _involved(dossier: Dossier) -> dict[str, list[str]]:
    """The issues of each actor, those first of which it is the foremost actor; one of its own name tells nothing."""
    names = {actor.id: actor.name.casefold() for actor in dossier.briefing.actors}
    found: dict[str, list[tuple[int, int, str]]] = {}
    for number, issue in enumerate(dossier.briefing.issues):
        for place, actor in enumerate(issue.actors):
            if names.get(actor) != issue.name.casefold():
                found.setdefault(actor, []).append((place, number, issue.id))
    return {actor: [issue for _, _, issue in sorted(places)] for actor, places in found.items()}


def figure_lines(dossier: Dossier, figures: Iterable[Figure]) -> tuple[FigureLine, ...]:
    """Figures in their order, each with the sentence that prints it."""
    found = []
    for figure in figures:
        sentence = dossier.citations.sentence_of(figure.spans[0])
        context = statement(dossier, figure.spans, id=figure.id)
        words = printed(dossier, (sentence,)) if dossier.is_telling((sentence,)) else ""
        found.append(FigureLine(one_line(figure.words), replace(context, text=words)))
    return tuple(found)


def _column(dossier: Dossier, id: str, title: str, statuses: tuple[str, ...], *, avoid: set[Span]) -> Column:
    """The first development of each issue in turn, then the second ones.

    What the bottom line or a quotation below says already comes last, before it what opens with a pronoun of nobody
    known.
    """
    found: dict[Span, tuple[int, Statement]] = {}
    for issue, status, spans in developments_in_turn(dossier.briefing, statuses):
        place = _at(dossier, spans)
        if place in found:
            continue
        line = statement(dossier, spans, issue=issue_link(dossier, issue))
        note = UNCONFIRMED if status == "claimed" else ""
        mark = dossier.edit_of(issue)
        line = replace(line, text=clipped(line.text, BOARD_CHARACTERS), note=note, issue_edit=mark)
        found[place] = _rank(dossier, spans, is_told=place in avoid), line
        if sum(not rank for rank, _ in found.values()) == BOARD_LINES:
            break
    ranked = sorted(found.values(), key=lambda item: item[0])
    best = [line for rank, line in ranked if rank < LAST] or [line for _, line in ranked]
    return Column(id, title, tuple(best[:BOARD_LINES]))


# Lines of which too little may be shown: a column has them only where it would else say that there is nothing.
LAST = 3


def _rank(dossier: Dossier, spans: tuple[Span, ...], *, is_told: bool) -> int:
    if not dossier.is_telling(spans):
        return LAST
    return 2 if is_told else 0 if dossier.stands_alone(spans[0]) else 1


def _at(dossier: Dossier, spans: tuple[Span, ...]) -> Span:
    """The sentence that stands for a line, to tell repeated ones."""
    return dossier.citations.sentence_of(spans[0])

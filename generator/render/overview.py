"""A dossier in, what its overview shows out: one screen, one printed page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model import Figure, Point, Span
from generator.render.cards import (
    EDITED,
    Link,
    QuoteCard,
    Statement,
    actor_link,
    issue_link,
    printed,
    quote_cards,
    role_in_words,
    statement,
)
from generator.render.dossier import Dossier
from generator.render.leading import carrying_quotes, developments_in_turn
from generator.render.timeline import Row, rows
from generator.render.wording import clipped, counted, one_line

# What fits on one A4 page in print, and answers on one screen; tests/render holds the print to one page.
KEY_POINTS, BOARD_LINES, ACTORS, FIGURES, UPCOMING = 5, 3, 6, 5, 4
BOARD_CHARACTERS = 190
UPCOMING_CHARACTERS = 120

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
class ActorLine:
    link: Link
    kind: str
    role: str
    counts: str
    """"3 statements, 12 mentions"."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    words: str
    context: Statement
    """The sentence that prints it."""


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
    bottom = [_at(dossier, point.spans) for point in points[:split]]
    board = tuple(_column(dossier, *column, avoid=set(bottom)) for column in COLUMNS)
    return OverviewPage(
        bottom_line=tuple(_point(dossier, point, "bottom_line") for point in points[:split]),
        board=board,
        key_points=tuple(_point(dossier, point, "key_points") for point in telling[:KEY_POINTS]),
        actors=actor_lines(dossier)[:ACTORS],
        quotes=tuple(cards[quote.id] for quote in carrying_quotes(dossier.briefing)),
        figures=figure_lines(dossier, dossier.briefing.figures)[:FIGURES],
        upcoming=tuple(_short(row) for row in rows(dossier) if row.is_upcoming)[:UPCOMING],
    )


def _point(dossier: Dossier, point: Point, id: str) -> Statement:
    """A sentence of an editor's own is labelled as that and as nothing else."""
    if point.is_own_words:
        return Statement(text=point.text, label=EDITED, cite=dossier.citations.cite(point.spans[0]))
    return statement(dossier, point.spans, id=id)


def _short(row: Row) -> Row:
    return replace(row, what=replace(row.what, text=clipped(row.what.text, UPCOMING_CHARACTERS)))


def actor_lines(dossier: Dossier) -> tuple[ActorLine, ...]:
    """One line for each actor, most salient first."""
    said: dict[str | None, int] = {}
    for quote in dossier.briefing.quotes:
        said[quote.speaker] = said.get(quote.speaker, 0) + 1
    return tuple(
        ActorLine(
            link=actor_link(dossier, actor.id),
            kind=actor.kind,
            role=role_in_words(actor.role, actor.affiliation),
            counts=f"{counted(said.get(actor.id, 0), 'statement')}, {counted(len(actor.mentions), 'mention')}",
        )
        for actor in dossier.briefing.actors
    )


def figure_lines(dossier: Dossier, figures: Iterable[Figure]) -> tuple[FigureLine, ...]:
    """Figures in their order, each with the sentence that prints it."""
    found = []
    for figure in figures:
        sentence = dossier.citations.sentence_of(figure.spans[0])
        context = statement(dossier, figure.spans, id=figure.id)
        found.append(FigureLine(one_line(figure.words), replace(context, text=printed(dossier, (sentence,)))))
    return tuple(found)


def _column(dossier: Dossier, id: str, title: str, statuses: tuple[str, ...], *, avoid: set[Span]) -> Column:
    """The first development of each issue in turn, then the second ones; what the bottom line says comes last."""
    chosen: dict[Span, Statement] = {}
    repeated: dict[Span, Statement] = {}
    for issue, _, spans in developments_in_turn(dossier.briefing, statuses):
        place = _at(dossier, spans)
        if place in chosen or place in repeated or not dossier.is_telling(spans):
            continue
        line = statement(dossier, spans, issue=issue_link(dossier, issue), id=issue)
        line = replace(line, text=clipped(line.text, BOARD_CHARACTERS))
        (repeated if place in avoid else chosen)[place] = line
        if len(chosen) == BOARD_LINES:
            break
    return Column(id, title, (*chosen.values(), *repeated.values())[:BOARD_LINES])


def _at(dossier: Dossier, spans: tuple[Span, ...]) -> Span:
    """The sentence that stands for a line, to tell repeated ones."""
    return dossier.citations.sentence_of(spans[0])

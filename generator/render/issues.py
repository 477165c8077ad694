"""A dossier in, what its issue pages show out."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Issue, Span
from generator.render.cards import Link, QuoteCard, Statement, issue_link, quote_cards, statement
from generator.render.citations import Cite
from generator.render.dossier import Dossier
from generator.render.edited import EditMark
from generator.render.extracts import FIRST_WORDS
from generator.render.overview import ActorLine, FigureLine, actor_lines, figure_lines
from generator.render.timeline import Row, rows
from generator.render.wording import capitalised, counted, counts_in_words, first_words

STATUSES = (
    ("happened", "Happened"),
    ("planned", "Planned"),
    ("blocked", "Blocked"),
    ("claimed", "Claimed, not confirmed"),
)


@dataclass(frozen=True, slots=True)
class IssueLine:
    """An issue in one line of the index."""

    link: Link
    title: str
    """The issue's name, opened by a capital letter."""
    id: str
    lead: Statement | None
    """Its first development, else a point of the overview, its first quotation or a paragraph's first sentence."""
    counts: str
    edit: EditMark | None


@dataclass(frozen=True, slots=True)
class Position:
    """What one actor says about an issue."""

    who: Link | None
    words: str
    """The actor's name, else the source as printed."""
    role: str
    cards: tuple[QuoteCard, ...]


@dataclass(frozen=True, slots=True)
class Involved:
    """An actor of an issue."""

    line: ActorLine
    said: str
    """"2 statements" on the issue; empty without one."""


@dataclass(frozen=True, slots=True)
class Evidence:
    cite: Cite
    words: str
    """The paragraph's first words."""


@dataclass(frozen=True, slots=True)
class IssuePage:
    title: str
    path: str
    id: str
    name_cite: Cite | None
    """Where the article prints the issue's name."""
    developments: tuple[tuple[str, str, tuple[Statement, ...]], ...]
    """Status, its heading, its lines; statuses without a line are left out."""
    positions: tuple[Position, ...]
    actors: tuple[Involved, ...]
    figures: tuple[FigureLine, ...]
    dates: tuple[Row, ...]
    evidence: tuple[Evidence, ...]
    edit: EditMark | None


def issue_lines(dossier: Dossier) -> tuple[IssueLine, ...]:
    """One line for each issue, most important first; no line leads two of them where there is another."""
    told: set[Span] = set()
    return tuple(_line(dossier, issue, told) for issue in dossier.briefing.issues)


def issue_pages(dossier: Dossier) -> tuple[IssuePage, ...]:
    cards, lines, dated = quote_cards(dossier), actor_lines(dossier), rows(dossier)
    return tuple(_page(dossier, issue, cards, lines, dated) for issue in dossier.briefing.issues)


def evidence(dossier: Dossier, paragraphs: tuple[str, ...]) -> tuple[Evidence, ...]:
    """Paragraphs by number and first words."""
    wanted = set(paragraphs)
    return tuple(
        Evidence(dossier.citations.paragraph(number), first_words(paragraph.span.of(dossier.text), FIRST_WORDS))
        for number, paragraph in enumerate(dossier.briefing.article.paragraphs, 1)
        if paragraph.id in wanted
    )


def _line(dossier: Dossier, issue: Issue, told: set[Span]) -> IssueLine:
    best = _lead(dossier, issue, told)
    told.update(dossier.citations.sentence_of(span) for span in best[:1])
    lead = statement(dossier, best) if best else None
    statuses = [(status, sum(d.status == status for d in issue.developments)) for status, _ in STATUSES]
    standing = ", ".join(f"{number} {status}" for status, number in statuses if number)
    numbers = {"statement": len(issue.quotes), "actor": len(issue.actors), "paragraph": len(issue.paragraphs)}
    counts = " · ".join(filter(None, [standing, counts_in_words(numbers)]))
    return IssueLine(
        issue_link(dossier, issue.id), capitalised(issue.name), issue.id, lead, counts, dossier.edit_of(issue.id)
    )


def _lead(dossier: Dossier, issue: Issue, told: set[Span]) -> tuple[Span, ...]:
    """The first development that may be shown, else the first point or sentence of its paragraphs; empty without.

    What leads another issue already, or opens with a pronoun of nobody known, is taken only where nothing else is left.
    """
    inside = [p.span for p in dossier.briefing.article.paragraphs if p.id in set(issue.paragraphs)]
    quotes = dossier.briefing.quote_by_id
    lines = [d.spans for d in issue.developments]
    lines += [p.spans for p in dossier.briefing.overview.summary if p.spans and _within(p.spans[0], inside)]
    lines += [quotes[q].spans for q in issue.quotes if q in quotes]
    openings = [(dossier.citations.sentence_of(place),) for place in inside]
    telling = [spans for spans in (*lines, *openings) if dossier.is_telling(spans)]
    fresh = [spans for spans in telling if dossier.citations.sentence_of(spans[0]) not in told]
    alone = [spans for spans in fresh if dossier.stands_alone(spans[0])]
    return next(iter(alone or fresh or telling or lines), ())


def _page(
    dossier: Dossier, issue: Issue, cards: dict[str, QuoteCard], lines: tuple[ActorLine, ...], dated: tuple[Row, ...]
) -> IssuePage:
    inside = [p.span for p in dossier.briefing.article.paragraphs if p.id in set(issue.paragraphs)]
    involved = {dossier.places.actors[actor] for actor in issue.actors if actor in dossier.places.actors}
    events = {e.id for e in dossier.briefing.events if _within(e.spans[0], inside)}
    positions = _positions(issue, cards)
    return IssuePage(
        title=capitalised(issue.name),
        path=dossier.places.issues[issue.id],
        id=issue.id,
        name_cite=dossier.citations.cite(issue.name_span) if issue.name_span else None,
        developments=tuple(
            (status, heading, found) for status, heading in STATUSES if (found := _developments(dossier, issue, status))
        ),
        positions=positions,
        actors=tuple(_involved(line, positions) for line in lines if line.link.href in involved),
        figures=figure_lines(dossier, [f for f in dossier.briefing.figures if _within(f.spans[0], inside)]),
        dates=tuple(row for row in dated if row.id in events),
        evidence=evidence(dossier, issue.paragraphs),
        edit=dossier.edit_of(issue.id),
    )


def _developments(dossier: Dossier, issue: Issue, status: str) -> tuple[Statement, ...]:
    return tuple(statement(dossier, d.spans) for d in issue.developments if d.status == status)


def _positions(issue: Issue, cards: dict[str, QuoteCard]) -> tuple[Position, ...]:
    """Statements on the issue by whose they are: named actors in order of their first one, then the others."""
    groups: dict[str, list[QuoteCard]] = {}
    for identifier in issue.quotes:
        if card := cards.get(identifier):
            groups.setdefault(card.speaker_id or "\0" + card.source.casefold(), []).append(card)
    ordered = sorted(groups.items(), key=lambda item: item[0].startswith("\0"))
    return tuple(Position(c[0].speaker, c[0].heading, c[0].role, tuple(c)) for _, c in ordered)


def _involved(line: ActorLine, positions: tuple[Position, ...]) -> Involved:
    said = sum(len(position.cards) for position in positions if position.who == line.link)
    return Involved(line, counted(said, "statement") if said else "")


def _within(span: Span, places: list[Span]) -> bool:
    return any(place.covers(span) for place in places)

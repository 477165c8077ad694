"""Dossiers in, the pages over all briefings of a site out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.render.actors import KINDS
from generator.render.cards import Link, QuoteCard, Statement, issue_links, quote_cards, role_in_words
from generator.render.dossier import Dossier
from generator.render.edited import EditMark, joined
from generator.render.environment import render, with_front_matter
from generator.render.issues import IssueLine, issue_lines
from generator.render.measured import PAGE as MEASURED
from generator.render.measured import benchmarks, chances, headline
from generator.render.one import anchor, link_to, page_meta
from generator.render.overview import overview_page
from generator.render.page import Page
from generator.render.source import SourceCard, source_card
from generator.render.timeline import Row, rows
from generator.render.views import ViewCard, views_page
from generator.render.wording import NOT_STATED, capitalised, counted, one_line

# Lines that each briefing adds to a page over all of them: enough to choose, so that the page stays readable with
# hundreds of briefings. The briefing's own page has the rest.
ISSUES, QUOTES, ACTORS = 4, 6, 400
EVENTS = 250


@dataclass(frozen=True, slots=True)
class BriefingLine:
    """A briefing on the front page."""

    link: Link
    card: SourceCard
    bottom_line: Statement | None
    issues: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SharedActor:
    """An actor with the briefings in which that name and kind appear; that both are the same is our reading."""

    name: str
    role: str
    """The first one printed."""
    links: tuple[Link, ...]
    edit: EditMark | None


@dataclass(frozen=True, slots=True)
class Group:
    """What one briefing adds to a page over all of them."""

    briefing: Link
    all: Link
    """Its own page of the kind."""
    items: tuple[QuoteCard, ...] | tuple[ViewCard, ...] | tuple[IssueLine, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class SharedRow:
    row: Row
    briefing: Link


def across_pages(dossiers: Sequence[Dossier]) -> Iterator[Page]:
    """The hubs, in the order of the navigation; the newest briefing comes first on each."""
    dossiers = _newest_first(dossiers)
    yield _page(
        "index.md",
        "front",
        "Briefings",
        briefings=tuple(_line(d) for d in dossiers),
        summary=f"{capitalised(counted(len(dossiers), 'briefing'))}, newest first.",
    )
    yield _page(
        "issues/index.md", "all_issues", "Issues", groups=tuple(_issues(d) for d in dossiers if d.briefing.issues)
    )
    yield _page("actors/index.md", "all_actors", "Actors", groups=_actors(dossiers))
    yield _page("quotes.md", "all_quotes", "Quotes", groups=tuple(_quotes(d) for d in dossiers if d.briefing.quotes))
    yield _page("views.md", "all_views", "Analyst views", groups=tuple(_views(d) for d in dossiers if d.briefing.views))
    upcoming, past = _dated(dossiers)
    yield _page(
        "timeline.md",
        "all_timeline",
        "Timeline",
        upcoming=upcoming[:EVENTS],
        past=past[:EVENTS],
        left_out=len(upcoming[EVENTS:]) + len(past[EVENTS:]),
    )
    yield _page(
        "source.md",
        "method",
        "Source and method",
        sources=tuple(
            (_briefing_link(d), source_card(d), Link("Source and corrections", d.places.page("source")))
            for d in dossiers
        ),
        found=(),
        headline=headline(),
        measured=MEASURED,
    )


def measured_page() -> Page:
    """All figures of the last benchmarks: the same on every site."""
    return _page(MEASURED, "measured", "How often we are wrong", benchmarks=benchmarks(), chances=chances())


def _dated(dossiers: Sequence[Dossier]) -> tuple[list[SharedRow], list[SharedRow]]:
    """What its article calls upcoming, the next first; all else, the latest first."""
    found = [SharedRow(row, _briefing_link(d)) for d in dossiers for row in rows(d) if row.iso]
    upcoming = sorted((item for item in found if item.row.is_upcoming), key=lambda item: item.row.day)
    past = sorted((item for item in found if not item.row.is_upcoming), key=lambda item: -item.row.day)
    return upcoming, past


def _newest_first(dossiers: Sequence[Dossier]) -> list[Dossier]:
    """Undated ones last; those of one day in the order of the seeds."""
    days = {d.places.root: d.briefing.article.published for d in dossiers}
    return sorted(dossiers, key=lambda d: -(day.toordinal() if (day := days[d.places.root]) else 0))


def _page(path: str, template: str, title: str, **context: Any) -> Page:
    body = render(
        f"{template}.md.j2",
        rel=partial(link_to, path),
        anchor=anchor,
        not_stated=NOT_STATED,
        pages=(),
        home=None,
        article=None,
        **context,
    )
    meta = page_meta(title, template)
    return Page(path, with_front_matter(body, meta), None, meta)


def _briefing_link(dossier: Dossier) -> Link:
    return Link(one_line(dossier.briefing.article.title), dossier.places.page("index"))


def _source_link(dossier: Dossier) -> Link:
    return Link("Source and corrections", dossier.places.page("source"))


def _line(dossier: Dossier) -> BriefingLine:
    page = overview_page(dossier)
    return BriefingLine(
        _briefing_link(dossier),
        source_card(dossier),
        page.bottom_line[0] if page.bottom_line else None,
        issue_links(dossier, (issue.id for issue in dossier.briefing.issues[:ISSUES])),
    )


def _issues(dossier: Dossier) -> Group:
    lines = issue_lines(dossier)
    own = Link("All issues of this briefing", dossier.places.page("issues/index"))
    return Group(_briefing_link(dossier), own, lines[:QUOTES], len(lines[QUOTES:]))


def _quotes(dossier: Dossier) -> Group:
    """The quotations that carry the story, then the first others."""
    cards = [card for card in quote_cards(dossier).values() if card.kind != "indirect"]
    best = {card.id for card in overview_page(dossier).quotes}
    chosen = sorted(cards, key=lambda card: card.id not in best)[:QUOTES]
    shown = tuple(card for card in cards if card in chosen)
    own = Link("All quotations of this briefing", dossier.places.page("quotes"))
    return Group(_briefing_link(dossier), own, shown, len(dossier.briefing.quotes) - len(shown))


def _views(dossier: Dossier) -> Group:
    named = views_page(dossier).named
    own = Link("All views of this briefing", dossier.places.page("views"))
    return Group(_briefing_link(dossier), own, named[:QUOTES], len(dossier.briefing.views) - len(named[:QUOTES]))


def _actors(dossiers: Sequence[Dossier]) -> tuple[tuple[str, tuple[SharedActor, ...]], ...]:
    """Heading and actors for each kind, those in most briefings first."""
    found: dict[tuple[str, str], list[tuple[str, Link]]] = {}
    edits: dict[tuple[str, str], list[EditMark]] = {}
    names: dict[tuple[str, str], str] = {}
    for dossier in dossiers:
        for actor in dossier.briefing.actors:
            key = (actor.kind, actor.name.casefold())
            names.setdefault(key, actor.name)
            link = Link(one_line(dossier.briefing.article.title), dossier.places.actors[actor.id])
            found.setdefault(key, []).append((role_in_words(actor.role, actor.affiliation), link))
            if mark := dossier.edit_of(actor.id):
                edits.setdefault(key, []).append(mark)
    ordered = sorted(found, key=lambda key: (-len(found[key]), key[1]))
    groups = []
    for kind, heading, _ in KINDS:
        actors = tuple(
            SharedActor(
                names[key],
                next((role for role, _ in found[key] if role), ""),
                tuple(link for _, link in found[key]),
                joined(edits[key]) if key in edits else None,
            )
            for key in ordered
            if key[0] == kind
        )
        if actors:
            groups.append((heading, actors[:ACTORS]))
    return tuple(groups)

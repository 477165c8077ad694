"""A dossier in, what its page of analyst views shows out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model import Quote, Span, View
from generator.render.cards import Link, QuoteCard, actor_link, issue_links, quote_cards, shown_spans
from generator.render.citations import Cite
from generator.render.dossier import Dossier
from generator.render.edited import EditMark
from generator.render.wording import capitalised, one_line


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a claim; hedges are marked on the page."""

    words: str
    is_hedge: bool
    space_before: bool
    is_frame: bool = False
    """Whether it tells who says it and is no part of the claim."""


@dataclass(frozen=True, slots=True)
class ViewCard:
    id: str
    holder: Link | None
    """None for unnamed experts."""
    holder_words: str
    credentials: str
    """As printed; empty where the article states none."""
    credentials_cite: Cite | None
    card: QuoteCard
    quotation: str
    """Its place on the page of quotes."""
    claim: tuple[tuple[Segment, ...], ...]
    """A part for each stretch of direct speech; all else is one part, who says it within it."""
    hedges: tuple[str, ...]
    issues: tuple[Link, ...]
    edit: EditMark | None
    holder_edit: EditMark | None
    """What an editor has corrected about the actor who holds it."""

    @property
    def heading(self) -> str:
        return self.holder.name if self.holder else capitalised(self.holder_words) + " (unnamed)"


@dataclass(frozen=True, slots=True)
class ViewsPage:
    named: tuple[ViewCard, ...]
    unnamed: tuple[ViewCard, ...]
    unnamed_words: tuple[str, ...]
    """How the unnamed ones are called, each once: "analysts"."""


def views_page(dossier: Dossier) -> ViewsPage:
    """Named experts and unnamed ones, each in reading order."""
    cards = quote_cards(dossier)
    quotes = dossier.briefing.quote_by_id
    found = [_view(dossier, v, cards[v.quote], quotes[v.quote]) for v in dossier.briefing.views if v.quote in cards]
    unnamed = tuple(view for view in found if not view.holder)
    words = dict.fromkeys(view.holder_words.lower() for view in unnamed)
    return ViewsPage(tuple(view for view in found if view.holder), unnamed, tuple(words))


def _view(dossier: Dossier, view: View, card: QuoteCard, quote: Quote) -> ViewCard:
    known = view.holder in dossier.places.actors
    claim = _claim(dossier, quote, card, view.hedges)
    return ViewCard(
        id=view.id,
        holder=actor_link(dossier, view.holder) if view.holder and known else None,
        holder_words=one_line(view.holder_words),
        credentials=one_line(view.credentials or ""),
        credentials_cite=dossier.citations.cite(view.credentials_span) if view.credentials_span else None,
        card=card,
        quotation=dossier.places.page("quotes", card.id),
        claim=claim,
        hedges=tuple(dict.fromkeys(one_line(hedge.of(dossier.text)) for hedge in view.hedges)),
        issues=issue_links(dossier, view.issues),
        edit=dossier.edit_of(view.id, view.quote),
        holder_edit=dossier.edit_of(view.holder),
    )


def _claim(
    dossier: Dossier, quote: Quote, card: QuoteCard, hedges: tuple[Span, ...]
) -> tuple[tuple[Segment, ...], ...]:
    if card.has_marks:
        shown = shown_spans(dossier, quote.spans)
        stretches = [tuple(_segments(dossier.text, span, hedges)) for span in shown]
        if card.is_cut:
            stretches[-1] += (Segment("…", False, True),)
        return tuple(stretches)
    found: list[Segment] = []
    for piece in card.pieces:
        if piece.is_frame:
            found.append(Segment(piece.words, False, piece.space_before, is_frame=True))
            continue
        inside = list(_segments(dossier.text, piece.span, hedges))
        found += [replace(inside[0], space_before=piece.space_before), *inside[1:]]
        if piece.words.rstrip("”").endswith("…"):
            found.append(Segment("…", False, True))
    return (tuple(found),)


def _segments(text: str, span: Span, hedges: tuple[Span, ...]) -> Iterator[Segment]:
    """The span cut at its hedges, white space between the pieces kept as a flag."""
    cursor = span.start
    for hedge in sorted(hedges):
        if span.covers(hedge) and hedge.start >= cursor:
            yield from _segment(text, Span(cursor, hedge.start), False)
            yield from _segment(text, hedge, True)
            cursor = hedge.end
    yield from _segment(text, Span(cursor, span.end), False)


def _segment(text: str, span: Span, is_hedge: bool) -> Iterator[Segment]:
    words = one_line(span.of(text))
    if words:
        yield Segment(words, is_hedge, text[span.start].isspace() or text[span.start - 1 : span.start].isspace())

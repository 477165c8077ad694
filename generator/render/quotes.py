"""A dossier in, what its quotes page shows out."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.cards import QuoteCard, quote_cards
from generator.render.citations import Cite
from generator.render.dossier import Dossier
from generator.render.wording import one_line


@dataclass(frozen=True, slots=True)
class TermLine:
    """Words in quotation marks that nobody is said to say."""

    id: str
    parts: tuple[str, ...]
    cite: Cite


@dataclass(frozen=True, slots=True)
class QuotesPage:
    quoted: tuple[QuoteCard, ...]
    """Direct and mixed, in reading order."""
    reported: tuple[QuoteCard, ...]
    terms: tuple[TermLine, ...]


def quotes_page(dossier: Dossier) -> QuotesPage:
    cards = quote_cards(dossier).values()
    return QuotesPage(
        quoted=tuple(card for card in cards if card.kind != "indirect"),
        reported=tuple(card for card in cards if card.kind == "indirect"),
        terms=tuple(
            TermLine(
                term.id,
                tuple(one_line(span.of(dossier.text)) for span in term.spans),
                dossier.citations.cite(term.spans[0]),
            )
            for term in dossier.briefing.terms
        ),
    )

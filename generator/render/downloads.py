"""A briefing in, the files out that people take with them: briefing.json and quotes.csv."""

from __future__ import annotations

import csv
import io
import json

from generator.contract import to_data
from generator.render.cards import QuoteCard, quote_cards
from generator.render.dossier import Dossier

COLUMNS = ("id", "kind", "speaker", "role", "source", "cue", "words", "paragraph", "sentence", "issues", "edited")
# A spreadsheet takes a cell that opens with one of these, behind spaces or not, for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def briefing_json(dossier: Dossier) -> str:
    """The contract's object; without the article's text, and with no more words than the pages, unless its rights
    allow that."""
    is_full = dossier.whole.article.rights == "full"
    data = to_data(dossier.whole, with_text=is_full, words=None if is_full else lambda span: dossier.words((span,)))
    return json.dumps(data, ensure_ascii=False) + "\n"


def quotes_csv(dossier: Dossier) -> str:
    """Every quotation and reported statement, a row each, in reading order (RFC 4180; with the mark by which
    spreadsheets know UTF-8)."""
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    cards = quote_cards(dossier)
    for quote in dossier.briefing.quotes:
        card = cards[quote.id]
        paragraph, sentence = dossier.citations.position(quote.spans[0])
        words = dossier.words(quote.spans)
        speaker = card.speaker.name if card.speaker else ""
        issues = "; ".join(link.name for link in card.issues)
        row = (
            quote.id,
            card.kind,
            speaker,
            card.role,
            card.source,
            card.cue,
            words,
            paragraph,
            sentence,
            issues,
            _edited(card),
        )
        writer.writerow(_harmless(cell) for cell in row)
    return out.getvalue()


def _edited(card: QuoteCard) -> str:
    """The day on which an editor corrected it; "yes" where that is not known, empty where nobody did."""
    if not card.edit:
        return ""
    return card.edit.day.isoformat() if card.edit.day else "yes"


def _harmless(cell: object) -> object:
    return "'" + cell if isinstance(cell, str) and cell.lstrip().startswith(_FORMULA) else cell

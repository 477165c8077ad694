"""A text in, its attributions out: who (source), by which words (cue), what (content)."""

from __future__ import annotations

from generator.extract.attribution.assemble import assemble
from generator.extract.attribution.quotations import attach_quotations
from generator.extract.attribution.reported import find_reported
from generator.extract.attribution.stretches import quote_numbers
from generator.extract.attribution.turns import find_turns
from generator.model import Attribution, Text


def find_attributions(text: Text) -> tuple[Attribution, ...]:
    """Attributions in reading order.

    A stretch in quotation marks belongs to one attribution at most, wholly; one that nobody is said to say belongs to
    none. Content may be in several pieces: "…," she said, "…". Cues inside quotation marks are not looked at. A turn of
    an interview or a transcript is direct without marks, and what is reported within it is found as well.
    """
    quote_of = quote_numbers(text)
    claims = attach_quotations(text, find_reported(text, quote_of), quote_of)
    return assemble(text, claims + find_turns(text))

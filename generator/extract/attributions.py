"""A text in, its attributions out: who (source), by which words (cue), what (content)."""

from __future__ import annotations

from generator.extract.attribution.assemble import assemble
from generator.extract.attribution.claim import Claim
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
    turns = find_turns(text)
    _leave(claims, turns)
    return assemble(text, claims + turns)


def _leave(claims: list[Claim], turns: list[Claim]) -> None:
    """Take from claims what reaches into a turn from outside: a label knows better who speaks."""
    labelled = {token for turn in turns for first, last in turn.pieces for token in range(first, last)}
    if labelled:
        for claim in claims:
            if claim.cue is None or claim.cue[0] not in labelled:
                claim.pieces = [piece for piece in claim.pieces if piece[1] - 1 not in labelled]

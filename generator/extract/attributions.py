"""A text in, its attributions out: who (source), by which words (cue), what (content)."""

from __future__ import annotations

from generator.extract.attribution.assemble import assemble
from generator.extract.attribution.claim import Claim
from generator.extract.attribution.quotations import attach_quotations
from generator.extract.attribution.reported import find_reported
from generator.extract.attribution.sources import source_beside
from generator.extract.attribution.stretches import quote_numbers
from generator.extract.attribution.turns import find_turns
from generator.extract.common.datelines import dateline_tokens
from generator.model import Attribution, Text


def find_attributions(text: Text) -> tuple[Attribution, ...]:
    """Attributions in reading order.

    A stretch in quotation marks belongs to one attribution at most, wholly; one that nobody is said to say belongs to
    none. Content may be in several pieces: "…," she said, "…". Cues inside quotation marks are not looked at. A turn of
    an interview or a transcript is direct without marks, and what is reported within it is found as well.
    """
    quote_of = quote_numbers(text)
    claims = attach_quotations(text, find_reported(text, quote_of), quote_of)
    _leave_dateline(text, claims, quote_of)
    turns = find_turns(text)
    _leave(claims, turns)
    return assemble(text, claims + turns)


def _leave_dateline(text: Text, claims: list[Claim], quote_of: list[int]) -> None:
    """ "MOSCOW — …, the minister said": the place says nothing and is no part of what is said."""
    dateline = dateline_tokens(text)
    if not dateline:
        return
    for claim in claims:
        if claim.source is not None and claim.source[0] < dateline.stop and claim.source[1] > dateline.start:
            if claim.source[1] > dateline.stop:
                claim.source = (dateline.stop, claim.source[1])
            else:
                claim.source = source_beside(text, claim.cue[0], quote_of) if claim.cue else None
        claim.pieces = [
            (max(first, dateline.stop), last) if first < dateline.stop < last else (first, last)
            for first, last in claim.pieces
            if not dateline.start <= last - 1 < dateline.stop
        ]


def _leave(claims: list[Claim], turns: list[Claim]) -> None:
    """Take from claims what reaches into a turn from outside, or out of it: a label knows better who speaks."""
    turn_of = {token: n for n, turn in enumerate(turns) for first, last in turn.pieces for token in range(first, last)}
    labels = {t for turn in turns if turn.source and turn.cue for t in range(turn.source[0], turn.cue[1])}
    if not turns:
        return
    for claim in claims:
        if claim.cue is None or claim.cue[0] not in turn_of:
            claim.pieces = [piece for piece in claim.pieces if piece[1] - 1 not in turn_of]
            continue
        start = turns[turn_of[claim.cue[0]]].pieces[0][0]
        claim.pieces = [(max(first, start), last) for first, last in claim.pieces if last > start]
        if claim.source is not None and claim.source[0] in labels:
            # "THE CHAIR: The report says that …": the tree likes to hang the verb on the label.
            claim.source = _trimmed((max(claim.source[1], start), claim.cue[0]))


def _trimmed(source: tuple[int, int]) -> tuple[int, int] | None:
    return source if 0 < source[1] - source[0] <= LONGEST_SUBJECT else None


# What stands between a label and a verb is its subject when it is no longer than this.
LONGEST_SUBJECT = 6

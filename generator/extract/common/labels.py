"""A statement in, whether it is a turn of an interview or a transcript out, and whose label it stands under."""

from __future__ import annotations

from generator import lexicon
from generator.model import Attribution, Quote, Text

_COLONS = frozenset({":", "):"})


def is_turn(text: Text, attribution: Attribution | Quote) -> bool:
    """Whether it stands under a label: its source opens a paragraph and a colon is its cue."""
    if attribution.source is None or attribution.cue is None or attribution.cue.of(text.string) not in _COLONS:
        return False
    tokens = text.tokens_in(attribution.source)
    if not tokens:
        return False
    token, paragraph = tokens[0] - 1, text.paragraph_of[tokens[0]]
    while token >= 0 and text.paragraph_of[token] == paragraph:
        if text.words[token][0].isalnum():
            return False
        token -= 1
    return True


def is_asking(text: Text, turn: Attribution | Quote) -> bool:
    """Whether a turn's label is an interviewer's: "Q"."""
    assert turn.source is not None
    return lexicon.table("turn_labels").get(lead_of(turn.source.of(text.string))) == "asks"


def lead_of(label: str) -> str:
    """The label without what introduces the speaker: "the chair" of "THE CHAIR (Ann Lee"."""
    return label.partition("(")[0].partition(",")[0].strip(" .*").casefold()

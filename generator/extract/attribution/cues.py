"""The word lists in, cues by lemma out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator import lexicon


@dataclass(frozen=True, slots=True)
class Cues:
    """Reporting words."""

    verbs: dict[str, frozenset[str]]
    """Lemma to frames (cue_verbs.txt)."""
    nouns: frozenset[str]
    adjectives: frozenset[str]


@cache
def cues() -> Cues:
    """Those of the English lexicon."""
    return Cues(
        verbs={lemma: frozenset(frames.split()) for lemma, frames in lexicon.table("cue_verbs").items()},
        nouns=lexicon.words("cue_nouns"),
        adjectives=lexicon.words("cue_adjectives"),
    )

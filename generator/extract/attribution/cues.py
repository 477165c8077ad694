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
    forms: dict[str, str]
    """Finite forms to their lemma, for words that the tagger took for something else."""
    nouns: frozenset[str]
    adjectives: frozenset[str]


@cache
def cues() -> Cues:
    """Those of the English lexicon."""
    verbs = {lemma: frozenset(frames.split()) for lemma, frames in lexicon.table("cue_verbs").items()}
    return Cues(
        verbs=verbs,
        forms=_forms(verbs),
        nouns=lexicon.words("cue_nouns"),
        adjectives=lexicon.words("cue_adjectives"),
    )


def _forms(verbs: dict[str, frozenset[str]]) -> dict[str, str]:
    """Third person and past, regular and irregular; a form that no writer uses does no harm."""
    forms = {form: lemma for form, lemma in lexicon.table("irregular_verbs").items() if lemma in verbs}
    for verb in verbs:
        stem = verb[:-1] if verb[-1] in "ey" else verb
        endings = {"e": ("es", "ed"), "y": ("ies", "ied", "ys", "yed")}.get(
            verb[-1], ("s", "es", "ed", verb[-1] + "ed")
        )
        for ending in endings:
            forms.setdefault(stem + ending, verb)
    return forms

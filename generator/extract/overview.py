"""A text with its findings in, the overview out."""

from __future__ import annotations

from itertools import combinations

from generator.extract.issue.stems import stem
from generator.extract.summary.sentences import LONGEST, Candidate, find_candidates, stem_weights
from generator.model import Actor, Event, Issue, Overview, Point, Quote, Text

# Agreed: the bottom line is one to three points of 60 words together; then key points.
BOTTOM_LINE_WORDS = 60
BOTTOM_LINE_POINTS = 3
POINTS = 7
# So many sentences are tried in all combinations for the bottom line; more change nothing on the benchmarks.
TRIED = 12


def find_overview(
    text: Text, actors: tuple[Actor, ...], quotes: tuple[Quote, ...], issues: tuple[Issue, ...], events: tuple[Event, ...]
) -> Overview:
    """The bottom line first, then key points in reading order; empty where no sentence can stand alone.

    Points are whole sentences of the article, side clauses left out. The bottom line is the set of sentences that tells
    most of what the article is about within its 60 words; the key points add what it leaves open.
    """
    names = frozenset(stem(word.lower()) for issue in issues for word in issue.name.split())
    weights = stem_weights(text, names)
    candidates = find_candidates(text)
    bottom = _bottom_line(text, candidates, weights)
    told = frozenset().union(*(c.told for c in bottom)) if bottom else frozenset()
    rest = [c for c in candidates if c not in bottom and c.words <= LONGEST]
    points = _key_points(rest, weights, told, POINTS - len(bottom))
    return Overview(tuple(_point(text, c) for c in [*bottom, *points]))


def _worth(candidate: Candidate, weights: dict[str, float], told: frozenset[str]) -> float:
    return sum(weights[s] for s in candidate.told - told)


def _bottom_line(text: Text, candidates: list[Candidate], weights: dict[str, float]) -> list[Candidate]:
    short = [c for c in candidates if c.words <= BOTTOM_LINE_WORDS]
    def place(c: Candidate) -> float:
        return 1.0 + LEAD / (1 + text.paragraph_of[text.sentences[c.sentence][0]])
    ranked = sorted(short, key=lambda c: -_worth(c, weights, frozenset()) * c.bonus * place(c))[:TRIED]
    best: tuple[float, list[Candidate]] = (0.0, [])
    for size in range(1, BOTTOM_LINE_POINTS + 1):
        for chosen in combinations(ranked, size):
            if sum(c.words for c in chosen) > BOTTOM_LINE_WORDS:
                continue
            told: frozenset[str] = frozenset()
            total = 0.0
            for c in chosen:
                total += _worth(c, weights, told) * c.bonus * place(c)
                told |= c.told
            if total > best[0]:
                best = (total, list(chosen))
    return sorted(best[1], key=lambda c: c.sentence)


LEAD = 0.5
LENGTH_POWER = 0.5


def _key_points(
    candidates: list[Candidate], weights: dict[str, float], told: frozenset[str], most: int
) -> list[Candidate]:
    chosen: list[Candidate] = []
    while candidates and len(chosen) < most:
        def gain(c: Candidate) -> float:
            new = _worth(c, weights, told)
            old = _worth(c, weights, frozenset()) - new
            return (new + OLD * old) * c.bonus / c.words**LENGTH_POWER
        best = max(candidates, key=gain)
        chosen.append(best)
        told |= best.told
        candidates = [c for c in candidates if c is not best]
    return sorted(chosen, key=lambda c: c.sentence)


OLD = 0.5


def _point(text: Text, candidate: Candidate) -> Point:
    words = " ".join(span.of(text.string) for span in candidate.spans)
    words = " ".join(words.split())
    return Point(words if words[-1:] in '.!?"”’' or words.endswith("''") else f"{words}.", candidate.spans)

"""A text with its findings in, the overview out."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from math import fsum

from generator import lexicon
from generator.extract.common.labels import is_asking, is_turn
from generator.extract.common.stems import stem
from generator.extract.summary.merit import LEADING_ACTORS, find_merits
from generator.extract.summary.sentences import LONGEST, Candidate, find_candidates, stem_weights
from generator.model import BOTTOM_LINE_POINTS, BOTTOM_LINE_WORDS, Actor, Event, Issue, Overview, Point, Quote, Text

# Points of the bottom line and key points together.
POINTS = 10
# In words: a shorter sentence would be taken only because it fits into the room that is left.
SHORTEST_OF_BOTTOM_LINE = 10
# The numbers below were chosen on the dev benchmarks (overview at 5, coverage), each moved alone while the weights of
# words were shaken by 15 %; near values score the same. TRIED bounds the combinations: 298 sets of 12 sentences.
TRIED = 12
# How much more a sentence of the first paragraph is worth to the bottom line (it falls off with 1 / paragraph), and one
# for each leading actor that it names.
LEAD = 3.0
NAMED, MOST_NAMED = 0.13, 3
# What somebody is quoted as saying is his own line more often than the article's.
QUOTES = 0.8
# How far a sentence's merit weighs: little in the bottom line, where what is told counts most, much in key points.
MERIT_OF_BOTTOM_LINE, MERIT_OF_POINT = 0.35, 2
# What a word already told is worth to a key point.
TOLD = 0.5


def find_overview(
    text: Text,
    actors: tuple[Actor, ...],
    quotes: tuple[Quote, ...],
    issues: tuple[Issue, ...],
    events: tuple[Event, ...],
) -> Overview:
    """The bottom line in reading order, then key points, most telling first; empty where no sentence can stand alone.

    Points are sentences of the article, closing side clauses left out. The bottom line is the set of sentences that
    tells most of what the article is about within its 60 words; the key points add what it leaves open.
    After the maximum coverage model of Takamura and Okumura (EACL 2009), with all small sets tried.
    """
    names = frozenset(stem(word.lower()) for issue in issues for word in issue.name.split())
    weights = stem_weights(text, names)
    candidates = _of_the_article(text, find_candidates(text), quotes)
    merits = find_merits(text, candidates, actors, events)
    places = {c.sentence: 1 + text.paragraph_of[text.sentences[c.sentence][0]] for c in candidates}
    named = _named(text, actors)
    ahead = {
        c.sentence: merits[c.sentence] ** MERIT_OF_BOTTOM_LINE
        * (QUOTES if c.quotes else 1.0)
        * (1 + LEAD / places[c.sentence])
        * (1 + NAMED * named[c.sentence])
        for c in candidates
    }
    bottom = _bottom_line(candidates, weights, ahead)
    used = {c.sentence for c in bottom}
    rest = [c for c in candidates if c.sentence not in used and c.words <= LONGEST and not c.leans]
    told = frozenset(word for c in bottom for word in c.told)
    factors = {n: merits[n] ** MERIT_OF_POINT / place for n, place in places.items()}
    points = _key_points(rest, weights, told, POINTS - len(bottom), factors)
    return Overview(tuple(_point(text, c) for c in [*bottom, *points]))


def _of_the_article(text: Text, candidates: list[Candidate], quotes: tuple[Quote, ...]) -> list[Candidate]:
    """Without what sums up nothing: an interview's questions, what opens its answers ("A: No, no one did"), and a mere
    "The mayor said in a statement." beside its quotation."""
    turns = [quote for quote in quotes if is_turn(text, quote)]
    spans = (s for turn in turns for s in (turn.source, *(turn.spans if is_asking(text, turn) else ())) if s)
    spoken = {text.sentence_of[token] for span in spans for token in text.tokens_in(span)}
    spoken |= {sentence for quote in quotes if (sentence := _mere_frame(text, quote)) is not None}
    return [c for c in candidates if c.sentence not in spoken] or candidates


def _mere_frame(text: Text, quote: Quote) -> int | None:
    """The sentence whose main verb says who spoke, where what was said stands in other sentences; None for others."""
    cue = next(iter(text.tokens_in(quote.cue)), None) if quote.cue else None
    if cue is None or text.heads[cue] != cue or text.lemmas[cue] not in lexicon.words("speaking_verbs"):
        return None
    sentence = text.sentence_of[cue]
    told_in = {text.sentence_of[token] for span in quote.spans for token in text.tokens_in(span)}
    return None if sentence in told_in else sentence


def _named(text: Text, actors: tuple[Actor, ...]) -> Counter[int]:
    """How often each sentence names one of the article's leading actors; no more than MOST_NAMED times count."""
    mentions = (mention for actor in actors[:LEADING_ACTORS] for mention in actor.mentions if mention.kind == "name")
    found = Counter(text.sentence_of[tokens[0]] for m in mentions if (tokens := text.tokens_in(m.span)))
    return Counter({sentence: min(times, MOST_NAMED) for sentence, times in found.items()})


def _bottom_line(candidates: list[Candidate], weights: dict[str, float], factors: dict[int, float]) -> list[Candidate]:
    tried = []
    for candidate in candidates:
        if SHORTEST_OF_BOTTOM_LINE <= candidate.words <= BOTTOM_LINE_WORDS:
            factor = factors[candidate.sentence]
            tried.append((_worth(candidate.told, weights) * factor, factor, candidate))
    tried = sorted(tried, key=lambda t: (-t[0], t[2].sentence))[:TRIED]
    most, best = 0.0, list[Candidate]()
    for size in range(1, BOTTOM_LINE_POINTS + 1):
        for chosen in combinations(tried, size):
            sentences = [c for _, _, c in chosen]
            if sum(c.words for c in sentences) > BOTTOM_LINE_WORDS or not _can_stand(sentences):
                continue
            total, told = 0.0, frozenset[str]()
            for _, factor, c in chosen:
                total += _worth(c.told - told, weights) * factor
                told |= c.told
            if total > most:
                most, best = total, sentences
    return sorted(best, key=lambda c: c.sentence)


def _can_stand(chosen: list[Candidate]) -> bool:
    """Whether each one that leans comes right after the sentence it leans on."""
    there = {c.sentence for c in chosen}
    return all(c.sentence - 1 in there for c in chosen if c.leans)


def _worth(stems: frozenset[str], weights: dict[str, float]) -> float:
    # fsum: the order of a set must not change the last digit, and with it a choice.
    return fsum(map(weights.__getitem__, stems))


def _key_points(
    candidates: list[Candidate], weights: dict[str, float], told: frozenset[str], most: int, factors: dict[int, float]
) -> list[Candidate]:
    chosen: list[Candidate] = []
    while candidates and len(chosen) < most:
        gains = []
        for c in candidates:
            new, all_told = _worth(c.told - told, weights), _worth(c.told, weights)
            gains.append((new + TOLD * (all_told - new)) * factors[c.sentence])
        best = candidates.pop(max(range(len(gains)), key=gains.__getitem__))
        chosen.append(best)
        told |= best.told
    return chosen


def _point(text: Text, candidate: Candidate) -> Point:
    words = " ".join(" ".join(span.of(text.string) for span in candidate.spans).split())
    return Point(words if words.endswith((".", "!", "”", '"', "’", "'")) else f"{words}.", candidate.spans)

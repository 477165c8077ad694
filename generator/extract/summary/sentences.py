"""A text in, the sentences that can stand alone in an overview, each with what it tells."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from generator import lexicon
from generator.extract.issue.stems import stem
from generator.extract.summary.trim import trim
from generator.model import Span, Text


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence as an overview would print it."""

    sentence: int
    spans: tuple[Span, ...]
    words: int
    told: frozenset[str]
    """Stems of its telling words."""
    bonus: float
    """What speaks for it beside its words: 1 is neutral."""


# In words. Shorter ones are headings and fragments, longer ones no line of an overview.
SHORTEST, LONGEST = 8, 48
# Factors for what tells chosen sentences from others on the briefing benchmark.
OPENS_PARAGRAPH = 1.25
COMPARES = 1.1
QUOTES = 0.8
TIED = 0.8
_COMPARING = frozenset({"JJS", "RBS", "JJR", "RBR"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_POINTING = frozenset({"PRP", "PRP$", "EX", "WP", "WRB", "WDT"})
_MARKS = frozenset({"``", "''"})


def find_candidates(text: Text) -> list[Candidate]:
    """In reading order."""
    found = []
    paragraph = -2
    for sentence, (first, _) in enumerate(text.sentences):
        opens = text.paragraph_of[first] != paragraph
        paragraph = text.paragraph_of[first]
        if paragraph >= 0 and _stands_alone(text, sentence):
            found.append(_candidate(text, sentence, opens=opens))
    return found


def _stands_alone(text: Text, sentence: int) -> bool:
    """A whole statement of the article: no question, no fragment, nothing that points at the sentence before."""
    first, last = text.sentences[sentence]
    tags, words = text.tags, text.words
    if not SHORTEST <= last - first <= 2 * LONGEST or not words[first][0].isupper():
        return False
    if words[last - 1] not in {".", "!", "''", "”", '"', "’"} or "?" in words[first:last]:
        return False
    if tags[first] in _POINTING or (tags[first] in {"DT", "IN"} and text.lemmas[first] in _pointing()):
        return False
    if not any(tag in _FINITE for tag in tags[first:last]):
        return False
    marks = sum(tag in _MARKS for tag in tags[first:last])
    if marks % 2 or any(text.lemmas[n] in _narrating() for n in range(first, last)):
        return False
    return not _is_quoted(text, first, last)


def _pointing() -> frozenset[str]:
    return lexicon.words("pointing_words")


def _narrating() -> frozenset[str]:
    return lexicon.words("narrating_words")


def _is_quoted(text: Text, first: int, last: int) -> bool:
    """Half of it or more stands in quotation marks."""
    inside, quoted = 0, False
    for n in range(first, last):
        if text.tags[n] in _MARKS:
            quoted = not quoted
        elif quoted:
            inside += 1
    return inside * 2 >= last - first


def _candidate(text: Text, sentence: int, *, opens: bool) -> Candidate:
    first, last = text.sentences[sentence]
    tags = text.tags
    spans = trim(text, sentence)
    told = frozenset(
        stem(text.words[n].lower())
        for span in spans
        for n in text.tokens_in(span)
        if tags[n][0] in "NJV" and len(text.words[n]) > 1
    )
    bonus = OPENS_PARAGRAPH if opens else 1.0
    if any(tag in _COMPARING for tag in tags[first:last]):
        bonus *= COMPARES
    if any(tag in _MARKS for tag in tags[first:last]):
        bonus *= QUOTES
    if text.words[first].lower() in lexicon.words("discourse_openers") and spans[0].start == text.starts[first]:
        bonus *= TIED
    words = sum(len(span.of(text.string).split()) for span in spans)
    return Candidate(sentence, spans, words, told, bonus)


def stem_weights(text: Text, issues: frozenset[str]) -> dict[str, float]:
    """How much each stem tells about this article: in how many paragraphs it stands, in the title, among the issues."""
    where: dict[str, set[int]] = defaultdict(set)
    for word, tag, paragraph in zip(text.words, text.tags, text.paragraph_of, strict=True):
        if tag[0] in "NJV" and len(word) > 1:
            where[stem(word.lower())].add(paragraph)
    counts = lexicon.table("word_counts")
    weights = {}
    for word, paragraphs in where.items():
        weight = math.sqrt(len(paragraphs)) * (12 - int(counts.get(word, 2))) / 10
        if len(paragraphs) == 1:
            weight *= 0.3
        weights[word] = weight * (2.0 if -1 in paragraphs else 1.0) * (1.3 if word in issues else 1.0)
    return weights

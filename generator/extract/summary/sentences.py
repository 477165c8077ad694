"""A text in, the sentences that can stand alone in an overview, each with what it tells."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from generator import lexicon
from generator.extract.common.stems import stem
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
    opens: bool
    """It is the first one of its paragraph."""
    quotes: bool
    """It holds words in quotation marks."""
    leans: bool
    """It opens with a pronoun: it can only stand right after the sentence before it."""


# In words. Shorter ones are headings and fragments, longer ones no line of an overview.
SHORTEST, LONGEST = 8, 48
DECK = 18
# Factors for the weight of a word; chosen on the dev benchmarks.
IN_TITLE, OF_ISSUE, ONCE = 2.0, 1.15, 0.3
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_POINTING = frozenset({"EX", "WP", "WRB", "WDT"})
_PRONOUNS = frozenset({"PRP", "PRP$"})
_MARKS = frozenset({"``", "''"})


def find_candidates(text: Text) -> list[Candidate]:
    """In reading order."""
    found = []
    paragraph = -2
    for sentence, (first, _) in enumerate(text.sentences):
        opens = text.paragraph_of[first] != paragraph
        paragraph = text.paragraph_of[first]
        if paragraph >= 0 and _stands_alone(text, sentence) and not (opens and _leans(text, first)):
            found.append(_candidate(text, sentence, opens=opens))
    return found


def _stands_alone(text: Text, sentence: int) -> bool:
    """A whole statement of the article: no question, no fragment, nothing about the writer."""
    first, last = text.sentences[sentence]
    tags, words = text.tags, text.words
    if not SHORTEST <= last - first <= 2 * LONGEST or not words[first][0].isupper():
        return False
    if words[last - 1] not in {".", "!", "''", "”", '"', "’"} or "?" in words[first:last]:
        return False
    if tags[first] in _POINTING or (text.paragraph_of[first] == 0 and is_deck(text, first, last)):
        return False
    if not any(tags[n] in _FINITE or text.deps[n] in _SUBJECTS for n in range(first, last)):
        return False
    marks = sum(tag in _MARKS for tag in tags[first:last])
    if marks % 2 or not lexicon.words("narrating_words").isdisjoint(words[first:last]):
        return False
    return not _is_quoted(text, first, last)


def is_deck(text: Text, first: int, last: int) -> bool:
    """A second headline above the text: short, and without articles and pronouns."""
    return last - first <= DECK and not any(tag in {"DT", "PRP"} for tag in text.tags[first:last])


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
    first = text.sentences[sentence][0]
    tags = text.tags
    spans = trim(text, sentence)
    told = frozenset(
        stem(text.words[n].lower())
        for span in spans
        for n in text.tokens_in(span)
        if tags[n][0] in "NJV" and len(text.words[n]) > 1
    )
    words = sum(len(span.of(text.string).split()) for span in spans)
    quotes = any(tags[n] in _MARKS for n in range(*text.sentences[sentence]))
    return Candidate(sentence, spans, words, told, opens, quotes, _leans(text, first) and not opens)


def _leans(text: Text, first: int) -> bool:
    after = text.words[first + 1].lower() if first + 1 < len(text) else ""
    # "This week" points at the calendar.
    is_pointing = text.lemmas[first] in lexicon.words("pointing_words") and after not in lexicon.table("time_units")
    return text.tags[first] in _PRONOUNS or is_pointing


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
            weight *= ONCE
        weight *= IN_TITLE if -1 in paragraphs else 1.0
        weights[word] = weight * (OF_ISSUE if word in issues else 1.0)
    return weights

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
    bonus: float
    """What speaks for it beside its words: 1 is neutral."""
    leans: bool
    """It opens with a pronoun: it can only stand right after the sentence before it."""


# In words. Shorter ones are headings and fragments, longer ones no line of an overview.
SHORTEST, LONGEST = 8, 48
DECK = 18
# Factors for what tells chosen sentences from others on the briefing benchmark.
OPENS_PARAGRAPH = 1.15
COMPARES = 1.1
QUOTES = 0.8
TIED = 0.8
IN_TITLE, IN_LEAD, OF_ISSUE, NO_NOUN, ONCE = 2.0, 1.0, 1.15, 1.0, 0.3
_COMPARING = frozenset({"JJS", "RBS", "JJR", "RBR"})
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
    if tags[first] in _POINTING or (text.paragraph_of[first] == 0 and _is_deck(text, first, last)):
        return False
    if not any(tags[n] in _FINITE or text.deps[n] in _SUBJECTS for n in range(first, last)):
        return False
    marks = sum(tag in _MARKS for tag in tags[first:last])
    if marks % 2 or not lexicon.words("narrating_words").isdisjoint(words[first:last]):
        return False
    return not _is_quoted(text, first, last)


def _is_deck(text: Text, first: int, last: int) -> bool:
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
    if _is_tied(text, spans):
        bonus *= TIED
    words = sum(len(span.of(text.string).split()) for span in spans)
    return Candidate(sentence, spans, words, told, bonus, _leans(text, first) and not opens)


def _is_tied(text: Text, spans: tuple[Span, ...]) -> bool:
    """It opens with "However", or takes something up: "those chemicals", "in other areas, too"."""
    tying = lexicon.words("tying_words")
    tokens = [n for span in spans for n in text.tokens_in(span)]
    if text.lemmas[tokens[0]] in lexicon.words("discourse_openers"):
        return True
    return any(text.lemmas[n] in tying and text.tags[n] in {"DT", "RB", "PDT"} for n in tokens)


def _leans(text: Text, first: int) -> bool:
    lemma = text.lemmas[first]
    return text.tags[first] in _PRONOUNS or lemma in lexicon.words("pointing_words")


def stem_weights(text: Text, issues: frozenset[str]) -> dict[str, float]:
    """How much each stem tells about this article: in how many paragraphs it stands, in the title, among the issues."""
    where: dict[str, set[int]] = defaultdict(set)
    nouns: dict[str, int] = defaultdict(int)
    for word, tag, paragraph in zip(text.words, text.tags, text.paragraph_of, strict=True):
        if tag[0] in "NJV" and len(word) > 1:
            key = stem(word.lower())
            where[key].add(paragraph)
            nouns[key] += 1 if tag[0] == "N" else -1
    counts = lexicon.table("word_counts")
    weights = {}
    for word, paragraphs in where.items():
        weight = math.sqrt(len(paragraphs)) * (12 - int(counts.get(word, 2))) / 10
        if len(paragraphs) == 1:
            weight *= ONCE
        weight *= IN_TITLE if -1 in paragraphs else 1.0
        weight *= IN_LEAD if 0 in paragraphs else 1.0
        weight *= OF_ISSUE if word in issues else 1.0
        weights[word] = weight * (1.0 if nouns[word] > 0 else NO_NOUN)
    return weights

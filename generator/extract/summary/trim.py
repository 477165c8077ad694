"""A sentence in, the pieces of it that an overview prints: brackets and closing side clauses left out."""

from __future__ import annotations

from generator import lexicon
from generator.model import Span, Text

# Shorter remains say too little, shorter clauses cost no room. In tokens.
LEAST_LEFT = 12
LEAST_CLAUSE = 6
_MARKS = frozenset({"``", "''"})
_SIDE_CLAUSES = frozenset({"acl:relcl", "advcl", "acl"})


def trim(text: Text, sentence: int) -> tuple[Span, ...]:
    """What stays, in reading order; the sentence's own full stop is left out where its last clause is."""
    first, last = text.sentences[sentence]
    first = _after_opener(text, _after_dateline(text, first, last), last)
    last = _before_side_clause(text, first, last)
    return _without_brackets(text, first, last)


# In tokens: "RIO DE JANEIRO, Brazil - " and the agency in brackets are the longest.
LONGEST_DATELINE = 9
_DASHES = frozenset({"-", "–", "—", "--"})


def _after_dateline(text: Text, first: int, last: int) -> int:
    """Past "BRUSSELS - " where a paragraph opens with a place in capitals or a name, and a dash."""
    if first and text.paragraph_of[first - 1] == text.paragraph_of[first]:
        return first
    for token in range(first, min(first + LONGEST_DATELINE, last - LEAST_LEFT)):
        if text.words[token] in _DASHES:
            spaced = text.starts[token] > text.ends[token - 1] if token > first else False
            return token + 1 if spaced and text.words[first].isupper() else first
    return first


def _after_opener(text: Text, first: int, last: int) -> int:
    """Past "But" and "However,", where a name follows: only then the rest starts with a capital letter."""
    openers = lexicon.words("discourse_openers")
    for length in range(5, 0, -1):
        if " ".join(text.words[first : first + length]).lower() in openers:
            after = first + length
            after += after < last and text.words[after] == ","
            return after if after < last - LEAST_LEFT and text.words[after][0].isupper() else first
    return first


def _before_side_clause(text: Text, first: int, last: int) -> int:
    """Before a closing ", which …" or ", while …"; quotations are never cut."""
    closing = last
    while closing > first and not text.words[closing - 1][0].isalnum():
        closing -= 1
    droppable = lexicon.words("droppable_clauses")
    for comma in range(first + LEAST_LEFT, closing - LEAST_CLAUSE):
        if text.words[comma] != ",":
            continue
        opener = comma + 1
        if text.lemmas[opener] not in droppable and text.tags[opener] != "VBG":
            continue
        if any(text.tags[n] in _MARKS for n in range(opener, last)):
            return last
        head = _clause_head(text, opener, closing)
        if head is not None and text.deps[head] in _SIDE_CLAUSES and text.edges[head][1] >= closing:
            return comma
    return last


def _clause_head(text: Text, opener: int, closing: int) -> int | None:
    """The verb of the clause that `opener` begins: the first ancestor that hangs on something before it."""
    token = opener
    for _ in range(closing - opener):
        head = text.heads[token]
        if head < opener or head >= closing or head == token:
            return token
        token = head
    return None


def _without_brackets(text: Text, first: int, last: int) -> tuple[Span, ...]:
    pieces: list[Span] = []
    start, opened = first, -1
    for token in range(first, last):
        word = text.words[token]
        if word in {"(", "["} and opened < 0:
            opened = token
        elif word in {")", "]"} and opened > start:
            # A bracket before a comma or full stop stays: joining would print a space there.
            if token + 1 < last and text.words[token + 1][0].isalnum():
                pieces.append(text.span(start, opened))
                start = token + 1
            opened = -1
    pieces.append(text.span(start, last))
    return tuple(pieces)

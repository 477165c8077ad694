"""A token in, the clause that tells what happened out."""

from __future__ import annotations

from generator.extract.event.tense import DEEPEST
from generator.model import Span, Text

# Clauses shorter than this in tokens ("as it did in 2014") say too little by themselves.
SHORTEST = 6
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "nsubj:outer"})
_EDGES = frozenset({",", ";", ":", "-", "--", "–", "—", "and", "but", "that", "or", "(", ")", ".", "“", "”", '"', "''"})


def clause_of(text: Text, token: int) -> Span:
    """The smallest clause round a token that has a subject of its own and can stand by itself; else the sentence."""
    first, last = text.sentences[text.sentence_of[token]]
    at = token
    for _ in range(DEEPEST):
        head = text.heads[at]
        if _stands(text, at):
            start, end = text.edges[at]
            if start <= token < end and end - start >= SHORTEST:
                return _trimmed(text, start, end)
        if head == at:
            break
        at = head
    return text.span(first, last)


def _stands(text: Text, at: int) -> bool:
    """Whether the word heads a clause with a subject that is not a relative pronoun."""
    if text.tags[at][:1] not in "VNJRI" or text.deps[at] in ("acl:relcl", "acl", "csubj"):
        return False
    subjects = [child for child in text.children[at] if text.deps[child] in _SUBJECTS]
    return any(text.tags[child] not in ("WDT", "WP") for child in subjects)


def _trimmed(text: Text, start: int, end: int) -> Span:
    """Without commas, conjunctions and stray marks at its edges; a closing full stop stays."""
    while start < end - 1 and text.words[start].lower() in _EDGES:
        start += 1
    while end - 1 > start and text.words[end - 1] in _EDGES - {".", "”", '"', "''", ")"}:
        end -= 1
    return text.span(start, end)

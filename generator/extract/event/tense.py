"""A token in, the tense of the clause round it out: what a date without a year is counted from."""

from __future__ import annotations

from functools import cache

from generator import lexicon
from generator.model import Text

# Clauses deeper than this are parse errors; the bound keeps odd trees cheap.
DEEPEST = 12


def tense_at(text: Text, token: int) -> str:
    """ "past", "present", "future", "open" (may happen, is meant to happen), or "" where no verb governs the token."""
    verb = _said_of(text, token)
    if verb is None:
        verb = governing_verb(text, token)
    return tense_of(text, verb) if verb is not None else ""


def _said_of(text: Text, token: int) -> int | None:
    """The verb of a relative clause about the date or its noun: "a summit in November, when the two sat down"."""
    after = token + 2 if text.words[token + 1 : token + 2] == [","] else token + 1
    if text.words[after : after + 1] == ["when"] and text.heads[after] > after:
        return text.heads[after]
    for _ in range(DEEPEST):
        if text.tags[token][:1] == "V":
            return None
        clause = next((child for child in text.children[token] if text.deps[child] == "acl:relcl"), None)
        if clause is not None or text.heads[token] == token:
            return clause
        token = text.heads[token]
    return None


def governing_verb(text: Text, token: int) -> int | None:
    """The nearest verb, or word with a copula, on the way from a token to the root of its sentence."""
    for _ in range(DEEPEST):
        if text.tags[token][:1] == "V" or any(text.deps[child] == "cop" for child in text.children[token]):
            return token
        head = text.heads[token]
        if head == token:
            return None
        token = head
    return None


def tense_of(text: Text, verb: int, depth: int = 0) -> str:
    """The tense of one clause, by its auxiliaries first; an infinitive takes that of the clause it hangs on."""
    words, deps = text.words, text.deps
    helpers = [child for child in text.children[verb] if deps[child][:3] in ("aux", "cop")]
    low = {words[child].lower() for child in helpers}
    if low & _modals("future"):
        return "future"
    if {"were", "to"} <= low:
        return "open"
    if low & {"had", "has", "have", "did", "was", "were", "been"} - ({"have"} if low & {"to"} else set()):
        return "past"
    if low & {"would", "'d", "’d"}:
        return "future" if _is_reported(text, verb) and not is_conditional(text, verb) else "present"
    if low & _modals("open"):
        return "open"
    tag = text.tags[verb]
    if tag == "VBD" or (tag in ("VBN", "JJ") and not helpers):
        return "past"
    if low & {"am", "is", "are", "'s", "’s", "'re", "’re", "be", "do", "does"}:
        return "present"
    if tag in ("VBZ", "VBP"):
        return "present"
    head = text.heads[verb]
    if head == verb or depth > DEEPEST:
        return "present"
    above = governing_verb(text, head)
    # The tagger takes rare verbs behind "to" for participles now and then.
    if tag in ("VB", "VBG") and "to" in {words[child].lower() for child in text.children[verb]}:
        is_tried = text.lemmas[head] == "seek" and tag == "VB" and text.tags[head] in ("VBD", "VBN")
        if not is_tried and (text.lemmas[head] in announcing() or words[head].lower() in announcing()):
            return "future"
        outer = tense_of(text, above, depth + 1) if above is not None else ""
        return "open" if outer == "present" else outer
    return tense_of(text, above, depth + 1) if above is not None else "present"


def is_conditional(text: Text, verb: int) -> bool:
    """Whether the clause rests on another one with "if", "unless" or "were …"."""
    return any(
        text.deps[child] == "advcl" and any(text.words[w].lower() in _conditions() for w in text.children[child])
        for child in text.children[verb]
    )


def _is_reported(text: Text, verb: int) -> bool:
    """Whether the clause is the content of a verb, as after "said that"."""
    return text.deps[verb] in ("ccomp", "conj", "parataxis", "acl") and text.heads[verb] != verb


def announcing() -> dict[str, str]:
    """Words that say that what their infinitive names is still to come: "firm" or "open"."""
    return lexicon.table("announcing_words")


@cache
def _modals(kind: str) -> frozenset[str]:
    return frozenset(word for word, value in lexicon.table("modal_verbs").items() if value == kind)


@cache
def _conditions() -> frozenset[str]:
    return lexicon.words("condition_words")

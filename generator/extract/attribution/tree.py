"""Questions that the finders ask of a text's trees: whose verb is this, how far does this phrase reach."""

from __future__ import annotations

from generator import lexicon
from generator.model import Text

Range = tuple[int, int]
"""Token numbers `[first, last)`."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_PASSIVE = frozenset({"aux:pass", "nsubj:pass"})
# A verb may borrow its subject from the verb above it; deeper chains are parsing errors more often than prose.
_MAX_CLIMB = 4


def child(text: Text, token: int, *deps: str) -> int | None:
    """The first dependent with one of these labels."""
    for c in text.children[token]:
        if text.deps[c] in deps:
            return c
    return None


def is_passive(text: Text, verb: int) -> bool:
    """Whether a form of "be" makes it passive, or it is a bare participle that modifies something."""
    if text.tags[verb] != "VBN":
        return False
    if child(text, verb, "aux:pass", "nsubj:pass") is not None:
        return True
    if text.deps[verb] == "conj":
        return child(text, verb, "aux", "nsubj") is None and is_passive(text, text.heads[verb])
    return text.deps[verb] in ("acl", "advcl") and child(text, verb, "nsubj", "aux") is None


def subject(text: Text, verb: int) -> int | None:
    """The head word of what does `verb`: its own subject, or one that it shares with the verb or noun above it.

    None for passives: their subject does not speak.
    """
    if is_passive(text, verb):
        return None
    own = _own_subject(text, verb)
    return own if own is not None else _shared_subject(text, verb)


def _own_subject(text: Text, verb: int) -> int | None:
    """The last one in front of the verb: of "the treaty, the lawyers said, …" the tree likes to hang both on it."""
    own = None
    for c in text.children[verb]:
        if text.deps[c] in _SUBJECTS and (own is None or c < verb):
            own = c
    return own


def _shared_subject(text: Text, verb: int) -> int | None:
    token = verb
    for _ in range(_MAX_CLIMB):
        head, dep = text.heads[token], text.deps[token]
        if head == token or dep in ("ccomp", "advcl:relcl"):
            return None
        if dep in ("acl", "acl:relcl"):
            return head
        if dep == "xcomp" and text.lemmas[head] not in lexicon.words("promise_verbs"):
            addressee = child(text, head, "obj", "iobj")
            if addressee is not None and addressee < token:
                return addressee
        found = child(text, head, "nsubj:pass", *_SUBJECTS)
        if found is not None and found != token:
            if token != verb or dep == "conj":
                return _past_aside(text, verb, head, found)
            return found
        token = head
    return None


def _past_aside(text: Text, verb: int, clause: int, found: int) -> int:
    """ "The mayor, who has served since May, called …": the tree likes to hang the second verb on the first one."""
    if text.tags[found] in ("WP", "WDT") and text.words[verb - 1] == "," and text.deps[clause] == "acl:relcl":
        return text.heads[clause]
    return found


def agent(text: Text, verb: int) -> int | None:
    """The head word after "by" of a passive."""
    if text.tags[verb] != "VBN":
        return None
    for c in text.children[verb]:
        if c > verb and (text.deps[c] == "obl:agent" or (text.deps[c] == "obl" and preposition(text, c) == "by")):
            return c
    return None


def preposition(text: Text, noun: int) -> str | None:
    """The case word of a noun phrase, lower case; of "according to" the first word."""
    for c in text.children[noun]:
        if c > noun:
            return None
        if text.deps[c] == "case":
            return text.words[c].lower()
    return None


_BEFORE = frozenset({"case", "mark", "cc", "punct"})
_NOT_NOMINAL = frozenset({"parataxis", "advcl", "cop", "aux", "aux:pass"})


def phrase(text: Text, head: int) -> Range:
    """A noun phrase from its determiner to its last apposition or relative clause; its own preposition is left out."""
    first, last = text.edges[head]
    for c in text.children[head]:
        if c < head and text.deps[c] in _BEFORE:
            first = max(first, text.edges[c][1])
        elif c > head and text.deps[c] in _NOT_NOMINAL:
            last = min(last, text.edges[c][0])
    return trim(text, (min(first, head), max(last, head + 1)))


def trim(text: Text, tokens: Range) -> Range:
    """The range without punctuation at its edges; empty when it holds nothing else."""
    first, last = tokens
    while first < last and not has_letter(text.words[first]):
        first += 1
    while last > first and not has_letter(text.words[last - 1]):
        last -= 1
    return first, last


def has_letter(word: str) -> bool:
    return word.isalnum() or any(c.isalnum() for c in word)

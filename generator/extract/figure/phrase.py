"""An amount in, the phrase round it out: "an estimated", what is counted, "a year", "over a decade"."""

from __future__ import annotations

from functools import cache

from generator import lexicon

# What is counted is named within so many words ("private sector jobs"); more is a sentence's tail.
LONGEST = 7
_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "CD", "HYPH", ":", "POS", "NN", "NNS", "NNP", "NNPS"})


def phrase_start(low: list[str], at: int, first: int) -> int:
    """Where "more than", "an estimated" before a number begins; not before word `first`."""
    moved = True
    while moved:
        moved = False
        for length in (3, 2, 1):
            if at - length >= first and tuple(low[at - length : at]) in _openers():
                at, moved = at - length, True
                break
    return at


def measured_start(low: list[str], tags: list[str], at: int, first: int) -> int:
    """Where what is measured begins in "the average tax increase of $78,000"; `at` where nothing is."""
    if at - 2 < first or low[at - 1] != "of" or tags[at - 2] not in ("NN", "NNS"):
        return at
    start = at - 2
    while start > first and at - start < LONGEST and tags[start - 1] in ("NN", "JJ", "JJR", "JJS"):
        start -= 1
    return start


def noun_end(low: list[str], tags: list[str], at: int, last: int, *, may_open: bool = False) -> int:
    """The end of the noun phrase at word `at`, with a determiner if it `may_open`; `at` where none begins."""
    end = at
    seen_noun = False
    for token in range(at, min(last, at + LONGEST)):
        word, tag = low[token], tags[token]
        if may_open and token == at and tag in ("DT", "PDT", "PRP$"):
            continue
        if tag not in _BEFORE_NOUN or word in (":", "--", "—", "–", "...") or _is_time(low, token, last):
            break
        if tag[:2] == "NN" and word[:1].isalnum():
            end, seen_noun = token + 1, True
        elif seen_noun and (tag[:2] in ("VB", "CD") or tag[:2] == "JJ"):
            break
    return end


def tail_end(low: list[str], tags: list[str], at: int, last: int, *, of_money: bool) -> int:
    """The end of "of all tomatoes", "in lost output", "a year", "over 10 years" after what is counted."""
    if at < last and low[at] in ("worth",):
        at += 1
    if at < last and low[at] == "of":
        end = noun_end(low, tags, at + 1, last, may_open=True)
        at = end if end > at + 1 else at
    if of_money and at < last and low[at] == "in":
        end = noun_end(low, tags, at + 1, last)
        if end > at + 1 and tags[end - 1] in ("NN", "NNS") and tags[at + 1] != "DT" and not _is_time(low, at + 1, last):
            at = end
    return _period_end(low, at, last)


def _period_end(low: list[str], at: int, last: int) -> int:
    units = lexicon.table("time_units")
    if at + 1 < last and low[at] in ("a", "an", "per", "each", "every") and low[at + 1] in units:
        return at + 2
    if at < last and low[at] in ("annually", "yearly", "monthly", "weekly", "daily", "apiece"):
        return at + 1
    if at < last and low[at] == "over":
        for token in range(at + 2, min(last, at + 5)):
            if low[token] in units:
                return token + 1
    return at


def _is_time(low: list[str], at: int, last: int) -> bool:
    """Whether a date begins here: "last week", "Monday"."""
    if low[at] in lexicon.table("weekdays") or (low[at] in lexicon.table("months") and low[at] not in ("may", "march")):
        return True
    return low[at] in lexicon.table("date_relations") and at + 1 < last and low[at + 1] in lexicon.table("time_units")


@cache
def _openers() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(entry.split()) for entry in lexicon.words("quantity_openers"))

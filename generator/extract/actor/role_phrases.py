"""The record of a role as printed, and how far the phrase goes that states one."""

from __future__ import annotations

from dataclasses import dataclass

from generator import lexicon
from generator.model import Text

# A role longer than this is a parser's slip; the longest in briefing dev has 24 words.
LONGEST = 30
# Ranks of the patterns, the best first. What is said of somebody in passing ("her rival, Bo Ek") ranks last.
APPOSITION, ONE_OF, TITLE, COPULA, CLAUSE, IN_PASSING = range(6)


@dataclass(frozen=True, slots=True)
class Role:
    """Tokens `[first, last)` that say who somebody is, and the noun that heads them."""

    first: int
    last: int
    head: int
    rank: int
    """0 best; the constants of this module."""
    is_plural: bool = False
    """The last word is the plural of two people's role: "senators Ann Lee and Bo Ek"."""


def is_role_noun(text: Text, token: int) -> bool:
    lemma = text.lemmas[token]
    lists = ("people_nouns", "titles", "official_nouns", "expert_nouns")
    return any(lemma in lexicon.words(name) for name in lists) or (
        # "Sussman" is a name.
        text.words[token].islower() and lemma.endswith(("man", "woman"))
    )


_BETWEEN_NOUNS = frozenset({"HYPH", "POS", "JJ", "JJS", "RBS", "CC", "CD"})
_BEFORE_NOUN = frozenset({"DT", "JJ", "PRP$", "HYPH", "AFX", "RB", "VBN", "JJS", "CD", "POS", "VBG", "IN"})


def _closes(text: Text, token: int) -> bool:
    return token >= len(text) or text.tags[token] in ("IN", ",", ".")


def head_noun(text: Text, start: int, last: int) -> int | None:
    """The noun that heads the phrase starting at `start`; None where no such phrase starts there."""
    here = start
    noun = None
    while here < min(last, start + 9):
        tag, word = text.tags[here], text.words[here]
        if tag.startswith("NN") or (tag == "JJ" and word in lexicon.words("people_nouns") and _closes(text, here + 1)):
            # "A senior fellow at …": tagged as an adjective now and then.
            if noun is not None and word.lower() in lexicon.table("day_words"):
                break  # "a broker today"
            noun = here
        elif (
            noun is not None and tag not in _BETWEEN_NOUNS and not (tag == "VBN" and text.tags[here - 1] == "HYPH")
        ) or ((noun is None and tag not in _BEFORE_NOUN) or (word in (",", "and") and noun is not None)):
            break
        elif noun is None and tag == "IN" and (here == start or word.lower() == "of"):
            # "A top outside adviser" has its noun still to come.
            return None
        elif tag == "CC":
            break
        here += 1
    return noun


def end_of(text: Text, head: int, last: int) -> int:
    """End of the phrase: the comma, bracket or full stop that closes it at its own level, or the head's own verb."""
    end = max(text.edges[head][1], head + 1)
    here = head + 1
    while here < min(last, head + LONGEST):
        word, tag = text.words[here], text.tags[here]
        if word in _CLOSING or (tag in ("VBD", "VBZ", "MD") and here >= end and not _goes_on(text, head, here)):
            break
        if word == ",":
            return _end_of_gloss(text, here, last) or here
        here += 1
    return here


def _goes_on(text: Text, head: int, verb: int) -> bool:
    """Whether a verb is still told of the noun: "an economist who served in the Senate and is now at a bank"."""
    if text.tags[verb - 1] in ("WP", "WDT"):
        return True
    return text.tags[verb - 1] == "CC" and "WP" in text.tags[head + 1 : verb]


_CLOSING = frozenset((".", ";", ":", "”", '"', ")", "(", "—", "--", "“"))


def _end_of_gloss(text: Text, comma: int, last: int) -> int | None:
    """ "The publisher of Dawn, a literary journal, said": what the last name of a role is belongs to the role."""
    if not text.words[comma - 1][0].isupper() or text.words[comma + 1 : comma + 2] not in (["a"], ["an"]):
        return None
    noun = head_noun(text, comma + 1, last)
    if noun is None or text.tags[noun] != "NN" or is_role_noun(text, noun):
        return None
    if text.lemmas[noun] not in lexicon.words("organization_words"):
        return None
    end = noun + 1
    while end < min(last, comma + LONGEST // 2) and text.words[end] not in _CLOSING and text.words[end] != ",":
        end += 1
    return end if end < last and text.words[end] in (",", ".") else None

"""A lower-case word in, the stem that its family shares out: "hackers", "hacking" and "hacked" are one matter."""

from __future__ import annotations

from functools import lru_cache

# Longest first. The number is the least length of what must remain: short words keep their endings ("nation",
# "mining" against "mine" are told apart no better, and need not be).
_ENDINGS = (
    ("ization", 4),
    ("isation", 4),
    ("keeping", 4),
    ("keeper", 4),
    ("ically", 4),
    ("ation", 4),
    ("istic", 4),
    ("atory", 4),
    ("ating", 4),
    ("ated", 4),
    ("ator", 4),
    ("ate", 4),
    ("ism", 4),
    ("ist", 4),
    ("ant", 4),
    ("ion", 4),
    ("ing", 3),
    ("ory", 5),
    ("ive", 5),
    ("ity", 5),
    ("ed", 3),
    ("er", 4),
    ("or", 5),
    ("al", 5),
    ("ic", 5),
    ("y", 6),
    ("e", 4),
)
_PREFIXES = ("counter", "anti", "cyber")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """One ending and one prefix cut off; a word of other letters, or a short one, comes back as it is.

    A rough cut is enough here: stems are compared within one article, never shown.
    """
    if not word.isascii():
        return word
    word = _singular(word)
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 4:
            word = word[len(prefix) :].lstrip("-")
            break
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            rest = word[: -len(ending)]
            doubled = len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "aeiousl"
            return rest[:-1] if doubled else rest
    return word


def _singular(word: str) -> str:
    if word.endswith("'s"):
        return word[:-2]
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("xes", "ches", "shes", "sses")) else word[:-1]

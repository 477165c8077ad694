"""A word and its tag in, its lemma out. The treebanks' licence-clean columns have none, so endings are undone here."""

from __future__ import annotations

from functools import lru_cache

from generator import lexicon

_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})


@lru_cache(maxsize=65536)
def lemma(word: str, tag: str) -> str:
    """Lower-case base form; the word itself, lower-cased, for everything but verbs and plural nouns."""
    lower = word.lower()
    if tag in _VERB_TAGS:
        return _verb(lower)
    if tag == "NNS":
        return _noun(lower)
    return lower


def _verb(word: str) -> str:
    irregular = lexicon.table("irregular_verbs").get(word)
    if irregular:
        return irregular
    for ending, candidates in (
        ("ies", lambda s: (s + "y",)),
        ("ied", lambda s: (s + "y",)),
        ("sses", lambda s: (s + "ss",)),
        ("ches", lambda s: (s + "ch",)),
        ("shes", lambda s: (s + "sh",)),
        ("xes", lambda s: (s + "x",)),
        ("ed", _stems),
        ("ing", _stems),
        ("s", lambda s: (s,)),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1 and not word.endswith(("ss", "us", "is")):
            return str(candidates(word[: -len(ending)])[0])
    return word


def _stems(stem: str) -> tuple[str]:
    """What stood before "-ed" or "-ing": a dropped "e" restored, a doubled consonant undone.

    A single consonant behind a single vowel would have been doubled ("hopping"), so "hoping" is from "hope".
    """
    verbs = lexicon.words("verbs")
    has_dropped = len(stem) > 2 and stem[-1] not in "aeiouwxy" and stem[-2] in "aeiou" and stem[-3] not in "aeiou"
    candidates = [stem, stem + "e", stem[:-1]] if not has_dropped else [stem + "e", stem, stem[:-1]]
    for candidate in candidates:
        if candidate in verbs and (candidate != stem[:-1] or stem[-2:-1] == stem[-1:]):
            return (candidate,)
    return (stem,)


def _noun(word: str) -> str:
    irregular = {"people": "person", "men": "man", "women": "woman", "children": "child"}.get(word)
    if irregular:
        return irregular
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word

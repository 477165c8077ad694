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
    """What stood before "-ed" or "-ing": a doubled consonant undone, a dropped "e" restored."""
    verbs = lexicon.words("verbs")
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiouls" and stem not in verbs:
        return (stem[:-1],)
    if stem in verbs:
        return (stem,)
    if stem + "e" in verbs:
        return (stem + "e",)
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in verbs:
        return (stem[:-1],)
    if not any(c in "aeiouy" for c in stem):
        return (stem + "e",)
    if stem.endswith(
        ("c", "v", "z", "u", "iz", "is", "ag", "dg", "rg", "ng", "as", "os", "us", "ys", "at", "ut", "ot")
    ):
        return (stem if stem.endswith(("eat", "oot", "out", "ing", "ong", "ang", "aus")) else stem + "e",)
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

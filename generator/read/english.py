"""The paragraphs of an article in; whether they can be English out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.lexicon import words

# The least share of such words: of 960 English news articles the poorest, a row of tweets, has 8 %; the same report in
# German, French, Spanish, Italian, Danish, Dutch and Russian has 2 % at most (tests/read/test_english.py).
LEAST = 0.04
# Letters of which a shorter text can be all names.
FEWEST_LETTERS = 150
_WORD = re.compile(r"[^\W\d_]+")


def may_be_english(paragraphs: Iterable[str]) -> bool:
    """False only where there is enough text to tell, and hardly a word that English prose is full of."""
    found = _WORD.findall(" ".join(paragraphs).lower())
    if sum(map(len, found)) < FEWEST_LETTERS:
        return True
    known = words("english_alone")
    return sum(word in known for word in found) >= LEAST * len(found)

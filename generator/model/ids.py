"""Stable ids: the same first words get the same id in every build, wherever they stand in the article."""

from __future__ import annotations

import hashlib
import re

# Six hex digits: with 300 findings of a kind in one article, two share an id once in 370 articles; then the later one
# gets a longer id.
SHORTEST = 6
# As many as tell the statements of one article apart: two of 670 in 31 articles begin with the words of another one.
FIRST_WORDS = 6


def stable_id(prefix: str, words: str, taken: set[str]) -> str:
    """`prefix-1a2b3c` from the letters and digits of the first words; the new id is added to `taken`.

    A word that is changed further on changes no id. What begins like another finding gets its id from all of its words;
    the same words a second time get "-2", "-3" … in reading order.
    """
    letters = re.sub(r"[\W_]+", " ", words.casefold()).split()
    name = f"{prefix}-{_digest(letters[:FIRST_WORDS])}"
    if name in taken and len(letters) > FIRST_WORDS:
        name = f"{prefix}-{_digest(letters)}"
    if name in taken:
        name = f"{name}-{_first_free(name, taken)}"
    taken.add(name)
    return name


def _digest(letters: list[str]) -> str:
    return hashlib.sha256(" ".join(letters).encode("utf-8", "replace")).hexdigest()[:SHORTEST]


def _first_free(name: str, taken: set[str]) -> int:
    """In few steps where thousands have the same words: by doubling, then by halving what lies between."""
    low, high = 1, 2
    while f"{name}-{high}" in taken:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if f"{name}-{middle}" in taken else (low, middle)
    return high

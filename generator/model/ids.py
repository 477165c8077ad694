"""Stable ids: the same words get the same id in every build, wherever they stand in the article."""

from __future__ import annotations

import hashlib
import re

# Six hex digits: with 300 findings of a kind in one article, two share an id once in 370 articles; then the later one
# gets a longer id.
SHORTEST = 6


def stable_id(prefix: str, words: str, taken: set[str]) -> str:
    """`prefix-1a2b3c` from the letters and digits of `words`; the new id is added to `taken`.

    The same words a second time get "-2", "-3" … in reading order.
    """
    letters = re.sub(r"[\W_]+", " ", words.casefold()).strip()
    digest = hashlib.sha256(letters.encode("utf-8", "replace")).hexdigest()[:SHORTEST]
    name, number = f"{prefix}-{digest}", 2
    while name in taken:
        name, number = f"{prefix}-{digest}-{number}", number + 1
    taken.add(name)
    return name

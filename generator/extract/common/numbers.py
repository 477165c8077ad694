"""Words in, a number out: "six million", "4.8", "twenty - five", "two dozen"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator import lexicon


def number_at(low: Sequence[str], first: int, last: int) -> tuple[float, int] | None:
    """The number that starts at word `first` of lower-case words, and the place after it; None where none starts.

    "a" and "an" are numbers only before a scale ("a million"). Never reads beyond `last`.
    """
    simple, scales = _simple(), _scales()
    total = part = 0.0
    at, seen = first, False
    while at < last:
        word = low[at]
        if word[0].isdigit():
            value = _digits(word)
            if value is None or seen:
                break
            part, seen = value, True
        elif word in scales:
            if not seen and part == 0:
                break
            if scales[word] >= 1000:
                total, part = total + (part or 1) * scales[word], 0.0
            else:
                part = (part or 1) * scales[word]
            seen = True
        elif word in simple:
            if word in ("a", "an") and (seen or at + 1 >= last or low[at + 1] not in scales):
                break
            if seen and not (part >= 20 and part % 10 == 0 and simple[word] < 100) and part:
                break
            part, seen = part + simple[word], True
        elif not (word in ("-", "and") and _joins(low, at, last, part)):
            break
        at += 1
    return (total + part, at) if seen else None


def _digits(word: str) -> float | None:
    """ "1,200" and "4.8"; None for "2nd", "9/11" and "10:30"."""
    plain = word.replace(",", "")
    try:
        return float(plain) if plain[-1].isdigit() and plain.isascii() else None
    except ValueError:
        return None


def _joins(low: Sequence[str], at: int, last: int, part: float) -> bool:
    """ "twenty - five", "two hundred and fifty"."""
    if at + 1 >= last or low[at + 1] not in _simple() or low[at + 1] in ("a", "an"):
        return False
    value = _simple()[low[at + 1]]
    return (low[at] == "-" and 20 <= part <= 90 and value < 10) or (low[at] == "and" and part >= 100 and value < 100)


@cache
def _simple() -> dict[str, int]:
    return {word: int(value) for word, value in lexicon.table("number_words").items()}


@cache
def _scales() -> dict[str, int]:
    return {word: int(value) for word, value in lexicon.table("number_scales").items()}

"""Words at a number in, the amount out: a number with its unit, as a share, a sum of money, a ratio or a count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator import lexicon
from generator.extract.common.numbers import number_at

# "$5m", "915million": a number glued to its scale.
_GLUED = re.compile(r"\d[\d,.]*(?:trillion|billion|million|thousand|bn|tn|m|b|k)$")
LARGE = 10**6


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, which ends before token `last`."""

    first: int
    last: int
    value: float
    kind: str
    """ "money", "share" (percent, fraction, ratio), "compound" ("28-nation"), "range" (of bare numbers), "vague"
    ("hundreds of"), "count"."""


def amount_at(low: list[str], at: int, first: int, last: int) -> Amount | None:
    """The amount whose number starts at word `at` of the sentence `[first, last)`; None where there is none."""
    before = low[at - 1] if at > first else ""
    if low[at] in lexicon.words("vague_numbers"):
        return _vague(low, at, last)
    if low[at] in lexicon.words("fraction_words"):
        return _fraction(low, at, before, last)
    found = _number(low, at, before, last)
    if found is None:
        return None
    value, end = found
    if end < last and before in lexicon.words("money_signs") and low[end].rstrip(".") in lexicon.words("scale_letters"):
        end += 1
    is_scale = low[at] in lexicon.table("number_scales")
    start = at - 1 if is_scale or before in lexicon.words("money_signs") else at
    after = low[end] if end < last else ""
    if after == "-" and end + 1 < last and low[end + 1] in lexicon.words("fraction_words"):
        return Amount(start, end + 2, value, "share")
    if after in lexicon.words("fraction_words") and after not in ("half", "twice"):
        return Amount(start, end + 1, value, "share")
    kind, end = _unit(low, end, last, "money" if start < at and not is_scale else "count")
    ratio = _ratio(low, end, last)
    if ratio:
        return Amount(start, ratio, value, "share")
    return _range(low, Amount(start, end, value, kind), first, last)


def _number(low: list[str], at: int, before: str, last: int) -> tuple[float, int] | None:
    found = number_at(low, at, last)
    if found is not None and found[1] == at + 1 and _is_year(low[at]) and before not in lexicon.words("money_signs"):
        after = low[at + 1] if at + 1 < last else ""
        if after not in ("percent", "%") and after not in lexicon.words("money_words"):
            return None
    if found is not None:
        return found
    if _GLUED.match(low[at]) and (before in lexicon.words("money_signs") or low[at][-2:] in ("on", "nd", "bn", "tn")):
        return LARGE, at + 1
    if low[at] in lexicon.table("number_scales") and before in ("a", "an"):
        return float(lexicon.table("number_scales")[low[at]]), at + 1
    return None


def _unit(low: list[str], end: int, last: int, kind: str) -> tuple[str, int]:
    """The kind of an amount, and where its unit ends."""
    after = low[end] if end < last else ""
    if after in ("percent", "%", "pct"):
        return "share", end + 1
    following = low[end + 1] if end + 1 < last else ""
    if after == "per" and following == "cent":
        return "share", end + 2
    if after == "percentage" and following in ("point", "points"):
        return "share", end + 2
    if after in lexicon.words("money_words"):
        return "money", end + 1
    return kind, end


def _ratio(low: list[str], end: int, last: int) -> int:
    """Where "of 10", "in five", "out of every 100" ends; 0 where none follows."""
    at = end
    if at < last and low[at] == "out":
        at += 1
    if at >= last or low[at] not in ("of", "in"):
        return 0
    is_of = low[at] == "of"
    at += 1
    is_each = at < last and low[at] in ("every", "each", "the", "its", "their")
    at += is_each
    at += at < last and low[at] in lexicon.words("money_signs")
    found = number_at(low, at, last) if at < last else None
    if found is None or not (is_of or is_each or _is_small(found[0])) or _is_year(low[at]):
        return 0
    return found[1]


def _range(low: list[str], amount: Amount, first: int, last: int) -> Amount:
    """The same with its upper end: "5 percent to 25 percent", "28-nation" as a compound."""
    at = amount.last
    is_between = amount.first > first and low[amount.first - 1] == "between"
    if at + 1 >= last or low[at] not in (("and",) if is_between else ("to", "-", "–", "or")):
        return amount
    second = at + 1 + (low[at + 1] in lexicon.words("money_signs"))
    found = number_at(low, second, last) if second < last else None
    if found is None:
        is_word = low[at] == "-" and low[at + 1][:1].isalpha()
        return Amount(amount.first, at + 2, amount.value, "compound") if is_word else amount
    kind, end = _unit(low, found[1], last, "money" if second > at + 1 else amount.kind)
    if kind == "count" and low[at] in ("-", "–"):
        kind = "range"
    return Amount(amount.first - is_between, end, max(amount.value, found[0]), kind)


def _vague(low: list[str], at: int, last: int) -> Amount | None:
    """ "hundreds of thousands"; what they count has to follow after "of"."""
    end = at + 1
    while end + 1 < last and low[end] == "of" and low[end + 1] in lexicon.words("vague_numbers"):
        end += 2
    return Amount(at, end, LARGE, "vague") if end + 1 < last and low[end] == "of" else None


def _fraction(low: list[str], at: int, before: str, last: int) -> Amount | None:
    """ "half of", "half the", "a third of", "twice as many"."""
    after = low[at + 1] if at + 1 < last else ""
    if low[at] == "twice":
        is_many = after == "as" and at + 2 < last and low[at + 2] in ("many", "much")
        return Amount(at, at + 3, 2, "share") if is_many else None
    if low[at] == "half":
        return Amount(at, at + 1, 0.5, "share") if after in ("of", "the", "a", "all", "its", "their") else None
    return Amount(at - 1, at + 1, 0.3, "share") if before in ("a", "one") and after == "of" else None


def _is_small(value: float) -> bool:
    """Whether "one in …" of it is a share: "one in five", "1 in 10,000", not "seven in 2016"."""
    return value >= 2 and value == int(value)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2100


@cache
def starters() -> frozenset[str]:
    """Words other than digits that an amount starts with."""
    return (
        frozenset(lexicon.table("number_words")) - {"a", "an"}
        | frozenset(lexicon.table("number_scales"))
        | lexicon.words("vague_numbers")
        | lexicon.words("fraction_words")
    )

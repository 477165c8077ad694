"""The paragraphs that name each issue in, those that deal with it out: with what stands between them and goes on."""

from __future__ import annotations

from collections.abc import Sequence

# Of annotators' paragraphs of an issue, by where they stand beside those that name it (31 gold articles): between two
# of them 4 in 10, behind or before one where no other issue is named 3 in 10, behind the last of so few 4 in 10;
# elsewhere 1 in 10.
FEW = 2


def deal_with(naming: Sequence[frozenset[int]], size: int) -> list[frozenset[int]]:
    """For each issue, in the given order, its paragraphs out of `size`.

    `naming`: for each issue the paragraphs that name it. A paragraph that names no issue is about its neighbours'.
    """
    named = frozenset[int]().union(*naming)
    return [own | _added(own, named, size) for own in naming]


def _added(own: frozenset[int], named: frozenset[int], size: int) -> frozenset[int]:
    beside = {n + step for n in own for step in (-1, 1)} - own
    return frozenset(n for n in beside if 0 <= n < size and _belongs(n, own, named))


def _belongs(paragraph: int, own: frozenset[int], named: frozenset[int]) -> bool:
    follows, precedes = paragraph - 1 in own, paragraph + 1 in own
    return paragraph not in named or (follows and (precedes or len(own) <= FEW))

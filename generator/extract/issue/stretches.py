"""The paragraphs that name each issue in, those that deal with it out: with what stands between them and goes on."""

from __future__ import annotations

from collections.abc import Sequence

# Of paragraphs beside those that name an issue, annotators (31 gold articles) count with it: between two of them 4 in
# 10, behind one where no other issue is named 3 in 10, behind the last of so few 4 in 10; elsewhere 1 in 10. What
# stands before one is left out, though 3 in 10 are right: a reader takes a paragraph to go on, not to run ahead.
FEW = 2


def deal_with(naming: Sequence[frozenset[int]], size: int) -> list[frozenset[int]]:
    """For each issue, in the given order, its paragraphs out of `size`.

    `naming`: for each issue the paragraphs that name it. A paragraph that names none goes on about the last one's.
    """
    named = frozenset[int]().union(*naming)
    return [own | _added(own, named, size) for own in naming]


def _added(own: frozenset[int], named: frozenset[int], size: int) -> frozenset[int]:
    behind = {n + 1 for n in own if n + 1 < size} - own
    return frozenset(n for n in behind if n not in named or n + 1 in own or len(own) <= FEW)

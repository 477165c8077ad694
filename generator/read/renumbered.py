"""A sidecar's numbers of paragraphs in, those out that meant another paragraph when their line was written.

A paragraph added to an article moves all later numbers. What an editor has filed under "p7" must not go to another
paragraph without a word: where git has the article as the editor saw it, the two are compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from generator.model import Paragraph, Written
from generator.read.history import Commit, content_at

_NUMBERS = re.compile(r"p([1-9][0-9]*)(?:-p([1-9][0-9]*))?")
# How much of their words two versions of one paragraph share: more than half of it may be written anew.
ALIKE = 0.4
# Characters that are compared; enough to tell paragraphs apart, and quick for very long ones.
COMPARED = 600

Paragraphs = Callable[[bytes], tuple[str, ...]]


def with_renumbered(
    path: Path,
    corrections: Mapping[str, Any],
    written: dict[tuple[str, ...], Written],
    commits: Mapping[int, Commit],
    now: tuple[str, ...],
    paragraphs_of: Paragraphs,
) -> dict[tuple[str, ...], Written]:
    """`written` with what numbers of paragraphs meant, where that is not what they mean in the article of `now`."""
    earlier: dict[str, tuple[str, ...]] = {}
    found = dict(written)
    for keys, numbers in _numbers_in(corrections, ()):
        place = written.get(keys)
        commit = commits.get(place.line) if place else None
        if place is None or commit is None:
            continue
        if commit.id not in earlier:
            content = content_at(path, commit.id)
            earlier[commit.id] = paragraphs_of(content) if content is not None else now
        then = earlier[commit.id]
        moved = {f"p{n}": then[n - 1] for n in numbers if n <= len(then) and not _is_same(then, now, n - 1)}
        if moved:
            found[keys] = replace(place, renumbered=moved)
    return found


def _numbers_in(value: Any, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], range]]:
    """Every value that is a number of a paragraph, or a range of them."""
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from _numbers_in(item, (*keys, str(name)))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _numbers_in(item, (*keys, str(number)))
    elif isinstance(value, str) and (found := _NUMBERS.fullmatch(value)):
        first = int(found[1][:7])
        yield keys, range(first, min(int((found[2] or found[1])[:7]), first + MOST) + 1)


# No article that we take has more paragraphs.
MOST = 1_000_000


def _is_same(then: tuple[str, ...], now: tuple[str, ...], number: int) -> bool:
    if number >= len(now):
        return False
    old, new = then[number][:COMPARED], now[number][:COMPARED]
    return old == new or SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio() >= ALIKE


def words_of(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[str, ...]:
    """Each paragraph on one line."""
    return tuple(" ".join(p.span.of(text).split()) for p in paragraphs)

"""Word lists as data: `lexicon/<language>/NAME.txt`, one entry a line, `#` comments, opened by what belongs there,
source and licence."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words(name: str, language: str = "en") -> frozenset[str]:
    """Every entry of a list. Raises FileNotFoundError for a list that is not there."""
    return frozenset(_lines(name, language))


@cache
def entries(name: str, language: str = "en") -> tuple[str, ...]:
    """Every entry of a list in its order, for lists where order counts (patterns)."""
    return tuple(_lines(name, language))


@cache
def table(name: str, language: str = "en") -> dict[str, str]:
    """A list of two columns split by a tab: first column to second."""
    return dict(line.split("\t", 1) for line in _lines(name, language))


def _lines(name: str, language: str) -> list[str]:
    content = (files(__package__) / language / f"{name}.txt").read_text(encoding="utf-8")
    return [line.rstrip() for line in content.splitlines() if line.strip() and not line.startswith("#")]

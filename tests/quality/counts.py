"""Counts behind each figure, and the errors that explain them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

Data = dict[str, Any]


@dataclass
class Count:
    """What one figure is made of; a false alarm and a miss are counted apart because some items may be left out."""

    given: int = 0
    right: int = 0
    wanted: int = 0
    found: int = 0

    def figures(self) -> dict[str, float]:
        """Precision, recall and their harmonic mean, in percent with one decimal; nothing given or wanted is 0."""
        p = 100 * self.right / self.given if self.given else 0.0
        r = 100 * self.found / self.wanted if self.wanted else 0.0
        return {"p": round(p, 1), "r": round(r, 1), "f1": round(2 * p * r / (p + r), 1) if p + r else 0.0}


@dataclass
class Scores:
    """Counts by name of figure, and errors as (figure, case, what) in reading order."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    errors: list[tuple[str, str, str]] = field(default_factory=list)

    def figures(self) -> dict[str, dict[str, float]]:
        return {name: count.figures() for name, count in self.counts.items()}

    def add(self, name: str, given: bool, wanted: bool, right: bool, case: str = "", what: str = "") -> None:
        """One item: given by us, wanted by gold (not optional), and whether it is right."""
        count = self.counts[name]
        count.given += given
        count.right += given and right
        count.wanted += wanted
        count.found += wanted and right
        if not right and what:
            self.errors.append((name, case, " ".join(what.split())))

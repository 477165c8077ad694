"""The figures of the last benchmark run, as data/measured.json holds them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Measure:
    """How well one thing is found on one benchmark, in percent; empty where it was not measured."""

    what: str
    benchmark: str
    precision: str
    recall: str
    f1: str


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The measures of one set of articles."""

    name: str
    measures: tuple[Measure, ...]


# Where the page with all of them stands, below docs/.
PAGE = "measured.md"
# What a reader asks first: these of the first benchmark stand on every source page.
HEADLINE = (
    "Quotations",
    "Quotations under the right name",
    "Reported statements",
    "Actors",
    "Issues",
    "Expert views",
    "Dates",
)


def benchmarks() -> tuple[Benchmark, ...]:
    """All measures by the articles that they were counted on, in the file's order."""
    found: dict[str, list[Measure]] = {}
    for measure in measures():
        found.setdefault(measure.benchmark, []).append(measure)
    return tuple(Benchmark(name, tuple(rows)) for name, rows in found.items())


@dataclass(frozen=True, slots=True)
class Chance:
    """What the signs of a finding are worth."""

    kind: str
    """"Actors"."""
    level: str
    right: int
    of: int
    benchmark: str

    @property
    def percent(self) -> str:
        return f"{100 * self.right / self.of:.0f} %"


def chances() -> tuple[Chance, ...]:
    """How often findings with each sign were right, by kind, the surest first; kinds without a sign that tells are left
    out. The file is the one that `confidence` in briefing.json is taken from."""
    data = json.loads((files("generator") / "data" / "sureness.json").read_text(encoding="utf-8"))
    found = {kind: sorted(each["levels"], key=lambda row: -row["right"] / row["of"]) for kind, each in data.items()}
    return tuple(
        Chance(kind.capitalize(), row["level"], row["right"], row["of"], data[kind]["benchmark"])
        for kind, rows in found.items()
        if len(rows) > 1
        for row in rows
    )


def headline() -> Benchmark | None:
    """What stands on every source page; None when no benchmark has been run."""
    found = benchmarks()
    if not found:
        return None
    return Benchmark(found[0].name, tuple(row for row in found[0].measures if row.what in HEADLINE))


def measures() -> tuple[Measure, ...]:
    """In the file's order; none when no benchmark has been run.

    The file: `{"measures": [{"what": "Quotations", "benchmark": "…", "precision": 0.9, "recall": 0.9, "f1": 0.9}]}`.
    """
    try:
        data = json.loads((files("generator") / "data" / "measured.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return ()
    rows = data.get("measures", ()) if isinstance(data, dict) else ()
    return tuple(_measure(row) for row in rows if isinstance(row, dict) and row.get("what"))


def _measure(row: dict[str, Any]) -> Measure:
    return Measure(
        str(row["what"]), str(row.get("benchmark", "")), *(_percent(row.get(n)) for n in ("precision", "recall", "f1"))
    )


def _percent(value: object) -> str:
    """0.912 and 91.2 both as "91.2 %"."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return f"{value * 100 if value <= 1 else value:.1f} %"

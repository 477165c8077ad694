"""Keeps the measured figures that the site's method page prints: generator/data/measured.json."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

MEASURED = Path(__file__).parents[1] / "generator" / "data" / "measured.json"


def store(benchmark: str, rows: Iterable[Mapping[str, object]], *, path: Path = MEASURED) -> None:
    """Put `rows` ("what", "precision", "recall", "f1" as shares of 1) in the place of all rows of `benchmark`.

    A benchmark keeps its place in the file; a new one comes last.
    """
    data = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"measures": []}
    new = [{"benchmark": benchmark, **row} for row in rows]
    kept = data["measures"]
    place = next((n for n, row in enumerate(kept) if row["benchmark"] == benchmark), len(kept))
    others = [row for row in kept if row["benchmark"] != benchmark]
    place = min(place, len(others))
    data["measures"] = [*others[:place], *new, *others[place:]]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

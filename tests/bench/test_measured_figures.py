"""Measured figures find their way from a scorer's JSON into the file that the method page prints."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.measure import ROWS, measure, pick
from bench.store import store


def test_a_benchmark_replaces_its_own_rows_and_keeps_its_place(tmp_path: Path) -> None:
    path = tmp_path / "measured.json"
    store("first", [{"what": "Quotations", "f1": 0.5}, {"what": "Actors", "f1": 0.6}], path=path)
    store("second", [{"what": "Quotations", "f1": 0.7}], path=path)
    store("first", [{"what": "Quotations", "f1": 0.8}], path=path)
    assert json.loads(path.read_text(encoding="utf-8"))["measures"] == [
        {"benchmark": "first", "what": "Quotations", "f1": 0.8},
        {"benchmark": "second", "what": "Quotations", "f1": 0.7},
    ]


def test_a_figure_is_found_by_its_keys() -> None:
    figures = {"metrics": {"quoted+head": {"p": 0.9}}, "total": {"kind": None}}
    assert pick(figures, "metrics/quoted+head/p") == 0.9
    assert pick(figures, "metrics/quoted+head/r") is None
    assert pick(figures, "total/kind") is None


def test_a_scorer_is_run_on_the_output_and_asked_for_json(tmp_path: Path) -> None:
    script = tmp_path / "scorer.py"
    script.write_text(
        "import json, sys\nassert sys.argv[2] == '--json'\nprint(json.dumps({'issues': {'f1': len(sys.argv[1])}}))",
        encoding="utf-8",
    )
    rows = measure(f"{sys.executable} {script} {{out}}", tmp_path, ROWS["briefing"])
    assert rows == [{"what": "Issues", "f1": float(len(str(tmp_path)))}]

"""A folder of articles and somebody's scorer in, figures for the site's method page out.

    python -m bench.measure "NAME (84 articles)" --kind quotes --texts FOLDER --scorer "python SCORER SPLIT {out}"

Every article of FOLDER is read and briefed in this process. What is found is written to a folder of its own, as
NAME.json; that folder takes the place of {out} in the scorer's command, which must print JSON when --json is added. The
figures that rows.yml names for this kind of scorer are stored under NAME in generator/data/measured.json. No benchmark
belongs to this project, so none is named here.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml

from bench.store import store
from generator.contract import to_data
from generator.pipeline import brief_all
from generator.read import read_article

ROWS: dict[str, dict[str, dict[str, str]]] = yaml.safe_load((Path(__file__).parent / "rows.yml").read_text("utf-8"))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.measure", description=__doc__.splitlines()[0])
    parser.add_argument("name", help="what the method page calls the benchmark")
    parser.add_argument("--kind", choices=sorted(ROWS), required=True, help="which rows of rows.yml")
    parser.add_argument("--texts", type=Path, required=True, help="folder of NAME.txt")
    parser.add_argument("--scorer", required=True, help="command with {out} in it")
    parser.add_argument("--keep", type=Path, help="folder for the output (otherwise deleted)")
    parser.add_argument("--dry-run", action="store_true", help="print the figures, store nothing")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        out = arguments.keep or Path(scratch)
        print(extract(arguments.texts, out))
        rows = measure(arguments.scorer, out, ROWS[arguments.kind])
    for row in rows:
        print(row)
    if not arguments.dry_run:
        store(arguments.name, rows)


def extract(texts: Path, out: Path) -> str:
    """Writes NAME.json for each NAME.txt; says how many words a second, model and all, after loading."""
    out.mkdir(parents=True, exist_ok=True)
    paths = sorted(texts.glob("*.txt"))
    articles = [read_article(path) for path in paths]
    words = sum(len(article.text.split()) for article in articles)
    list(brief_all(articles[:1]))
    started = time.perf_counter()
    for path, briefing in zip(paths, brief_all(articles), strict=True):
        data = json.dumps(to_data(briefing), ensure_ascii=False)
        (out / f"{path.stem}.json").write_text(data, encoding="utf-8")
    seconds = time.perf_counter() - started
    return f"{len(articles)} articles, {words} words, {words / max(seconds, 1e-9):.0f} words a second"


def measure(scorer: str, out: Path, wanted: dict[str, dict[str, str]]) -> list[dict[str, object]]:
    """Runs the scorer; a row for each label of which it gives a figure."""
    command = [part.replace("{out}", str(out)) for part in shlex.split(scorer)]
    output = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True).stdout
    figures = json.loads(output)
    rows = []
    for what, columns in wanted.items():
        found = {column: pick(figures, keys) for column, keys in columns.items()}
        row = {column: round(value, 3) for column, value in found.items() if value is not None}
        if row:
            rows.append({"what": what, **row})
    return rows


def pick(figures: Any, keys: str) -> float | None:
    """The figure at "a/b/c"; None where a key is missing."""
    for key in keys.split("/"):
        if not isinstance(figures, dict) or key not in figures:
            return None
        figures = figures[key]
    return float(figures) if isinstance(figures, int | float) else None


if __name__ == "__main__":
    main()

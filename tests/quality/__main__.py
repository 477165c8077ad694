"""`python -m tests.quality`: the table of figures and the errors behind it; --write stores the figures for the site."""

from __future__ import annotations

import argparse

from bench.store import store

from .gold import load_all
from .report import measures, table, worst
from .run import read_all
from .scoring import score


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("--worst", type=int, default=5, metavar="N", help="errors shown for each figure (5)")
    parser.add_argument("--write", action="store_true", help="store the figures in generator/data/measured.json")
    arguments = parser.parse_args()
    cases = load_all()
    scores = score(read_all(cases))
    print(table(scores))
    print(worst(scores, arguments.worst))
    if arguments.write:
        store(f"Our own gold articles ({len(cases)}, each in another style)", measures(scores))


if __name__ == "__main__":
    main()

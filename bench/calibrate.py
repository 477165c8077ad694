"""Articles marked by hand in, how often findings of each level are right out: what `sureness` calls a chance.

    python -m bench.calibrate "NAME (31 articles)" TEXTS GOLD [TEXTS GOLD ...]

TEXTS holds NAME.txt, GOLD holds NAME.gold.json: spans into the text, blocks numbered from the title's 0.

    actors [{names}]   issues [{names, paragraphs}]   views [{span, span2}]   events [{span, dates}]   figures [{span}]

The counts are stored in generator/data/sureness.json; those of quotations, which these articles do not mark, stay. A
table says how well the chances hold on articles that they were not counted on (five-fold, whole articles left out).
No benchmark belongs to this project, so none is named here.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.extract.common.sureness import level_of_actor, level_of_date, level_of_issue, level_of_view, share
from generator.model import Actor, Briefing, Span
from generator.pipeline import brief_all
from generator.read import read_article

STORED = Path(__file__).parents[1] / "generator" / "data" / "sureness.json"
FOLDS = 5
# Where a bin of the table ends.
EDGES = (0.5, 0.7, 0.85, 0.93, 0.97, 1.01)
STOP = frozenset("the a an of and or to in on for with from by at as is are its his her their u s us new who".split())
# How alike an issue and one that people have filed must be: the share of paragraphs, plus a bonus for a common name.
ALIKE, SAME_NAME = 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding of which people say whether it is right."""

    article: str
    kind: str
    level: str
    is_right: bool


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.calibrate", description=__doc__.splitlines()[0])
    parser.add_argument("name", help="what the method page calls the articles")
    parser.add_argument("folders", nargs="+", type=Path, help="TEXTS GOLD, as often as there are benchmarks")
    parser.add_argument("--dry-run", action="store_true", help="print the figures, store nothing")
    arguments = parser.parse_args()
    pairs = zip(arguments.folders[::2], arguments.folders[1::2], strict=True)
    judged = [finding for texts, gold in pairs for finding in judge_all(texts, gold)]
    found = counted(judged)
    for kind, levels in found.items():
        for level, (right, of) in levels.items():
            print(f"{kind:8} {level:42} {right:4} of {of:4}  {share(right, of):.2f}")
    for sure, right, number in table(judged):
        print(f"{sure:.1%} sure: {right:.1%} of {number} are right")
    if not arguments.dry_run:
        store(arguments.name, found)


def judge_all(texts: Path, gold: Path) -> Iterator[Judged]:
    marked = sorted(gold.glob("*.gold.json"))
    articles = (read_article(texts / (path.name.removesuffix(".gold.json") + ".txt")) for path in marked)
    for path, briefing in zip(marked, brief_all(articles), strict=True):
        for kind, level, is_right in judge(briefing, json.loads(path.read_text(encoding="utf-8"))):
            yield Judged(path.name, kind, level, is_right)


def judge(briefing: Briefing, gold: dict[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """Kind, level and whether it is right, for each finding that the marks decide."""
    text = briefing.article.text
    speakers = {quote.speaker for quote in briefing.quotes}
    for actor in briefing.actors:
        level = level_of_actor(actor, speaks=actor.id in speakers)
        yield "actors", level, any(_is_named(text, actor, each["names"]) for each in gold["actors"])
    filed = _filed(briefing, gold["issues"])
    for rank, issue in enumerate(briefing.issues):
        yield "issues", level_of_issue(issue, rank=rank), rank in filed
    sentences = [(s.start, s.end) for s in briefing.sentences]

    def near(marked: list[int], spans: Iterable[Span]) -> bool:
        held = [s for s in sentences if s[0] < marked[1] and marked[0] < s[1]]
        return any(start < span.end and span.start < end for start, end in held for span in spans)

    for view in briefing.views:
        quote = briefing.quote_by_id[view.quote]
        places = [place for each in gold["views"] for place in (each["span"], each.get("span2", each["span"]))]
        yield "views", level_of_view(view, quote), any(near(place, quote.spans) for place in places)
    for event in briefing.events:
        dates = [day for each in gold["events"] if near(each["span"], event.spans) for day in each["dates"] if day]
        if event.date and dates:
            # A sentence that nobody has dated may hold a date all the same.
            same = any(day.startswith(event.date) or event.date.startswith(day) for day in dates)
            yield "dates", level_of_date(event), same
    for figure in briefing.figures:
        spans = [each["span"] for each in gold["figures"]]
        yield "figures", "all", any(s.start < b and a < s.end for a, b in spans for s in figure.spans)


def counted(judged: Iterable[Judged]) -> dict[str, dict[str, tuple[int, int]]]:
    """Right ones and all, by kind and level, the surest level first."""
    found: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for each in judged:
        found[each.kind][each.level].append(each.is_right)
    return {
        kind: dict(sorted(((level, (sum(r), len(r))) for level, r in levels.items()), key=lambda x: -x[1][0] / x[1][1]))
        for kind, levels in found.items()
    }


def table(judged: list[Judged]) -> list[tuple[float, float, int]]:
    """Mean sureness, share that is right, and how many, by bins of sureness; each article judged by the others."""
    articles = sorted({each.article for each in judged})
    bins: dict[float, list[tuple[float, bool]]] = {edge: [] for edge in EDGES}
    for fold in range(FOLDS):
        left_out = set(articles[fold::FOLDS])
        known = counted(each for each in judged if each.article not in left_out)
        for each in judged:
            if each.article in left_out and each.kind != "figures":
                sure = share(*known[each.kind].get(each.level, (0, 0)))
                bins[next(edge for edge in EDGES if sure < edge)].append((sure, each.is_right))
    return [
        (sum(s for s, _ in held) / len(held), sum(r for _, r in held) / len(held), len(held))
        for held in bins.values()
        if held
    ]


def store(name: str, found: dict[str, dict[str, tuple[int, int]]], *, path: Path = STORED) -> None:
    """Put the counts in the place of those of the same kinds."""
    data = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for kind, levels in found.items():
        rows = [{"level": level, "right": right, "of": of} for level, (right, of) in levels.items()]
        data[kind] = {"benchmark": name, "levels": rows}
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _words(name: str) -> set[str]:
    return {re.sub(r"(ies|es|s)$", "", word) for word in re.findall(r"[^\W_]+", name.lower())} - STOP


def _is_named(text: str, actor: Actor, names: list[str]) -> bool:
    """By name, by a name that holds the other's words, or by a mention."""
    wanted = {name.lower() for name in names}
    mine, theirs = _words(actor.name), _words(names[0])
    if actor.name.lower() in wanted or (mine and theirs and (mine <= theirs or theirs <= mine)):
        return True
    return any(mention.span.of(text).lower() in wanted for mention in actor.mentions)


def _filed(briefing: Briefing, gold: list[dict[str, Any]]) -> set[int]:
    """Ranks of the issues that people have filed, too, one to one, the most alike first."""
    blocks = [m.span() for m in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", briefing.article.text) if m.group().strip()]
    spans = {p.id: p.span for p in briefing.article.paragraphs}
    pairs = []
    for rank, issue in enumerate(briefing.issues):
        places = [spans[p] for p in issue.paragraphs]
        mine = {n for n, (a, b) in enumerate(blocks) if any(s.start < b and a < s.end for s in places)}
        for number, each in enumerate(gold):
            theirs = set(each["paragraphs"])
            named = any(_words(name) & _words(issue.name) for name in each["names"])
            alike = len(mine & theirs) / max(1, len(mine | theirs)) + SAME_NAME * named
            pairs.append((alike, rank, number))
    ranks: set[int] = set()
    taken: set[int] = set()
    for alike, rank, number in sorted(pairs, reverse=True):
        if alike >= ALIKE and rank not in ranks and number not in taken:
            ranks.add(rank)
            taken.add(number)
    return ranks


if __name__ == "__main__":
    main()

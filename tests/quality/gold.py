"""Gold in: an article of ours and what a careful reader finds in it, every string resolved to its place.

    articles/NAME.txt   the article; articles/NAME.yml is its sidecar
    cases/NAME.yml      what is to be found: strings copied from the article, so that a case can be checked by eye

A string that stands several times in the article says which one is meant: `nth: 2`, or `p: 3` for the third paragraph
(0 is the title). A source needs neither: it is the occurrence nearest to the content. `maybe: true` marks what careful
readers may leave out: to find it is no error, to miss it neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
ARTICLES, CASES = FOLDER / "articles", FOLDER / "cases"

Range = tuple[int, int]
Item = dict[str, Any]


class GoldError(AssertionError):
    """A string of a case is not in its article, or stands there several times."""


@dataclass(frozen=True)
class Gold:
    """One case. In its items each string has a companion `at` (or `source_at`, `heads_at`): where it stands."""

    name: str
    text: str
    blocks: tuple[Range, ...]
    """Blank-line-separated blocks; 0 is the title, 1 the first paragraph."""
    marks: str
    """"double" or "single": which quotation marks are the outer ones."""
    quotes: tuple[Item, ...]
    terms: tuple[Item, ...]
    actors: tuple[Item, ...]
    issues: tuple[Item, ...]
    views: tuple[Item, ...]
    events: tuple[Item, ...]
    figures: tuple[Item, ...]
    overview: tuple[Range, ...]


def load_all() -> tuple[Gold, ...]:
    """Every case, in the order of names."""
    return tuple(load(path.stem) for path in sorted(CASES.glob("*.yml")))


def load(name: str) -> Gold:
    """One case with its strings resolved; GoldError names the string that cannot be."""
    text = (ARTICLES / f"{name}.txt").read_text(encoding="utf-8")
    data = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    place = Places(name, text)
    return Gold(
        name=name,
        text=text,
        blocks=place.blocks,
        marks=data.get("marks", "double"),
        quotes=tuple(_quote(item, place) for item in data["quotes"]),
        terms=tuple({"at": _term(words, place)} for words in data["terms"]),
        actors=tuple(_actor(item) for item in data["actors"]),
        issues=tuple(data["issues"]),
        views=tuple({**item, "at": place.sentence(place.of(item["says"]))} for item in data["views"]),
        events=tuple({**item, "at": place.of(**_only(item, "words", "nth", "p"))} for item in data["events"]),
        figures=tuple(_figures(data, place)),
        overview=tuple(place.sentence(place.of(words)) for words in data["overview"]),
    )


class Places:
    """Where strings stand in one article."""

    def __init__(self, name: str, text: str):
        self.name, self.text = name, text
        self.blocks = tuple((m.start(), m.end()) for m in re.finditer(r"\S(?:[^\n]|\n(?!\n))*", text))

    def of(self, words: str, nth: int | None = None, p: int | None = None, after: int = 0) -> Range:
        """The only occurrence of `words`, or the one meant."""
        first, last = (after, len(self.text)) if p is None else self.blocks[p]
        found = [(at, end) for at, end in self._all(words) if first <= at and end <= last]
        if not found or (nth or 1) > len(found):
            raise GoldError(f"{self.name}: not in the article: {words!r}")
        if len(found) > 1 and nth is None and not after:
            raise GoldError(f"{self.name}: {len(found)} times in the article, say which: {words!r}")
        return found[(nth or 1) - 1]

    def nearest(self, words: str, spans: list[Range]) -> Range:
        """The occurrence nearest to the content, its own sentence first; one within the content comes last."""
        left, right = self.sentence(spans[0])[0], self.sentence(spans[-1])[1]

        def distance(found: Range) -> tuple[bool, bool, int]:
            inside = any(start <= found[0] < end for start, end in spans)
            elsewhere = not left <= found[0] < right
            return inside, elsewhere, min(max(start - found[1], found[0] - end, 0) for start, end in spans)

        found = self._all(words)
        if not found:
            raise GoldError(f"{self.name}: source is not in the article: {words!r}")
        return min(found, key=distance)

    def sentence(self, at: Range) -> Range:
        """The sentence or sentences that `at` lies in."""
        block = next(b for b in self.blocks if b[0] <= at[0] < b[1])
        ends = [
            m.end()
            for m in re.finditer(
                r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\b(?:Mrs|Sgt|Nov|Jan|Feb|Aug))(?<!Sept)"
                r"[.?!][”’\"'»]*(?=\s)",
                self.text[: block[1]],
            )
        ]
        left = max([block[0], *(end for end in ends if end <= at[0])])
        right = min([block[1], *(end for end in ends if end >= at[1])])
        return left, right

    def _all(self, words: str) -> list[Range]:
        pattern = r"(?<!\w)" + re.escape(str(words)) + r"(?!\w)"
        return [(m.start(), m.end()) for m in re.finditer(pattern, self.text)]


def _quote(item: Item, place: Places) -> Item:
    parts = item["says"] if isinstance(item["says"], list) else [item["says"]]
    spans: list[Range] = []
    for part in parts:
        after = spans[-1][1] if spans else 0
        spans.append(place.of(part, nth=None if spans else item.get("nth"), p=item.get("p"), after=after))
    resolved: Item = {"maybe": False, "label": False, **item, "at": spans, "source_at": None, "heads_at": []}
    if item["source"] is not None:
        start, end = place.nearest(item["source"], spans)
        resolved["source_at"] = (start, end)
        resolved["heads_at"] = list(_heads(item, place.text[start:end], start))
    return resolved


def _heads(item: Item, source: str, start: int) -> Iterator[Range]:
    """The head as given, else the last word before a comma, preposition or relative clause; the speaker's names."""
    phrase = re.split(r",|\s(?:of|for|at|in|from|on|who|which|and)\s", source)[0]
    head = item.get("head") or phrase.split()[-1]
    if head not in source:
        raise GoldError(f"head {head!r} is not in the source {source!r}")
    for word in dict.fromkeys((head, *(item["by"] or "").split())):
        if (at := source.find(word)) >= 0:
            yield start + at, start + at + len(word)


def _actor(item: Item) -> Item:
    """`role` is a list of those that will do, empty where the article states none."""
    role = item.get("role") or []
    return {"aliases": [], **item, "role": role if isinstance(role, list) else [role]}


def _term(item: str | Item, place: Places) -> Range:
    return place.of(**item) if isinstance(item, dict) else place.of(item)


def _figures(data: Item, place: Places) -> Iterator[Item]:
    for key, maybe in (("figures", False), ("figures_maybe", True)):
        for words in data.get(key, ()):
            yield {"words": words, "maybe": maybe, "at": place.of(words, nth=1)}


def _only(item: Item, *keys: str) -> Item:
    return {key: item[key] for key in keys if key in item}

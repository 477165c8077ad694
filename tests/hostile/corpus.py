"""Hostile texts, and briefings in which every word that comes from an article is one of them."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.model import Briefing
from tests.render.sample_briefing import sample_briefing

# What we write ourselves, never an article: ids, addresses of pages, and words from a closed list.
OURS = frozenset(
    """id ids slug path sha256 kind status reason language rights published_from speaker quote quotes holder issues
    actors paragraphs date""".split()
)


def hostile_texts() -> list[str]:
    lines = Path(__file__).with_name("texts.txt").read_text(encoding="utf-8").split("\n")
    return [_decoded(line) for line in lines if line.strip() and not line.startswith("# ")] + ["# Not a heading"]


def known_elements() -> frozenset[str]:
    lines = Path(__file__).with_name("elements.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def hostile_briefing(texts: Sequence[str], number: int) -> Briefing:
    """The sample briefing with one of `texts` in turn for every name, title, role and date in words, and all over the
    article. The first one is the title."""
    sample = sample_briefing()
    turns = itertools.cycle(texts)
    article = _replaced(sample.article, turns)
    words = " ".join(texts) + " "
    length = len(sample.article.text)
    article = dataclasses.replace(
        article,
        title=texts[0],
        slug=f"hostile-{number}",
        path=Path(f"seeds/hostile-{number}.txt"),
        text=(words * (length // len(words) + 1))[:length],
        # The reader lets http and https through, and nothing else.
        url="https://paper.example/" + texts[-1],
        corrections={},
    )
    return dataclasses.replace(_replaced(sample, turns), article=article)


def _replaced(value: Any, turns: Iterator[str]) -> Any:
    """A record in which each string of the article's is the next of `turns`."""
    if isinstance(value, str):
        return next(turns)
    if isinstance(value, tuple):
        return tuple(_replaced(item, turns) for item in value)
    if not dataclasses.is_dataclass(value):
        return value
    changes = {
        field.name: _replaced(getattr(value, field.name), turns)
        for field in dataclasses.fields(value)
        if field.init and (field.name not in OURS or _holds_records(getattr(value, field.name)))
    }
    return dataclasses.replace(value, **changes)  # type: ignore[type-var]


def _holds_records(value: Any) -> bool:
    return isinstance(value, tuple) and any(dataclasses.is_dataclass(item) for item in value)


def _decoded(line: str) -> str:
    escapes = {"n": "\n", "t": "\t", "\\": "\\"}
    return re.sub(r"\\(?:u([0-9a-f]{4})|([nt\\]))", lambda m: chr(int(m[1], 16)) if m[1] else escapes[m[2]], line)

"""Gold articles in, what the program finds in them out: the whole pipeline, nothing prepared."""

from __future__ import annotations

from typing import Any

from generator.contract import to_data
from generator.pipeline import brief_all
from generator.read import read_article

from .gold import ARTICLES, Gold


def read_all(cases: tuple[Gold, ...]) -> list[tuple[Gold, dict[str, Any]]]:
    """Each case with the briefing.json of its article."""
    articles = [read_article(ARTICLES / f"{gold.name}.txt") for gold in cases]
    return [(gold, to_data(briefing)) for gold, briefing in zip(cases, brief_all(articles), strict=True)]

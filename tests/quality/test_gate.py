"""The gate: figures on our own gold articles must not fall under their floors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from .counts import Scores
from .gold import Gold, load_all
from .report import NAMES, worst
from .run import read_all
from .scoring import score

FLOORS: dict[str, dict[str, float]] = yaml.safe_load((Path(__file__).parent / "floors.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def briefings() -> list[tuple[Gold, dict[str, Any]]]:
    return read_all(load_all())


@pytest.fixture(scope="module")
def scores(briefings: list[tuple[Gold, dict[str, Any]]]) -> Scores:
    return score(briefings)


def test_every_figure_has_a_floor() -> None:
    assert list(FLOORS) == list(NAMES)


@pytest.mark.parametrize(("name", "letter"), [(name, letter) for name, floors in FLOORS.items() for letter in floors])
def test_no_figure_falls_under_its_floor(name: str, letter: str, scores: Scores) -> None:
    reached = scores.counts[name].figures()[letter]
    floor = FLOORS[name][letter]
    own = Scores(errors=[error for error in scores.errors if error[0] == name])
    assert reached >= floor, f"{name} {letter} is {reached}, its floor is {floor}\n{worst(own, 20)}"


def test_every_span_of_the_gold_articles_is_verbatim(briefings: list[tuple[Gold, dict[str, Any]]]) -> None:
    for gold, data in briefings:
        for span in _spans(data):
            assert 0 <= span["start"] < span["end"] <= len(gold.text), (gold.name, span)


def _spans(item: Any) -> list[dict[str, int]]:
    """Everything with a start and an end, however deep."""
    if isinstance(item, dict):
        own = [item] if "start" in item and "end" in item else []
        return own + [span for value in item.values() for span in _spans(value)]
    if isinstance(item, list | tuple):
        return [span for value in item for span in _spans(value)]
    return []

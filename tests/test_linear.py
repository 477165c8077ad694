"""Twice the words take twice the time, in every stage after the language model: no article is too long."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.extract.actors import find_actors
from generator.extract.attributions import find_attributions
from generator.extract.events import find_events
from generator.extract.figures import find_figures
from generator.extract.issues import find_issues
from generator.extract.overview import find_overview
from generator.extract.speakers import name_speakers
from generator.extract.terms import find_terms
from generator.extract.views import find_views
from generator.language import analyse
from generator.model import Briefing, Text
from generator.read import read_article
from generator.render.site import render_site
from generator.settings import Settings

WORDS = 10_000
# Linear is 2, quadratic 4. Tables that outgrow the processor's caches cost the rest.
MOST = 2.6
# Another round where one has failed: other programs slow a stage down, and never speed one up.
ROUNDS = 3
SURNAMES = "Arden Bellamy Corwin Dresner Eastlake Farrow Gullick Hartnoll Ilves Jessop Kettering Lomax".split()
PLACES = "Norland Estmark Kelder Skerry Vantia Orrin Tresk Halden".split()
MATTERS = "ferry fares,fishing quotas,school meals,harbour dues,river barges,grain tariffs,border posts".split(",")
SENTENCES = (
    "“The {matter} will decide this election,” {name} said on {day}.",
    "{name}, the transport minister of {place}, told reporters that the {matter} had risen by {number} percent.",
    "According to {name}, {place} may lose ${number} million a year if the {matter} are not settled.",
    "He said that he would meet {name} in {place} next week.",
    "Analysts say the {matter} could cost {number},000 jobs by 2031.",
    "“We have waited,” said {name}. “The {matter} cannot wait.”",
    "The government of {place} refused to discuss the {matter} in March 2024.",
    "{place} calls it a “fair” plan, and {name} of the University of {place} doubts it.",
)


def article(words: int) -> str:
    """An article in which names, matters and numbers grow in number with its length, as in a long report."""
    chance, lines, count = random.Random(words), ["A Long Report on Everything", ""], 0
    while count < words:
        paragraph = []
        for sentence in chance.choices(SENTENCES, k=4):
            paragraph.append(
                sentence.format(
                    name=f"{_made_up(chance)} {chance.choice(SURNAMES)}{chance.choice(['', 'sen', 'by', 'well'])}",
                    place=chance.choice(PLACES),
                    matter=f"{_made_up(chance).lower()} {chance.choice(MATTERS)}",
                    number=chance.randrange(2, 90),
                    day=chance.choice(["Monday", "Tuesday", "Friday"]),
                )
            )
            count += len(paragraph[-1].split())
        lines += [" ".join(paragraph), ""]
    return "\n".join(lines)


def _made_up(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(3)).capitalize()


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Text, Text]:
    folder = tmp_path_factory.mktemp("long")
    short, long = (_analysed(folder / f"{words}.txt", words) for words in (WORDS, 2 * WORDS))
    return short, long


def _analysed(path: Path, words: int) -> Text:
    path.write_text(article(words), encoding="utf-8")
    return analyse(read_article(path))


def test_each_stage_is_linear_in_the_length_of_the_article(texts):
    best = [_seconds(text) for text in texts]
    for _ in range(ROUNDS - 1):
        if not _too_slow(*best):
            break
        best = [_least(known, _seconds(text)) for known, text in zip(best, texts, strict=True)]
    assert _too_slow(*best) == {}


def _too_slow(short: dict[str, float], long: dict[str, float]) -> dict[str, tuple[float, float]]:
    """Seconds of the stages that are not linear; a few milliseconds are noise."""
    return {stage: (short[stage], long[stage]) for stage in short if long[stage] > MOST * short[stage] + 0.01}


def _least(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    return {stage: min(one[stage], other[stage]) for stage in one}


def _seconds(text: Text) -> dict[str, float]:
    """Time of every stage, of a text that has not been looked at yet."""
    fresh = Text(**{name: getattr(text, name) for name in Text.__dataclass_fields__})
    taken: dict[str, float] = {}

    def timed(name: str, stage: Callable[[], Any]) -> Any:
        # Its full collections walk over all that other tests have left.
        gc.collect()
        gc.disable()
        try:
            start = time.process_time()
            found = stage()
            taken[name] = time.process_time() - start
        finally:
            gc.enable()
        return found

    attributions = timed("attributions", lambda: find_attributions(fresh))
    actors = timed("actors", lambda: find_actors(fresh, attributions))
    quotes = timed("speakers", lambda: name_speakers(fresh, attributions, actors))
    issues = timed("issues", lambda: find_issues(fresh, actors, quotes))
    events = timed("events", lambda: find_events(fresh))
    overview = timed("overview", lambda: find_overview(fresh, actors, quotes, issues, events))
    terms = timed("terms", lambda: find_terms(fresh, attributions))
    views = timed("views", lambda: find_views(fresh, actors, quotes, issues))
    figures = timed("figures", lambda: find_figures(fresh))
    sentences = tuple(fresh.sentence_span(n) for n in range(len(fresh.sentences)))
    briefing = Briefing(fresh.article, sentences, overview, actors, quotes, terms, issues, views, events, figures)
    timed("pages", lambda: render_site([briefing], Settings()))
    return taken

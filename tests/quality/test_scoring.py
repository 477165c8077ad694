"""The scorer: full marks for gold itself, nothing for nothing, and each kind of error costs what it should."""

from __future__ import annotations

from typing import Any

import pytest

from .counts import Scores
from .gold import Gold, load
from .matching import is_actor, likeness
from .scoring import score

AGENCY = load("agency")


def test_gold_itself_gets_full_marks() -> None:
    figures = score([(AGENCY, _as_briefing(AGENCY))]).figures()
    for name in ("quoted", "quoted_source", "speaker", "reported", "reported_source", "actors", "kind", "role"):
        assert figures[name]["f1"] == 100, name
    for name in ("issues", "named", "events", "upcoming", "figures"):
        assert figures[name]["f1"] == 100, name


def test_nothing_found_scores_nothing() -> None:
    empty = _as_briefing(AGENCY)
    for key in ("actors", "quotes", "terms", "issues", "views", "events", "figures"):
        empty[key] = []
    empty["overview"]["summary"] = []
    assert all(figure["f1"] == 0 for figure in score([(AGENCY, empty)]).figures().values())


def test_a_wrong_speaker_costs_the_name_and_nothing_else() -> None:
    data = _as_briefing(AGENCY)
    tennant = next(actor["id"] for actor in data["actors"] if actor["name"] == "Morag Tennant")
    baird = next(actor["id"] for actor in data["actors"] if actor["name"] == "Fiona Baird")
    for quote in data["quotes"]:
        quote["speaker"] = baird if quote["speaker"] == tennant else quote["speaker"]
    figures = score([(AGENCY, data)]).figures()
    assert figures["quoted"]["f1"] == 100
    assert figures["speaker"]["p"] < 100


def test_a_quotation_given_twice_is_one_false_alarm() -> None:
    data = _as_briefing(AGENCY)
    nonsense = next(q for q in data["quotes"] if AGENCY.text[slice(*_range(q["spans"][0]))] == "nonsense")
    data["quotes"].append({**nonsense, "id": "again"})
    count = _scores(data).counts["quoted"]
    assert (count.given - count.right, count.found) == (1, count.wanted)


def test_a_scare_quote_given_to_nobody_costs_nothing() -> None:
    opinion = load("opinion")
    data = _as_briefing(opinion)
    start = opinion.text.index("realistic")
    spans = [{"start": start, "end": start + len("realistic")}]
    data["quotes"].append({"id": "x", "kind": "direct", "spans": spans, "source": None, "cue": None, "speaker": None})
    assert score([(opinion, data)]).figures()["quoted"]["p"] == 100


def test_a_surname_names_nobody_where_two_share_it() -> None:
    council = load("council")
    phil, bill = (next(a for a in council.actors if a["name"] == name) for name in ("Phil Dube", "Bill Dube"))
    assert not is_actor(["Dube"], phil, council)
    assert is_actor(["Town Manager Phil Dube"], phil, council)
    assert not is_actor(["Phil Dube"], bill, council)


@pytest.mark.parametrize(
    ("one", "other", "expected"), [({1, 2}, {1, 2}, 1.0), ({1, 2}, {2, 3, 4}, 0.25), ({1}, {2}, 0)]
)
def test_likeness_is_shared_letters_over_all(one: set[int], other: set[int], expected: float) -> None:
    assert likeness(frozenset(one), frozenset(other)) == expected


def _scores(data: dict[str, Any]) -> Scores:
    return score([(AGENCY, data)])


def _as_briefing(gold: Gold) -> dict[str, Any]:
    """Gold in the form of briefing.json."""

    def span(at: tuple[int, int] | None) -> dict[str, int] | None:
        return None if at is None else {"start": at[0], "end": at[1]}

    ids = {actor["name"]: f"a{n}" for n, actor in enumerate(gold.actors)}
    return {
        "article": {
            "text": gold.text,
            "paragraphs": [{"id": f"p{n}", **(span(b) or {})} for n, b in enumerate(gold.blocks) if n],
        },
        "overview": {"summary": []},
        "actors": [
            {**a, "id": ids[a["name"]], "role": " ".join(a["role"]) or None, "affiliation": None, "mentions": []}
            for a in gold.actors
        ],
        "quotes": [
            {
                "id": f"q{n}",
                "kind": quote["kind"],
                "spans": [span(at) for at in quote["at"]],
                "source": span(quote["source_at"]),
                "cue": None,
                "speaker": ids.get(quote["by"]),
            }
            for n, quote in enumerate(gold.quotes)
            if not quote["maybe"]
        ],
        "terms": [{"id": f"t{n}", "spans": [span(term["at"])]} for n, term in enumerate(gold.terms)],
        "issues": [
            {"name": issue["names"][0], "paragraphs": [f"p{n}" for n in issue["paragraphs"]]} for issue in gold.issues
        ],
        "views": [],
        "events": [
            {
                "date": str(event["date"]),
                "words": event["words"],
                "kind": event["kind"],
                "spans": [span(event["at"])],
                "words_span": span(event["at"]),
            }
            for event in gold.events
        ],
        "figures": [{"words": f["words"], "spans": [span(f["at"])]} for f in gold.figures if not f["maybe"]],
    }


def _range(span: dict[str, int]) -> tuple[int, int]:
    return span["start"], span["end"]

"""Counts what was said and by whom: quotations, reported statements, labelled turns, terms."""

from __future__ import annotations

from typing import Any

from . import matching as m
from .counts import Data, Scores
from .gold import Gold, Item, Range


def count_quoted(gold: Gold, data: Data, actors: Data, scores: Scores) -> None:
    marked = m.quoted_ranges(gold)
    wanted = [
        # A title within a reported statement is nobody's word; what is quoted within a turn may count or not.
        (
            m.letters(gold.text, [part]),
            {**quote, "maybe": quote["maybe"] or quote["label"] or quote["kind"] == "indirect"},
            part,
        )
        for quote in gold.quotes
        for part in m.within(quote["at"], marked)
    ]
    given = [
        (m.letters(gold.text, [part]), quote, part)
        for quote in data["quotes"]
        if quote["source"] or quote["speaker"]
        for part in m.within(m.ranges(quote), marked)
    ]

    def alike(one: Any, other: Any) -> float:
        # A sourced one is the better partner among equals, so that two guesses cost a false alarm but never the hit.
        return m.likeness(one[0], other[0]) + 0.001 * _has_source(one[1], other[1], actors, gold)

    matched = dict(m.pairs(wanted, given, alike, 0.8))
    for n, (_, quote, part) in enumerate(wanted):
        ours = given[matched[n]][1] if n in matched else None
        if quote["maybe"]:
            continue
        words = gold.text[slice(*part)]
        scores.add("quoted", ours is not None, True, ours is not None, gold.name, f"missed: {words}")
        if ours is None:
            scores.add("quoted_source", False, True, False)
        else:
            right = _has_source(quote, ours, actors, gold)
            what = f"{words!r}: source {_source_words(ours, gold)!r}, not {quote['source']!r}"
            scores.add("quoted_source", True, True, right, gold.name, what)
        _speaker("speaker", quote, ours, actors, gold, scores, words)
    for n, (_, quote, part) in enumerate(given):
        if n not in matched.values():
            what = f"nobody says: {gold.text[slice(*part)]} ({_source_words(quote, gold)})"
            scores.add("quoted", True, False, False, gold.name, what)
            scores.add("quoted_source", True, False, False)


def count_statements(gold: Gold, data: Data, actors: Data, scores: Scores) -> None:
    """Reported statements, and turns under a label; quoted ones take part only so that each finds its own partner."""
    wanted = [(m.letters(gold.text, quote["at"]), quote) for quote in gold.quotes]
    given = [(m.letters(gold.text, m.ranges(quote)), quote) for quote in data["quotes"]]

    def alike(one: Any, other: Any) -> float:
        return m.likeness(one[0], other[0]) + 0.001 * _has_source(one[1], other[1], actors, gold)

    matched = dict(m.pairs(wanted, given, alike, 0.5))
    for n, (_, quote) in enumerate(wanted):
        ours = given[matched[n]][1] if n in matched else None
        words = gold.text[quote["at"][0][0] : quote["at"][-1][1]]
        if quote["label"] and not quote["maybe"]:
            _speaker("labelled", quote, ours, actors, gold, scores, words)
        if quote["label"] or quote["maybe"] or quote["kind"] != "indirect":
            continue
        scores.add("reported", False, True, ours is not None, gold.name, f"missed: {words}")
        right = ours is not None and _has_source(quote, ours, actors, gold)
        what = f"{words!r}: source {_source_words(ours, gold)!r}, not {quote['source']!r}" if ours else ""
        scores.add("reported_source", False, True, right, gold.name, what)
    partner = {j: wanted[i][1] for i, j in matched.items()}
    for n, (_, ours) in enumerate(given):
        if ours["kind"] != "indirect" or (n in partner and (partner[n]["maybe"] or partner[n]["label"])):
            continue
        words = gold.text[ours["spans"][0]["start"] : ours["spans"][-1]["end"]]
        what = f"not a statement: {words} ({_source_words(ours, gold)})"
        scores.add("reported", True, False, n in partner, gold.name, what)
        scores.add("reported_source", True, False, n in partner and _has_source(partner[n], ours, actors, gold))


def _speaker(figure: str, quote: Item, ours: Data | None, actors: Data, gold: Gold, scores: Scores, words: str) -> None:
    """Recall over gold quotations with a named speaker; precision over ours that name one."""
    speaker = actors.get(ours["speaker"]) if ours and ours["speaker"] else None
    whom = [a for a in gold.actors if a["name"] in (quote["by"], *quote.get("also_by", ()))]
    right = any(m.is_actor(m.names_of(speaker), actor, gold) for actor in whom)
    name = speaker["name"] if speaker else None
    what = f"{words!r}: {name!r}, not {quote['by']!r}" if ours and name != quote["by"] else ""
    scores.add(figure, speaker is not None, quote["by"] is not None, right, gold.name, what)


def _has_source(quote: Item, ours: Data, actors: Data, gold: Gold) -> bool:
    """Our source, or a mention of our speaker, holds the head of the gold source; none is right where there is none."""
    heads: list[Range] = quote["heads_at"]
    if not heads:
        whom = [a for a in gold.actors if a["name"] == quote["by"]]
        speaker = m.names_of(actors.get(ours["speaker"]) if ours["speaker"] else None)
        return not ours["source"] or any(m.is_actor(speaker, actor, gold) for actor in whom)
    places = [ours["source"]] if ours["source"] else []
    if ours["speaker"] in actors:
        places += actors[ours["speaker"]]["mentions"]
    return any(m.overlap(head, (place["start"], place["end"])) for head in heads for place in places)


def _source_words(ours: Data, gold: Gold) -> str | None:
    return gold.text[ours["source"]["start"] : ours["source"]["end"]] if ours["source"] else None


def count_terms(gold: Gold, data: Data, scores: Scores) -> None:
    wanted = [m.letters(gold.text, [term["at"]]) for term in gold.terms]
    given = [m.letters(gold.text, m.ranges(term)) for term in data["terms"]]
    matched = dict(m.pairs(wanted, given, m.likeness, 0.8))
    for n, term in enumerate(gold.terms):
        scores.add("terms", n in matched, True, n in matched, gold.name, f"missed: {gold.text[slice(*term['at'])]}")
    optional = [m.letters(gold.text, q["at"]) for q in gold.quotes if q["maybe"]]
    for n, term in enumerate(data["terms"]):
        if n in matched.values() or any(m.likeness(given[n], other) > 0.8 for other in optional):
            continue
        start, end = m.ranges(term)[0]
        scores.add("terms", True, False, False, gold.name, f"somebody says: {gold.text[start:end]}")

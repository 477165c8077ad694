"""Gold and briefing.json in, figures and errors out. Precision: share of what we give that is right; recall: share of gold found.

quoted          stretches in quotation marks that are given to somebody, at least 0.8 of the letters alike
quoted_source   the same, and the source's head word is in our source or in a mention of our speaker
speaker         the same stretches under the right name (aliases count); precision over those that we put a name to
labelled        turns of interviews and transcripts under the right name
reported        statements without quotation marks, at least 0.5 alike; reported_source: with the right source
terms           words in quotation marks that nobody says
actors          by name; one that is listed twice costs precision. kind, role: of those found (half the words of a role do)
issues          by paragraphs (Jaccard) plus 0.3 for a shared word in the name, at least 0.5; named: of those found
views           a quotation in the expert's sentence; holder, credentials: of those found
events          by place and date; upcoming: announced ones among events marked so
figures         by overlap
overview        precision: of our first five lines those an editor would pick; recall: as many as could be had of five
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from . import matching as m
from .gold import Gold, Item, Range

Data = dict[str, Any]


@dataclass
class Count:
    """What one figure is made of; a false alarm and a miss are counted apart because some items may be left out."""

    given: int = 0
    right: int = 0
    wanted: int = 0
    found: int = 0

    def figures(self) -> dict[str, float]:
        """Precision, recall and their harmonic mean, in percent with one decimal; nothing given or wanted is 0."""
        p = 100 * self.right / self.given if self.given else 0.0
        r = 100 * self.found / self.wanted if self.wanted else 0.0
        return {"p": round(p, 1), "r": round(r, 1), "f1": round(2 * p * r / (p + r), 1) if p + r else 0.0}


@dataclass
class Scores:
    """Counts by name of figure, and errors as (figure, case, what) in reading order."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    errors: list[tuple[str, str, str]] = field(default_factory=list)

    def figures(self) -> dict[str, dict[str, float]]:
        return {name: count.figures() for name, count in self.counts.items()}

    def add(self, name: str, given: bool, wanted: bool, right: bool, case: str = "", what: str = "") -> None:
        """One item: given by us, wanted by gold (not optional), and whether it is right."""
        count = self.counts[name]
        count.given += given
        count.right += given and right
        count.wanted += wanted
        count.found += wanted and right
        if not right and what:
            self.errors.append((name, case, " ".join(what.split())))


def score(cases: Iterable[tuple[Gold, Data]]) -> Scores:
    """All figures, micro-averaged over the articles."""
    scores = Scores()
    for gold, data in cases:
        if data["article"]["text"] != gold.text:
            raise AssertionError(f"{gold.name}: the reader changed the text")
        actors = {actor["id"]: actor for actor in data["actors"]}
        _quoted(gold, data, actors, scores)
        _whole(gold, data, actors, scores)
        _terms(gold, data, scores)
        _actors(gold, data, scores)
        _issues(gold, data, scores)
        _views(gold, data, actors, scores)
        _events(gold, data, scores)
        _figures(gold, data, scores)
        _overview(gold, data, scores)
    return scores


def _quoted(gold: Gold, data: Data, actors: Data, scores: Scores) -> None:
    marked = m.quoted_ranges(gold)
    wanted = [
        (m.letters(gold.text, [part]), {**quote, "maybe": quote["maybe"] or quote["label"]}, part)
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


def _whole(gold: Gold, data: Data, actors: Data, scores: Scores) -> None:
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
    head: Range | None = quote["head_at"]
    if head is None:
        whom = [a for a in gold.actors if a["name"] == quote["by"]]
        speaker = m.names_of(actors.get(ours["speaker"]) if ours["speaker"] else None)
        return not ours["source"] or any(m.is_actor(speaker, actor, gold) for actor in whom)
    places = [ours["source"]] if ours["source"] else []
    if ours["speaker"] in actors:
        places += actors[ours["speaker"]]["mentions"]
    return any(m.overlap(head, (place["start"], place["end"])) for place in places)


def _source_words(ours: Data, gold: Gold) -> str | None:
    return gold.text[ours["source"]["start"] : ours["source"]["end"]] if ours["source"] else None


def _terms(gold: Gold, data: Data, scores: Scores) -> None:
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


def _actors(gold: Gold, data: Data, scores: Scores) -> None:
    def alike(wanted: Item, ours: Data) -> float:
        by_name = m.is_actor([ours["name"]], wanted, gold)
        return 1.0 if by_name else 0.5 * m.is_actor(ours["aliases"], wanted, gold)

    matched = dict(m.pairs(gold.actors, data["actors"], alike, 0.5))
    for n, actor in enumerate(gold.actors):
        if actor.get("maybe"):
            continue
        ours = data["actors"][matched[n]] if n in matched else None
        scores.add("actors", ours is not None, True, ours is not None, gold.name, f"missed: {actor['name']}")
        if actor["kind"] == "person":
            scores.add("people", ours is not None, True, ours is not None)
        if ours is None:
            continue
        kinds = actor.get("kinds", [actor["kind"]])
        what = f"{actor['name']}: {ours['kind']}, not {actor['kind']}"
        scores.add("kind", True, True, ours["kind"] in kinds, gold.name, what)
        if actor["role"]:
            has = m.content_words(f"{ours['role'] or ''} {ours['affiliation'] or ''}")
            wanted = m.content_words(actor["role"])
            right = 2 * len(has & wanted) >= len(wanted)
            what = f"{actor['name']}: {ours['role']!r}, not {actor['role']!r}"
            scores.add("role", ours["role"] is not None, True, right, gold.name, what)
    for n, ours in enumerate(data["actors"]):
        if n not in matched.values() and not _is_optional_split(ours, gold):
            scores.add("actors", True, False, False, gold.name, f"no actor, or twice: {ours['name']} ({ours['kind']})")
            if ours["kind"] == "person":
                scores.add("people", True, False, False)


def _is_optional_split(ours: Data, gold: Gold) -> bool:
    return any(a.get("maybe") and m.is_actor([ours["name"]], a, gold) for a in gold.actors)


def _issues(gold: Gold, data: Data, scores: Scores) -> None:
    blocks = {
        p["id"]: {n for n, block in enumerate(gold.blocks) if m.overlap(block, (p["start"], p["end"]))}
        for p in data["article"]["paragraphs"]
    }
    given = [(i["name"], set().union(*(blocks.get(p, set()) for p in i["paragraphs"]))) for i in data["issues"]]

    def shares_word(issue: Item, name: str) -> bool:
        return any(m.content_words(wanted) & m.content_words(name) for wanted in issue["names"])

    def alike(issue: Item, ours: tuple[str, set[int]]) -> float:
        wanted = set(issue["paragraphs"])
        return len(wanted & ours[1]) / len(wanted | ours[1]) + 0.3 * shares_word(issue, ours[0])

    matched = dict(m.pairs(gold.issues, given, alike, 0.5))
    for n, issue in enumerate(gold.issues):
        scores.add("issues", n in matched, True, n in matched, gold.name, f"missed: {issue['names'][0]} {issue['paragraphs']}")
        if n in matched:
            name = given[matched[n]][0]
            what = f"{name!r}, not {issue['names']}"
            scores.add("named", True, True, shares_word(issue, name), gold.name, what)
    for n, (name, paragraphs) in enumerate(given):
        if n not in matched.values():
            scores.add("issues", True, False, False, gold.name, f"no issue: {name} {sorted(paragraphs)}")


def _views(gold: Gold, data: Data, actors: Data, scores: Scores) -> None:
    quotes = {quote["id"]: quote for quote in data["quotes"]}
    taken = set()
    for view in gold.views:
        here = [
            n for n, ours in enumerate(data["views"])
            if any(m.overlap(view["at"], span) for span in m.ranges(quotes[ours["quote"]]))
        ]
        taken |= set(here)
        if view.get("maybe"):
            continue
        scores.add("views", False, True, bool(here), gold.name, f"missed: {gold.text[slice(*view['at'])]}")
        if not here:
            continue
        ours = data["views"][here[0]]
        holder = m.names_of(actors.get(ours["holder"]) if ours["holder"] else None) or [ours["holder_words"]]
        right = any(m.content_words(view["holder"]) & m.content_words(name) for name in holder)
        scores.add("holder", True, True, right, gold.name, f"{holder[0]!r}, not {view['holder']!r}")
        if view.get("credentials"):
            wanted = m.content_words(view["credentials"])
            has = m.content_words(ours["credentials"]) | m.content_words(ours["holder_words"])
            what = f"{view['holder']}: {ours['credentials']!r}, not {view['credentials']!r}"
            scores.add("credentials", True, True, 2 * len(has & wanted) >= len(wanted), gold.name, what)
    for n, ours in enumerate(data["views"]):
        spans = m.ranges(quotes[ours["quote"]])
        what = f"no expert's judgement: {gold.text[spans[0][0] : spans[-1][1]]} ({ours['holder_words']})"
        scores.add("views", True, False, n in taken, gold.name, what)


def _events(gold: Gold, data: Data, scores: Scores) -> None:
    def alike(event: Item, ours: Data) -> float:
        place = ours["words_span"]
        if place is not None:
            here = m.overlap(event["at"], (place["start"], place["end"]))
        else:
            here = any(m.overlap(event["at"], span) for span in m.ranges(ours))
        return (0.5 + 0.5 * _same_date(event, ours)) * here

    matched = dict(m.pairs(gold.events, data["events"], alike, 0.5))
    for n, event in enumerate(gold.events):
        if event.get("maybe"):
            continue
        ours = data["events"][matched[n]] if n in matched else None
        right = ours is not None and _same_date(event, ours)
        had = f"{ours['date']}" if ours else "missed"
        scores.add("events", ours is not None, True, right, gold.name, f"{event['words']}: {had}, not {event['date']}")
        if event["kind"] == "upcoming":
            right = ours is not None and ours["kind"] == "upcoming"
            scores.add("upcoming", right, True, right, gold.name, f"not marked upcoming: {event['words']}")
        elif ours is not None and ours["kind"] == "upcoming":
            scores.add("upcoming", True, False, False, gold.name, f"not upcoming: {event['words']}")
    for n, ours in enumerate(data["events"]):
        # An announced happening without a date is an event too; gold lists dates only.
        if n not in matched.values() and ours["words_span"] is not None:
            scores.add("events", True, False, False, gold.name, f"no date, or twice: {ours['words']} ({ours['date']})")


def _same_date(event: Item, ours: Data) -> bool:
    had = ours["date"] or ""
    wanted = [str(date) for date in event.get("dates", [event["date"]]) if date is not None]
    return any(had and (date.startswith(had) or had.startswith(date)) for date in wanted) or (not wanted and not had)


def _figures(gold: Gold, data: Data, scores: Scores) -> None:
    given = [m.ranges(figure) for figure in data["figures"]]
    for figure in gold.figures:
        found = any(m.overlap(figure["at"], span) for spans in given for span in spans)
        if not figure["maybe"]:
            scores.add("figures", False, True, found, gold.name, f"missed: {figure['words']}")
    for ours, spans in zip(data["figures"], given, strict=True):
        at = [f for f in gold.figures if any(m.overlap(f["at"], span) for span in spans)]
        if not at or not all(f["maybe"] for f in at):
            scores.add("figures", True, False, bool(at), gold.name, f"not a figure to carry: {ours['words']}")


def _overview(gold: Gold, data: Data, scores: Scores) -> None:
    points = data["overview"]["summary"][:5]
    for point in points:
        right = any(m.overlap(chosen, span) for chosen in gold.overview for span in m.ranges(point))
        scores.add("overview", True, False, right, gold.name, f"not chosen: {point['text']}")
    found = sum(any(m.overlap(chosen, span) for p in points for span in m.ranges(p)) for chosen in gold.overview)
    wanted = min(5, len(gold.overview))
    scores.counts["overview"].wanted += wanted
    scores.counts["overview"].found += min(found, wanted)

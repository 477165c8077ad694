"""Counts what is found beside speech: actors, issues, views, events, figures, the overview."""

from __future__ import annotations

from . import matching as m
from .counts import Data, Scores
from .gold import Gold, Item


def count_actors(gold: Gold, data: Data, scores: Scores) -> None:
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
            right = any(2 * len(has & wanted) >= len(wanted) for wanted in map(m.content_words, actor["role"]))
            what = f"{actor['name']}: {ours['role']!r}, not {actor['role'][0]!r}"
            scores.add("role", ours["role"] is not None, True, right, gold.name, what)
    for n, ours in enumerate(data["actors"]):
        if n not in matched.values() and not _is_optional_split(ours, gold):
            scores.add("actors", True, False, False, gold.name, f"no actor, or twice: {ours['name']} ({ours['kind']})")
            if ours["kind"] == "person":
                scores.add("people", True, False, False)


def _is_optional_split(ours: Data, gold: Gold) -> bool:
    return any(a.get("maybe") and m.is_actor([ours["name"]], a, gold) for a in gold.actors)


def count_issues(gold: Gold, data: Data, scores: Scores) -> None:
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
        if issue.get("maybe"):
            continue
        what = f"missed: {issue['names'][0]} {issue['paragraphs']}"
        scores.add("issues", n in matched, True, n in matched, gold.name, what)
        if n in matched:
            name = given[matched[n]][0]
            what = f"{name!r}, not {issue['names']}"
            scores.add("named", True, True, shares_word(issue, name), gold.name, what)
    for n, (name, paragraphs) in enumerate(given):
        if n not in matched.values():
            scores.add("issues", True, False, False, gold.name, f"no issue: {name} {sorted(paragraphs)}")


def count_views(gold: Gold, data: Data, actors: Data, scores: Scores) -> None:
    quotes = {quote["id"]: quote for quote in data["quotes"]}
    taken = set()
    for view in gold.views:
        here = [
            n
            for n, ours in enumerate(data["views"])
            if any(m.overlap(view["at"], span) for span in m.ranges(quotes[ours["quote"]]))
        ]
        taken |= set(here)
        if view.get("maybe"):
            continue
        scores.add("views", False, True, bool(here), gold.name, f"missed: {gold.text[slice(*view['at'])]}")
        if not here:
            continue
        known = [(ours, _holder(ours, actors)) for ours in (data["views"][n] for n in here)]
        held = [(ours, names) for ours, names in known if _is_holder(names, view)]
        ours, names = (held or known)[0]
        scores.add("holder", True, True, bool(held), gold.name, f"{names[0]!r}, not {view['holder']!r}")
        if view.get("credentials"):
            wanted = m.content_words(view["credentials"])
            has = m.content_words(ours["credentials"]) | m.content_words(ours["holder_words"])
            what = f"{view['holder']}: {ours['credentials']!r}, not {view['credentials']!r}"
            scores.add("credentials", True, True, 2 * len(has & wanted) >= len(wanted), gold.name, what)
    for n, ours in enumerate(data["views"]):
        spans = m.ranges(quotes[ours["quote"]])
        what = f"no expert's judgement: {gold.text[spans[0][0] : spans[-1][1]]} ({ours['holder_words']})"
        scores.add("views", True, False, n in taken, gold.name, what)


def _holder(ours: Data, actors: Data) -> list[str]:
    return m.names_of(actors.get(ours["holder"]) if ours["holder"] else None) or [ours["holder_words"]]


def _is_holder(names: list[str], view: Item) -> bool:
    return any(m.content_words(view["holder"]) & m.content_words(name) for name in names)


def count_events(gold: Gold, data: Data, scores: Scores) -> None:
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


def count_figures(gold: Gold, data: Data, scores: Scores) -> None:
    given = [m.ranges(figure) for figure in data["figures"]]
    for figure in gold.figures:
        found = any(m.overlap(figure["at"], span) for spans in given for span in spans)
        if not figure["maybe"]:
            scores.add("figures", False, True, found, gold.name, f"missed: {figure['words']}")
    for ours, spans in zip(data["figures"], given, strict=True):
        at = [f for f in gold.figures if any(m.overlap(f["at"], span) for span in spans)]
        if not at or not all(f["maybe"] for f in at):
            scores.add("figures", True, False, bool(at), gold.name, f"not a figure to carry: {ours['words']}")


def count_overview(gold: Gold, data: Data, scores: Scores) -> None:
    points = data["overview"]["summary"][:5]
    for point in points:
        right = any(m.overlap(chosen, span) for chosen in gold.overview for span in m.ranges(point))
        scores.add("overview", True, False, right, gold.name, f"not chosen: {point['text']}")
    found = sum(any(m.overlap(chosen, span) for p in points for span in m.ranges(p)) for chosen in gold.overview)
    wanted = min(5, len(gold.overview))
    scores.counts["overview"].wanted += wanted
    scores.counts["overview"].found += min(found, wanted)

"""The section `actors` of a sidecar: rename, merge, split, drop, add; kind, role, affiliation."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.correct.draft import NUMBERED, Draft, Keys, changes_in_words, is_drop, is_new, short
from generator.correct.places import find_places, plain
from generator.model import Actor, Mention, Span
from generator.model.ids import stable_id


def correct_actors(draft: Draft, changes: dict[str, Any]) -> None:
    """New actors first, so that another one may be merged into them. One that a later version finds is no new one."""
    known = {plain(name) for actor in draft.actors for name in (actor.name, *actor.aliases)}
    new = [name for name, change in changes.items() if is_new(change) and plain(name) not in known]
    for name in new:
        _add(draft, ("actors", name), name, changes[name])
    for name, change in changes.items():
        keys, before = ("actors", name), draft.spoken()
        if name in new:
            continue
        actor = draft.one(keys, name, "actor", draft.actors, lambda a: (a.name, *a.aliases))
        if actor is None:
            continue
        if is_drop(change):
            _drop(draft, actor)
            draft.note(keys, f"Actor “{short(actor.name)}” dropped", effects=draft.moved(before))
            continue
        _merge(draft, (*keys, "merge"), actor, change.get("merge", []))
        _split(draft, (*keys, "split"), actor, change.get("split", {}))
        _change(draft, actor, change)
        if "also" in change:
            _mean(draft, (*keys, "also"), actor, change["also"])
        words = f"Actor “{short(actor.name)}”: {changes_in_words(change) or 'as found'}"
        draft.note(keys, words, actor.id, effects=draft.moved(before))


def _add(draft: Draft, keys: Keys, name: str, change: dict[str, Any]) -> None:
    before = draft.spoken()
    also = _printed(draft, (*keys, "also"), change.get("also", []))
    places = sorted({*find_places(draft.article, name), *also})
    if not places:
        draft.wrong(keys, f"`{short(name)}` does not stand in the article", "add `also: […]` with the names as printed")
        return
    _take_away(draft, places)
    most = max((len(a.mentions) for a in draft.actors), default=1)
    actor = Actor(
        id=stable_id("a", name, {a.id for a in draft.actors}),
        name=change.get("name", name),
        kind=change.get("kind", "person"),
        role=change.get("role"),
        affiliation=change.get("affiliation"),
        aliases=tuple(change.get("also", ())),
        edited_names=tuple(change.get("also", ())),
        # Prominence by mentions alone, next to the most mentioned actor.
        salience=round(min(len(places) / max(most, 1), 1.0), 3),
        mentions=tuple(Mention(place, "name") for place in places),
        role_span=_first(draft, change.get("role")),
    )
    position = next((n for n, a in enumerate(draft.actors) if a.salience < actor.salience), len(draft.actors))
    draft.actors.insert(position, actor)
    _speak(draft, actor)
    draft.note(
        keys,
        f"Actor “{short(name)}” added: {changes_in_words(change) or 'as printed'}",
        actor.id,
        effects=draft.moved(before),
    )


def _printed(draft: Draft, keys: Keys, names: list[str]) -> list[Span]:
    """Where the names stand; an error for each that stands nowhere."""
    found: list[Span] = []
    for number, name in enumerate(names):
        places = find_places(draft.article, name)
        if not places:
            draft.wrong((*keys, str(number)), f"`{short(name)}` does not stand in the article", "copy it from there")
        found += places
    return found


def _take_away(draft: Draft, places: list[Span]) -> None:
    """What other actors were taken to mean there is theirs no more."""
    for actor in list(draft.actors):
        kept, beside = (
            tuple(m for m in held if not any(p.overlaps(m.span) for p in places))
            for held in (actor.mentions, actor.asides)
        )
        if len(kept) < len(actor.mentions) or len(beside) < len(actor.asides):
            _put(draft, replace(actor, mentions=kept, asides=beside))


def _mean(draft: Draft, keys: Keys, actor: Actor, names: list[str]) -> None:
    """Further names of an actor that is there already: wherever they stand, it is meant."""
    own = {m.span for m in _now(draft, actor).mentions}
    places = [p for p in _printed(draft, keys, names) if not any(p.overlaps(span) for span in own)]
    _take_away(draft, places)
    now = _now(draft, actor)
    mentions = {*now.mentions, *(Mention(place, "name") for place in places)}
    aliases = dict.fromkeys((*now.aliases, *names))
    meant = replace(
        now,
        mentions=tuple(sorted(mentions, key=lambda m: m.span)),
        aliases=tuple(alias for alias in aliases if alias != now.name),
        edited_names=(*now.edited_names, *names),
    )
    _put(draft, meant)
    _speak(draft, meant, at=places)


def _drop(draft: Draft, actor: Actor) -> None:
    draft.actors = [a for a in draft.actors if a.id != actor.id]
    draft.quotes = [replace(q, speaker=None) if q.speaker == actor.id else q for q in draft.quotes]
    draft.views = [replace(v, holder=None) if v.holder == actor.id else v for v in draft.views]
    draft.issues = [replace(i, actors=tuple(a for a in i.actors if a != actor.id)) for i in draft.issues]


def _merge(draft: Draft, keys: Keys, actor: Actor, names: list[str]) -> None:
    for number, name in enumerate(names):
        here = (*keys, str(number))
        other = draft.actor(here, name)
        into = _now(draft, actor)
        if other is None:
            continue
        if other.id == into.id:
            draft.wrong(here, f"`{short(name)}` is the same actor already", "delete it")
            continue
        aliases = dict.fromkeys((*into.aliases, other.name, *other.aliases))
        merged = replace(
            into,
            aliases=tuple(alias for alias in aliases if alias != into.name),
            salience=max(into.salience, other.salience),
            mentions=tuple(sorted({*into.mentions, *other.mentions}, key=lambda m: m.span)),
            asides=tuple(sorted({*into.asides, *other.asides}, key=lambda m: m.span)),
            role=into.role or other.role,
            role_span=into.role_span if into.role else other.role_span,
            affiliation=into.affiliation or other.affiliation,
            edited_names=(*into.edited_names, other.name, *other.aliases),
        )
        _put(draft, merged)
        draft.actors = [a for a in draft.actors if a.id != other.id]
        draft.quotes = [replace(q, speaker=into.id) if q.speaker == other.id else q for q in draft.quotes]
        draft.views = [replace(v, holder=into.id) if v.holder == other.id else v for v in draft.views]
        draft.issues = [
            replace(i, actors=tuple(dict.fromkeys(into.id if a == other.id else a for a in i.actors)))
            for i in draft.issues
        ]


def _split(draft: Draft, keys: Keys, actor: Actor, parts: dict[str, list[str]]) -> None:
    for name, places in parts.items():
        whole, before = _now(draft, actor), draft.spoken()
        moved: list[Mention] = []
        for number, place in enumerate(places):
            errors = len(draft.errors)
            found = _mentions_at(draft, (*keys, name, str(number)), whole, place)
            if not found and len(draft.errors) == errors:
                words = f"`{short(whole.name)}` is not meant at `{short(place)}`"
                draft.wrong((*keys, name, str(number)), words, "write a paragraph such as p3, or words as printed")
            moved += found
        if not moved:
            continue
        moved += _following(draft, whole, moved)
        kept = tuple(m for m in whole.mentions if m not in moved)
        gone = {plain(m.span.of(draft.article.text)) for m in moved}
        _put(draft, replace(whole, mentions=kept, aliases=tuple(a for a in whole.aliases if plain(a) not in gone)))
        part = replace(
            whole,
            id=stable_id("a", name, {a.id for a in draft.actors}),
            name=name,
            role=None,
            role_span=None,
            affiliation=None,
            aliases=(),
            salience=round(whole.salience * len(moved) / max(len(whole.mentions), 1), 3),
            mentions=tuple(sorted(set(moved), key=lambda m: m.span)),
            asides=(),
        )
        position = next((n for n, a in enumerate(draft.actors) if a.salience < part.salience), len(draft.actors))
        draft.actors.insert(position, part)
        _speak(draft, part)
        draft.note(
            (*keys, name),
            f"Actor “{short(name)}” split off from “{short(whole.name)}”",
            part.id,
            effects=draft.moved(before),
        )


def _following(draft: Draft, whole: Actor, moved: list[Mention]) -> list[Mention]:
    """Pronouns and descriptions behind a name that is another actor's now, up to the next name: they mean that one."""
    blocks = [p.span for p in draft.article.paragraphs]
    found: list[Mention] = []
    last: Mention | None = None
    for mention in whole.mentions:
        if mention.kind == "name" or mention in moved:
            last = mention
        elif last in moved and any(b.covers(mention.span) and last and b.covers(last.span) for b in blocks):
            found.append(mention)
    return found


def _change(draft: Draft, actor: Actor, change: dict[str, Any]) -> None:
    now = _now(draft, actor)
    name = change.get("name", now.name)
    aliases = now.aliases if name == now.name else tuple(dict.fromkeys((now.name, *now.aliases)))
    role = change.get("role", now.role)
    changed = replace(
        now,
        name=name,
        aliases=tuple(alias for alias in aliases if alias != name),
        kind=change.get("kind", now.kind),
        role=role,
        role_span=_first(draft, role) if "role" in change else now.role_span,
        affiliation=change.get("affiliation", now.affiliation),
    )
    _put(draft, changed)


def _speak(draft: Draft, actor: Actor, at: list[Span] | None = None) -> None:
    """Statements whose printed source is a mention of the actor are the actor's, and so are views; issues know them.

    `at`: only these mentions count; all of them when left out.
    """
    held = {m.span for m in actor.mentions} if at is None else set(at)
    is_own = {q.id for q in draft.quotes if q.source and any(span.overlaps(q.source) for span in held)}
    draft.quotes = [replace(q, speaker=actor.id) if q.id in is_own else q for q in draft.quotes]
    draft.views = [replace(v, holder=actor.id) if v.quote in is_own else v for v in draft.views]
    inside = {p.id for p in draft.article.paragraphs if any(p.span.covers(span) for span in held)}
    draft.issues = [
        replace(i, actors=tuple(dict.fromkeys((*i.actors, actor.id)))) if inside.intersection(i.paragraphs) else i
        for i in draft.issues
    ]


def _mentions_at(draft: Draft, keys: Keys, actor: Actor, place: str) -> list[Mention]:
    """Those of the words, else those in the paragraphs that the place names, by number or by words of it."""
    if exact := [m for m in actor.mentions if plain(m.span.of(draft.article.text)) == plain(place)]:
        return exact
    if not NUMBERED.fullmatch(place) and not find_places(draft.article, place):
        return []
    ids = draft.paragraphs(keys, place) or ()
    inside = [p.span for p in draft.article.paragraphs if p.id in ids]
    return [m for m in actor.mentions if any(span.covers(m.span) for span in inside)]


def _first(draft: Draft, words: str | None) -> Span | None:
    """Where the words are printed first; None for words of the editor's own."""
    return next(iter(find_places(draft.article, words)), None) if words else None


def _now(draft: Draft, actor: Actor) -> Actor:
    return next(a for a in draft.actors if a.id == actor.id)


def _put(draft: Draft, actor: Actor) -> None:
    draft.actors = [actor if a.id == actor.id else a for a in draft.actors]

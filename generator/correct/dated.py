"""The sections `events`, `figures` and `terms` of a sidecar: drop, add, and the few fields that each has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from generator.correct.draft import Draft, Keys, changes_in_words, is_drop, is_new, short
from generator.model import SET_BY_EDITOR, Event, Figure
from generator.model.ids import stable_id


def correct_events(draft: Draft, changes: dict[str, Any]) -> None:
    for name, change in changes.items():
        keys = ("events", name)
        if is_new(change):
            _add_event(draft, keys, name, change)
            continue
        event = draft.one(keys, name, "event", draft.events, lambda e: (e.words, draft.words(e.spans)))
        if event is None:
            continue
        title = short(draft.words(event.spans))
        if is_drop(change):
            draft.events = [e for e in draft.events if e.id != event.id]
            draft.note(keys, f"Event “{title}” dropped")
        elif changed := _dated(draft, keys, event, change):
            draft.events = [changed if e.id == event.id else e for e in draft.events]
            draft.note(keys, f"Event “{title}”: {changes_in_words(change)}", event.id)


def correct_figures(draft: Draft, changes: dict[str, Any]) -> None:
    for name, change in changes.items():
        keys = ("figures", name)
        if is_new(change):
            if span := draft.span(keys, name):
                words = change.get("words", draft.words([span]))
                figure = Figure(stable_id("f", words, {f.id for f in draft.figures}), words, (span,))
                others = [f for f in draft.figures if not f.spans[0].overlaps(span)]
                draft.figures = sorted([*others, figure], key=lambda f: f.spans[0])
                draft.note(keys, f"Figure “{short(words)}” added", figure.id)
            continue
        found = draft.one(keys, name, "figure", draft.figures, lambda f: (f.words, draft.words(f.spans)))
        if found is None:
            continue
        if is_drop(change):
            draft.figures = [f for f in draft.figures if f.id != found.id]
            draft.note(keys, f"Figure “{short(found.words)}” dropped")
        else:
            changed = replace(found, words=change["words"])
            draft.figures = [changed if f.id == found.id else f for f in draft.figures]
            draft.note(keys, f"Figure “{short(found.words)}”: {changes_in_words(change)}", found.id)


def correct_terms(draft: Draft, changes: dict[str, Any]) -> None:
    """They can only be dropped: words that somebody says are a quotation to add."""
    for name in changes:
        keys = ("terms", name)
        term = draft.one(keys, name, "term", draft.terms, lambda t: (draft.words(t.spans),), may_add=False)
        if term is not None:
            draft.terms = [t for t in draft.terms if t.id != term.id]
            draft.note(keys, f"Term “{short(draft.words(term.spans))}” dropped")


def _add_event(draft: Draft, keys: Keys, name: str, change: dict[str, Any]) -> None:
    span = draft.span(keys, name)
    if span is None:
        return
    printed = change.get("printed", "")
    where = draft.span((*keys, "printed"), printed, near=span) if printed else None
    words = draft.words([where]) if where else ""
    identifier = stable_id("e", f"{words} {draft.words([span])}", {e.id for e in draft.events})
    fresh = Event(identifier, None, words, "past", (span,), where)
    if event := _dated(draft, keys, fresh, change):
        draft.events.append(event)
        draft.note(keys, f"Event “{short(name)}” added: {changes_in_words(change) or 'not dated'}", event.id)


def _dated(draft: Draft, keys: Keys, event: Event, change: dict[str, Any]) -> Event | None:
    """The event with the fields of `change`; None where the date is none of the calendar."""
    if "date" in change:
        day = None if change["date"] is None else str(change["date"])
        if day is not None and not _is_of_calendar(day):
            draft.wrong((*keys, "date"), f"there is no day {day}", "write 2026-03-01, 2026-03 or 2026")
            return None
        event = replace(event, date=day, resolution=SET_BY_EDITOR)
    return replace(event, kind=change.get("kind", event.kind))


def _is_of_calendar(day: str) -> bool:
    try:
        date.fromisoformat((day + "-01-01")[:10] if len(day) == 4 else (day + "-01")[:10])
    except ValueError:
        return False
    return True

"""The section `views` of a sidecar: drop, add; holder, credentials, issues."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.correct.draft import Draft, Keys, changes_in_words, is_drop, is_new, short
from generator.correct.places import find_places
from generator.model import View
from generator.model.ids import stable_id


def correct_views(draft: Draft, changes: dict[str, Any]) -> None:
    names = {actor.id: actor.name for actor in draft.actors}
    words = {quote.id: draft.words(quote.spans) for quote in draft.quotes}
    for name, change in changes.items():
        keys = ("views", name)
        if is_new(change):
            _add(draft, keys, name, change)
            continue
        view = draft.one(
            keys,
            name,
            "view",
            draft.views,
            lambda v: (words[v.quote], v.quote, v.holder_words, names.get(v.holder or "", "")),
        )
        if view is None:
            continue
        if is_drop(change):
            draft.views = [v for v in draft.views if v.id != view.id]
            draft.note(keys, f"Analyst view “{short(words[view.quote])}” dropped", view.quote)
        elif changed := _changed(draft, keys, view, change):
            draft.views = [changed if v.id == view.id else v for v in draft.views]
            draft.note(keys, f"Analyst view “{short(words[view.quote])}”: {changes_in_words(change)}", view.id)


def _add(draft: Draft, keys: Keys, name: str, change: dict[str, Any]) -> None:
    quote = draft.one(keys, name, "quotation", draft.quotes, lambda q: (draft.words(q.spans),), may_add=False)
    if quote is None:
        return
    speaker = next((a for a in draft.actors if a.id == quote.speaker), None)
    words = draft.words(quote.spans)
    fresh = View(
        id=stable_id("v", words, {v.id for v in draft.views}),
        quote=quote.id,
        holder=quote.speaker,
        holder_words=draft.words([quote.source]) if quote.source else speaker.name if speaker else "",
        credentials=speaker.role if speaker else None,
        credentials_span=speaker.role_span if speaker else None,
        hedges=(),
        issues=tuple(i.id for i in draft.issues if quote.id in i.quotes),
    )
    known = next((v for v in draft.views if v.quote == quote.id), fresh)
    if view := _changed(draft, keys, known, change):
        draft.views = [v for v in draft.views if v.quote != quote.id] + [view]
        draft.note(keys, f"Analyst view “{short(words)}” added: {changes_in_words(change) or 'as printed'}", view.id)


def _changed(draft: Draft, keys: Keys, view: View, change: dict[str, Any]) -> View | None:
    """The view with the fields of `change`; None where one of them cannot be."""
    before = len(draft.errors)
    if "holder" in change:
        named = change["holder"]
        actor = draft.actor((*keys, "holder"), named) if named is not None else None
        view = replace(view, holder=actor.id if actor else None)
    if "credentials" in change:
        words = change["credentials"]
        span = next(iter(find_places(draft.article, words)), None) if words else None
        view = replace(view, credentials=words, credentials_span=span)
    if "issues" in change:
        found = [draft.issue((*keys, "issues", str(n)), name) for n, name in enumerate(change["issues"])]
        view = replace(view, issues=tuple(dict.fromkeys(issue.id for issue in found if issue)))
    return view if len(draft.errors) == before else None

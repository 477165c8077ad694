"""The section `issues` of a sidecar: rename, merge, drop, add; paragraphs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.correct.draft import Draft, Keys, changes_in_words, is_drop, is_new, short
from generator.correct.places import plain
from generator.model import Development, Issue
from generator.model.ids import stable_id


def correct_issues(draft: Draft, changes: dict[str, Any]) -> None:
    # What the program has found to happen, wherever it filed it: an issue that gets a paragraph gets them with it.
    known = [development for issue in draft.issues for development in issue.developments]
    names = {plain(issue.name) for issue in draft.issues}
    new = [name for name, change in changes.items() if is_new(change) and plain(name) not in names]
    for name in new:
        _add(draft, ("issues", name), name, changes[name], known)
    for name, change in changes.items():
        keys = ("issues", name)
        if name in new:
            continue
        issue = draft.one(keys, name, "issue", draft.issues, lambda i: (i.name,))
        if issue is None:
            continue
        if is_drop(change):
            draft.issues = [i for i in draft.issues if i.id != issue.id]
            _refile(draft, issue.id, None)
            draft.note(keys, f"Issue “{short(issue.name)}” dropped")
            continue
        _merge(draft, (*keys, "merge"), issue, change.get("merge", []), known)
        now = next(i for i in draft.issues if i.id == issue.id)
        if "paragraphs" in change:
            now = _filed(draft, now, _paragraphs(draft, keys, change["paragraphs"]), known)
        if "name" in change:
            now = replace(now, name=change["name"], name_span=None)
        draft.issues = [now if i.id == issue.id else i for i in draft.issues]
        draft.note(keys, f"Issue “{short(issue.name)}”: {changes_in_words(change)}", issue.id)


def _add(draft: Draft, keys: Keys, name: str, change: dict[str, Any], known: list[Development]) -> None:
    if "paragraphs" not in change:
        draft.wrong(keys, f"the new issue `{short(name)}` has no paragraphs", "add `paragraphs: [p3, p5-p7]` below it")
    else:
        fresh = Issue(stable_id("i", name, {i.id for i in draft.issues}), change.get("name", name), (), (), (), ())
        issue = _filed(draft, fresh, _paragraphs(draft, keys, change["paragraphs"]), known)
        draft.issues.append(issue)
        draft.note(keys, f"Issue “{short(name)}” added: {changes_in_words(change)}", issue.id)


def _merge(draft: Draft, keys: Keys, issue: Issue, names: list[str], known: list[Development]) -> None:
    for number, name in enumerate(names):
        here = (*keys, str(number))
        other = draft.issue(here, name)
        if other is None:
            continue
        if other.id == issue.id:
            draft.wrong(here, f"`{short(name)}` is the same issue already", "delete it")
            continue
        into = next(i for i in draft.issues if i.id == issue.id)
        merged = _filed(draft, into, {*into.paragraphs, *other.paragraphs}, known)
        draft.issues = [merged if i.id == into.id else i for i in draft.issues if i.id != other.id]
        _refile(draft, other.id, into.id)


def _filed(draft: Draft, issue: Issue, paragraphs: set[str], known: list[Development]) -> Issue:
    """The issue with these paragraphs and with what stands in them. Its own actors come first."""
    spans = [p.span for p in draft.article.paragraphs if p.id in paragraphs]
    mentions = {
        actor.id: sum(1 for m in actor.mentions if any(s.covers(m.span) for s in spans)) for actor in draft.actors
    }
    actors = sorted((a for a in mentions if mentions[a]), key=lambda a: -mentions[a])
    new = [s for s in spans if not any(p.span == s for p in draft.article.paragraphs if p.id in issue.paragraphs)]
    developments = {d for d in known if any(s.covers(d.spans[0]) for s in (spans if d in issue.developments else new))}
    return replace(
        issue,
        paragraphs=tuple(p.id for p in draft.article.paragraphs if p.id in paragraphs),
        actors=tuple(dict.fromkeys([a for a in issue.actors if mentions.get(a)] + actors)),
        quotes=tuple(q.id for q in draft.quotes if any(s.covers(q.spans[0]) for s in spans)),
        developments=tuple(sorted(developments, key=lambda d: d.spans)),
    )


def _refile(draft: Draft, old: str, new: str | None) -> None:
    """Views of an issue that is gone belong to `new`, or to none."""
    draft.views = [
        replace(v, issues=tuple(dict.fromkeys(i for i in (new if i == old else i for i in v.issues) if i)))
        for v in draft.views
    ]


def _paragraphs(draft: Draft, keys: Keys, listed: list[str]) -> set[str]:
    return {
        name
        for number, item in enumerate(listed)
        for name in draft.paragraphs((*keys, "paragraphs", str(number)), item) or ()
    }

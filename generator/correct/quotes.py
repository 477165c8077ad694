"""The section `quotes` of a sidecar: drop, add; speaker, kind, words, source, cue."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.correct.draft import Draft, Keys, changes_in_words, is_drop, is_new, short
from generator.correct.places import is_in_marks, plain
from generator.model import Quote, Span
from generator.model.ids import stable_id


def correct_quotes(draft: Draft, changes: dict[str, Any]) -> None:
    for name, change in changes.items():
        keys = ("quotes", name)
        if is_new(change):
            _add(draft, keys, name, change)
            continue
        within = _paragraph(draft, keys, change)
        among = [q for q in draft.quotes if within is None or within.covers(q.spans[0])]
        quote = draft.one(keys, name, "quotation", among, lambda q: (draft.words(q.spans),))
        if quote is None:
            continue
        if is_drop(change):
            _drop(draft, quote)
            draft.note(keys, f"Quotation “{short(draft.words(quote.spans))}” dropped")
        elif changed := _changed(draft, keys, quote, change):
            before = draft.spoken()
            draft.quotes = [changed if q.id == quote.id else q for q in draft.quotes]
            _follow(draft, quote, changed)
            effects = tuple(name for name in draft.moved(before) if name != quote.id)
            words = short(draft.words(quote.spans))
            draft.note(keys, f"Quotation “{words}”: {changes_in_words(change)}", quote.id, effects=effects)


def _add(draft: Draft, keys: Keys, name: str, change: dict[str, Any]) -> None:
    spans = _spans(draft, keys, change.get("words", name), _paragraph_id(draft, keys, change))
    if not spans:
        return
    words = draft.words(spans)
    # A later version of the program may find what an editor had to add.
    twin = [q for q in draft.quotes if q.spans[0].overlaps(spans[0]) and plain(draft.words(q.spans)) == plain(words)]
    draft.quotes = [q for q in draft.quotes if q not in twin]
    marked = [is_in_marks(draft.article, span) for span in spans]
    has_marks = any(mark in words for mark in '“”"«»')
    kind = "direct" if all(marked) else "mixed" if any(marked) or has_marks else "indirect"
    fresh = (
        twin[0] if twin else Quote(stable_id("q", words, {q.id for q in draft.quotes}), kind, spans, None, None, None)
    )
    quote = _changed(draft, keys, fresh, {k: v for k, v in change.items() if k != "words"})
    if quote is None:
        return
    draft.quotes.append(quote)
    # What is said is no term any more.
    draft.terms = [t for t in draft.terms if not any(s.covers(t.spans[0]) for s in spans)]
    inside = {p.id for p in draft.article.paragraphs if p.span.covers(spans[0])}
    draft.issues = [
        replace(i, quotes=tuple(dict.fromkeys((*i.quotes, quote.id)))) if inside.intersection(i.paragraphs) else i
        for i in draft.issues
    ]
    draft.note(keys, f"Quotation “{short(words)}” added: {changes_in_words(change) or kind}", quote.id)


def _follow(draft: Draft, old: Quote, new: Quote) -> None:
    """A view rests on its statement: it has the holder that the statement's speaker is, and no hedge from beyond it."""
    draft.views = [
        replace(
            v,
            holder=new.speaker if v.holder == old.speaker else v.holder,
            hedges=tuple(h for h in v.hedges if any(span.covers(h) for span in new.spans)),
        )
        if v.quote == old.id
        else v
        for v in draft.views
    ]


def _paragraph_id(draft: Draft, keys: Keys, change: dict[str, Any]) -> str | None:
    """The paragraph in which the words are to be looked for; None without one."""
    found = draft.paragraphs((*keys, "paragraph"), change["paragraph"]) if "paragraph" in change else None
    return found[0] if found else None


def _paragraph(draft: Draft, keys: Keys, change: Any) -> Span | None:
    named = _paragraph_id(draft, keys, change) if isinstance(change, dict) and "words" not in change else None
    return next((p.span for p in draft.article.paragraphs if p.id == named), None)


def _drop(draft: Draft, quote: Quote) -> None:
    """With the view that rests on it."""
    draft.quotes = [q for q in draft.quotes if q.id != quote.id]
    draft.views = [v for v in draft.views if v.quote != quote.id]
    draft.issues = [replace(i, quotes=tuple(q for q in i.quotes if q != quote.id)) for i in draft.issues]


def _changed(draft: Draft, keys: Keys, quote: Quote, change: dict[str, Any]) -> Quote | None:
    """The quote with the fields of `change`; None where one of them cannot be."""
    before = len(draft.errors)
    spans = quote.spans
    if "words" in change:
        spans = (
            _spans(draft, (*keys, "words"), change["words"], _paragraph_id(draft, keys, change), near=quote.spans[0])
            or spans
        )
    speaker = quote.speaker
    if "speaker" in change:
        named = change["speaker"]
        actor = draft.actor((*keys, "speaker"), named) if named is not None else None
        speaker = actor.id if actor else None
    source, cue = quote.source, quote.cue
    if "source" in change:
        source = draft.span((*keys, "source"), change["source"], near=spans[0])
    if "cue" in change:
        cue = draft.span((*keys, "cue"), change["cue"], near=spans[0])
    kind = change.get("kind", quote.kind)
    if kind == "direct" and not all(is_in_marks(draft.article, span) for span in spans):
        hint = "write `kind: indirect`, or `mixed` where only some words stand in marks"
        draft.wrong((*keys, "kind"), f"the article prints `{short(keys[-1])}` without quotation marks", hint)
    if len(draft.errors) > before:
        return None
    return replace(quote, kind=kind, spans=spans, source=source, cue=cue, speaker=speaker, confidence=1.0)


def _spans(
    draft: Draft, keys: Keys, words: str | list[str], paragraph: str | None, *, near: Span | None = None
) -> tuple[Span, ...]:
    """Where the words stand; empty, with an error noted, where one of them is not to be found."""
    if isinstance(words, str):
        found = [draft.span(keys, words, paragraph=paragraph, near=near)]
    else:
        found = [draft.span((*keys, str(n)), w, paragraph=paragraph, near=near) for n, w in enumerate(words)]
    spans = tuple(sorted(span for span in found if span))
    return spans if len(spans) == len(found) else ()

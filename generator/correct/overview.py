"""The fields `bottom_line` and `key_points` of a sidecar: words of the article, or the editor's own with evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.correct.draft import NUMBERED, Draft, Keys
from generator.correct.places import find_places
from generator.model import BOTTOM_LINE_WORDS, Point, Span


def correct_overview(draft: Draft, corrections: dict[str, Any]) -> None:
    if not {"bottom_line", "key_points"} & corrections.keys():
        return
    overview = draft.overview
    length = overview.bottom_line_length
    bottom, points = overview.summary[:length], overview.summary[length:]
    if "bottom_line" in corrections:
        bottom = _points(draft, "bottom_line", corrections["bottom_line"])
        words = sum(len(point.text.split()) for point in bottom)
        if words > BOTTOM_LINE_WORDS:
            draft.wrong(("bottom_line",), f"the bottom line has {words} words", f"leave at most {BOTTOM_LINE_WORDS}")
        draft.note(("bottom_line",), "Bottom line chosen by the editor", "bottom_line")
    if "key_points" in corrections:
        points = _points(draft, "key_points", corrections["key_points"])
        draft.note(("key_points",), "Key points chosen by the editor", "key_points")
    told = {span for point in bottom for span in point.spans}
    if "key_points" not in corrections:
        points = tuple(point for point in points if not told & set(point.spans))
    draft.overview = replace(overview, summary=(*bottom, *points), bottom_line=len(bottom))


def _points(draft: Draft, field: str, listed: list[Any]) -> tuple[Point, ...]:
    found = []
    for number, item in enumerate(listed):
        keys = (field, str(number))
        text, evidence = (item, item) if isinstance(item, str) else (item["text"], item["evidence"])
        span = _evidence(draft, keys, evidence, is_own=not isinstance(item, str))
        if span is not None:
            words = " ".join(text.split()) if not isinstance(item, str) else draft.words([span])
            found.append(Point(words, (span,), is_own_words=not isinstance(item, str)))
    return tuple(found)


def _evidence(draft: Draft, keys: Keys, words: str, *, is_own: bool) -> Span | None:
    if is_own and NUMBERED.fullmatch(words):
        found = draft.paragraphs((*keys, "evidence"), words)
        return next((p.span for p in draft.article.paragraphs if found and p.id == found[0]), None)
    places = find_places(draft.article, words)
    if places:
        return places[0]
    hint = "copy it from the article, or write `text: …` with `evidence: p3` for a sentence of your own"
    draft.wrong(keys, "this sentence does not stand in the article", hint)
    return None

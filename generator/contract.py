"""A briefing in, the plain data of briefing.json out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from generator.extract.common.sureness import Sureness
from generator.model import Briefing, Span

SCHEMA_VERSION = 1


def to_data(
    briefing: Briefing, *, with_text: bool = True, words: Callable[[Span], str] | None = None
) -> dict[str, Any]:
    """The object of briefing.json, keys in the contract's order.

    Without text, as published for an article that is somebody's work: `article.text` is left out and each span of a
    finding carries its words instead, lines in the form that `words` gives them (shortened, say).
    """
    article = briefing.article
    text = article.text
    sure = Sureness(briefing)

    def whole(item: Span) -> str:
        return item.of(text)

    def span(item: Span | None, *, with_words: bool = not with_text, as_line: bool = False) -> dict[str, Any] | None:
        if item is None:
            return None
        data: dict[str, Any] = {"start": item.start, "end": item.end}
        return data | {"text": (words or whole)(item) if as_line else whole(item)} if with_words else data

    def spans(items: Iterable[Span]) -> list[dict[str, Any] | None]:
        return [span(item, as_line=True) for item in items]

    return {
        "schema_version": SCHEMA_VERSION,
        "article": {
            "title": article.title,
            "byline": list(article.byline),
            "published": article.published.isoformat() if article.published else None,
            "published_from": article.published_from,
            "publisher": article.publisher,
            "url": article.url,
            "language": article.language,
            "rights": article.rights,
            "sha256": article.sha256,
            **({"text": text} if with_text else {}),
            "paragraphs": [{"id": p.id, **(span(p.span, with_words=False) or {})} for p in article.paragraphs],
            "dropped": [{**(span(d.span, with_words=False) or {}), "reason": d.reason} for d in article.dropped],
        },
        "overview": {
            "summary": [
                {
                    "text": " ".join(map(words, p.spans)) if words and not p.is_own_words else p.text,
                    "spans": spans(p.spans),
                    **({"edited": True} if p.is_own_words else {}),
                }
                for p in briefing.overview.summary
            ]
        },
        "actors": [
            {
                "id": a.id,
                "name": a.name,
                "kind": a.kind,
                "role": a.role,
                "affiliation": a.affiliation,
                "aliases": list(a.aliases),
                "salience": a.salience,
                "mentions": [
                    {**(span(m.span) or {}), "kind": m.kind}
                    for m in sorted((*a.mentions, *a.asides), key=lambda m: m.span)
                ],
                "role_span": span(a.role_span),
                "confidence": sure.of_actor(a),
            }
            for a in briefing.actors
        ],
        "quotes": [
            {
                "id": q.id,
                "kind": q.kind,
                "spans": spans(q.spans),
                "source": span(q.source),
                "cue": span(q.cue),
                "speaker": q.speaker,
                "confidence": sure.of_quote(q),
                "stands_for": span(q.stands_for),
            }
            for q in briefing.quotes
        ],
        "terms": [{"id": t.id, "spans": spans(t.spans)} for t in briefing.terms],
        "issues": [
            {
                "id": i.id,
                "name": i.name,
                "paragraphs": list(i.paragraphs),
                "actors": list(i.actors),
                "quotes": list(i.quotes),
                "developments": [{"spans": spans(d.spans), "status": d.status} for d in i.developments],
                "name_span": span(i.name_span),
                "confidence": sure.of_issue(i),
            }
            for i in briefing.issues
        ],
        "views": [
            {
                "id": v.id,
                "quote": v.quote,
                "holder": v.holder,
                "holder_words": v.holder_words,
                "credentials": v.credentials,
                "credentials_span": span(v.credentials_span),
                "hedges": spans(v.hedges),
                "issues": list(v.issues),
                "confidence": sure.of_view(v),
            }
            for v in briefing.views
        ],
        "events": [
            {
                "id": e.id,
                "date": e.date,
                "words": e.words,
                "kind": e.kind,
                "spans": spans(e.spans),
                "words_span": span(e.words_span),
                "resolution": e.resolution,
                "confidence": sure.of_date(e),
            }
            for e in briefing.events
        ],
        "figures": [{"id": f.id, "words": f.words, "spans": spans(f.spans)} for f in briefing.figures],
        "edits": [
            {
                "findings": [*e.findings, *e.effects],
                "words": e.words,
                "line": e.line,
                "day": e.day.isoformat() if e.day else None,
            }
            for e in briefing.edits
        ],
    }

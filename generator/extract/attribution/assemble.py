"""Claims in token numbers in, attributions with spans out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from generator.extract.attribution.claim import Claim
from generator.extract.attribution.tree import Range
from generator.model import Attribution, Quoted, Span, Text


def assemble(text: Text, claims: list[Claim]) -> tuple[Attribution, ...]:
    """Attributions in the order of their first word; claims without a letter of content are left out."""
    found = []
    for claim in claims:
        spans = tuple(span for piece in _joined(claim.pieces) if (span := _content_span(text, piece)) is not None)
        if spans:
            kind = "direct" if claim.frame == "turn" else _kind(text, spans)
            source, cue = _span(text, claim.source), _span(text, claim.cue)
            found.append(Attribution(kind, spans, source, cue, claim.confidence))
    return tuple(sorted(found, key=lambda a: (a.spans[0].start, a.spans[-1].end, a.cue or Span(0, 0))))


def _span(text: Text, tokens: Range | None) -> Span | None:
    """None for an empty range, too: of a source that was signs only nothing is left."""
    return text.span(*tokens) if tokens and tokens[0] < tokens[1] else None


def _joined(pieces: list[Range]) -> list[Range]:
    """In reading order, overlapping and touching ones made one."""
    joined: list[Range] = []
    for first, last in sorted(pieces):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        elif last > first:
            joined.append((first, last))
    return joined


_CLOSERS = ".?!…)]%"


def _content_span(text: Text, piece: Range) -> Span | None:
    """Without spaces, quotation marks and commas at its edges; a full stop stays only inside a quotation."""
    string = text.string
    start, end = text.starts[piece[0]], text.ends[piece[1] - 1]
    while start < end and not string[start].isalnum():
        # Two apostrophes are a mark, one may belong to a word.
        is_mark = string.startswith("''", start)
        if string[start] in "$£€([#@‘'" and not is_mark:
            break
        start += 2 if is_mark else 1
    while end > start and not string[end - 1].isalnum() and string[end - 1] not in _CLOSERS:
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in string[start:end]) else None


def _kind(text: Text, spans: tuple[Span, ...]) -> str:
    inside = outside = 0
    for span in spans:
        letters = _letters(text, span)
        parts = [(max(span.start, q.span.start), min(span.end, q.span.end)) for q in _quoted_in(text, span)]
        quoted = sum(_letters(text, Span(*part)) for part in parts)
        inside += quoted
        outside += letters - quoted
    return "indirect" if not inside else "mixed" if outside else "direct"


def _quoted_in(text: Text, span: Span) -> list[Quoted]:
    first = bisect_right(text.quoted, span.start, key=lambda q: q.span.end)
    last = bisect_left(text.quoted, span.end, key=lambda q: q.span.start)
    return list(text.quoted[first:last])


def _letters(text: Text, span: Span) -> int:
    return sum(map(str.isalnum, text.string[span.start : span.end]))

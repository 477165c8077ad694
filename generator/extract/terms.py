"""A text and its attributions in, the terms out: words in quotation marks that nobody is said to say."""

from __future__ import annotations

from bisect import bisect_left

from generator.model import Attribution, Quoted, Span, Term, Text
from generator.model.ids import stable_id


def find_terms(text: Text, attributions: tuple[Attribution, ...]) -> tuple[Term, ...]:
    """Titles, nicknames and scare quotes in reading order; quoted stretches that share words with no attribution.

    Values of a tag's attributes (`id="…"`) are markup and left out.
    """
    spans = sorted(span for attribution in attributions for span in attribution.spans)
    ends = [span.end for span in _furthest(spans)]
    taken: set[str] = set()
    found = []
    for quoted in text.quoted:
        at = bisect_left(ends, quoted.span.start + 1)
        if at < len(spans) and spans[at].start < quoted.span.end:
            continue
        if not _is_markup(text, quoted):
            span = _without_comma(text, quoted.span)
            found.append(Term(stable_id("t", span.of(text.string), taken), (span,)))
    return tuple(found)


def _without_comma(text: Text, span: Span) -> Span:
    """American print puts the sentence's comma inside the marks."""
    return Span(span.start, span.end - 1) if text.string[span.end - 1] in ",;" else span


def _furthest(spans: list[Span]) -> list[Span]:
    """For each span the one with the furthest end so far, so that ends rise and can be searched."""
    found: list[Span] = []
    for span in spans:
        found.append(found[-1] if found and found[-1].end > span.end else span)
    return found


def _is_markup(text: Text, quoted: Quoted) -> bool:
    return quoted.outer.start > 0 and text.string[quoted.outer.start - 1] == "="
